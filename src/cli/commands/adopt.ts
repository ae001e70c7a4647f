import { allOk, counted, err, ok, type Problem, type Result } from '../../kernel/index.js';
import { adopt } from '../../merge/index.js';
import { rebaseFiles, type BaseFile } from '../../store/index.js';
import type { Run } from '../command.js';
import { documentAt } from '../document-at.js';
import { EXIT } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { namedFiles } from '../named-files.js';
import type { FilesPlan } from '../plan-files.js';
import { planOne } from '../plan-one.js';
import { printLines, printProblems } from '../print-problems.js';

/** Links the blocks of a hand-made document that read as generated ones do; everything else in it stays the person's. */
export const run: Run = (world, given) => {
  const plan = planOne(world, given);
  const done = plan.ok ? adoptFiles(plan.value, given.words[1]) : plan;
  if (!done.ok) {
    printProblems(world, done.error);
    return Promise.resolve(EXIT.usage);
  }
  printLines(world.stderr, done.value);
  return Promise.resolve(EXIT.fine);
};

type Adopted = { readonly file: BaseFile; readonly lines: readonly string[] };

function adoptFiles(plan: FilesPlan, name: string | undefined): Result<readonly string[]> {
  const { workspace, paths } = plan.job;
  const { manifest } = plan;
  const named = namedFiles(plan, name, adoptable(plan));
  if (!named.ok) return named;
  if (named.value.length === 0) return err([nothingToAdopt(paths.slug)]);
  if (manifest === undefined) return err([neverRendered(paths.slug)]);
  const adopted = allOk(named.value.map((path) => adoptOne(plan, path)));
  if (!adopted.ok) return adopted;
  const lock = lockSpec(workspace, paths);
  if (!lock.ok) return lock;
  const files = adopted.value.map(({ file }) => file);
  const written = rebaseFiles(workspace.disk, paths.dir, { manifest, files });
  lock.value.release();
  if (!written.ok) return written;
  const next = `Preview the rest with: spec-interview regenerate ${paths.slug} --dry-run`;
  return ok([...adopted.value.flatMap(({ lines }) => lines), next]);
}

/** Documents made by hand, and those of which an adoption was cut short: they have a base that no manifest knows of. */
function adoptable({ job, rendered, merge, manifest }: FilesPlan): readonly string[] {
  const unknown = rendered.files
    .map(({ path }) => path)
    .filter((path) => manifest !== undefined && manifest.files[path] === undefined)
    .filter((path) => documentAt(job, path) !== undefined);
  return [...new Set([...merge.needsAdopting, ...unknown])];
}

function adoptOne(plan: FilesPlan, path: string): Result<Adopted> {
  const { job, rendered } = plan;
  const onDisk = documentAt(job, path);
  const file = rendered.files.find((candidate) => candidate.path === path);
  if (onDisk === undefined || file === undefined || !adoptable(plan).includes(path))
    return err([notToAdopt(path)]);
  if (file.type !== 'markdown')
    return ok({
      file: { path, generated: file.text, onDisk },
      lines: [`  adopted ${path}: every line that differs stays yours.`],
    });
  const { base, linked, human, missing } = adopt(onDisk, file.text);
  return ok({
    file: { path, generated: base, onDisk },
    lines: [
      `  adopted ${path}: ${counted(linked.length, 'block')} linked, ${String(human.length)} stay yours, ${String(missing.length)} to come.`,
      ...human.map((key) => `    yours ${key}`),
    ],
  });
}

function nothingToAdopt(slug: string): Problem {
  return {
    code: 'nothing-to-adopt',
    message: `Every document of ${slug} is known to the tool already.`,
    hint: `To take over hand edits use: spec-interview accept ${slug}`,
  };
}

function neverRendered(slug: string): Problem {
  return {
    code: 'never-rendered',
    message: `${slug} was never rendered, so there is nothing to link with.`,
    hint: `Run spec-interview regenerate ${slug} first; it leaves your document as it is.`,
  };
}

function notToAdopt(path: string): Problem {
  return {
    code: 'not-adoptable',
    message: `${path} is not on the disk, or is known to the tool already.`,
    hint: 'Name a document that stands on the disk and was made by hand.',
  };
}
