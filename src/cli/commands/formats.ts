import { join } from 'node:path';
import { applyWrites, listFormats, readFormatSources } from '../../store/index.js';
import { allOk, type Problem } from '../../kernel/index.js';
import { lintFormat, parseFormat } from '../../render/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace, type Workspace } from '../workspace.js';

/** Lists, lints or copies template sets. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  if (!workspace.ok) {
    printProblems(world, workspace.error);
    return Promise.resolve(EXIT.usage);
  }
  const [what = '', id] = given.words;
  const job = {
    workspace: workspace.value,
    ids: id === undefined ? undefined : [id],
    json: isOn(given, 'json'),
  };
  const act = ACTIONS[what];
  if (act === undefined) {
    printProblems(world, [
      {
        code: 'unknown-action',
        message: `formats ${what} does not exist.`,
        hint: 'Use formats list, formats lint or formats eject <id>.',
      },
    ]);
    return Promise.resolve(EXIT.usage);
  }
  return Promise.resolve(act(job));
};

type Job = {
  readonly workspace: Workspace;
  readonly ids: readonly string[] | undefined;
  readonly json: boolean;
};

const ACTIONS: Readonly<Record<string, (job: Job) => 0 | 2>> = { list, lint, eject };

function read({ workspace, ids }: Job) {
  const places = { shipped: join(workspace.world.packageDir, 'templates'), root: workspace.project.root };
  const wanted = ids ?? listFormats(workspace.disk, places);
  return readFormatSources(workspace.disk, places, wanted);
}

function list(job: Job): 0 | 2 {
  const sources = read(job);
  const formats = sources.ok ? allOk(sources.value.map((source) => parseFormat(source))) : sources;
  if (!formats.ok) return refuse(job, formats.error);
  const { world } = job.workspace;
  const rows = formats.value.map((format) => ({
    id: format.id,
    title: format.title,
    files: format.outputs.map((output) => output.path),
  }));
  if (job.json) printJson(world, { formats: rows });
  else
    printLines(
      world.stdout,
      rows.map((row) => `${row.id.padEnd(12)} ${row.title} (${row.files.join(', ')})`),
    );
  return EXIT.fine;
}

function lint(job: Job): 0 | 2 {
  const sources = read(job);
  const formats = sources.ok ? allOk(sources.value.map((source) => parseFormat(source))) : sources;
  if (!formats.ok) return refuse(job, formats.error);
  const problems = formats.value.flatMap((format) => lintFormat(format));
  if (problems.length > 0) return refuse(job, problems);
  printLines(
    job.workspace.world.stderr,
    formats.value.map((format) => `${format.id} is fine.`),
  );
  return EXIT.fine;
}

function eject(job: Job): 0 | 2 {
  if (job.ids === undefined)
    return refuse(job, [
      { code: 'which-format', message: 'No format is named.', hint: 'spec-interview formats eject spec' },
    ]);
  const { workspace } = job;
  const own = job.ids.filter((id) => hasOwnSet(workspace, id));
  if (own.length > 0) return refuse(job, own.map(ejectedBefore));
  const sources = read(job);
  if (!sources.ok) return refuse(job, sources.error);
  const writes = sources.value.flatMap((source) =>
    source.files.map((file) => ({
      path: join(ownSet(source.id), file.path.split('/').at(-1) ?? file.path),
      text: file.text,
    })),
  );
  const done = applyWrites(workspace.disk, workspace.project.root, writes);
  if (!done.ok) return refuse(job, done.error);
  printLines(
    workspace.world.stderr,
    writes.map((write) => `written  ${write.path}`),
  );
  return EXIT.fine;
}

const ownSet = (id: string): string => join('.spec-interview', 'templates', id);

// A name with a dot or a slash in it is no format; reading it refuses it.
const hasOwnSet = ({ disk, project }: Workspace, id: string): boolean =>
  /^[a-z0-9-]+$/.test(id) && disk.kind(join(project.root, ownSet(id))) !== undefined;

function ejectedBefore(id: string): Problem {
  return {
    code: 'format-ejected',
    message: `This project has its own set of ${id} already, in ${ownSet(id)}. Nothing is written.`,
    hint: `Edit it there; to get the shipped set, move that folder away and run spec-interview formats eject ${id} again.`,
  };
}

function refuse(job: Job, problems: Parameters<typeof printProblems>[1]): 2 {
  printProblems(job.workspace.world, problems);
  return EXIT.usage;
}
