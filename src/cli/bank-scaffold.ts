import { basename, dirname, join, relative, resolve } from 'node:path';
import type { JoinedBank } from '../bank/index.js';
import { err, slug, type Problem, type Result } from '../kernel/index.js';
import { applyWrites } from '../store/index.js';
import { EXIT } from './exit-codes.js';
import { printLines, printProblems } from './print-problems.js';
import { writeProjectSchemas } from './project-schemas.js';
import { openWorkspace, type Workspace } from './workspace.js';
import type { World } from './world.js';

/** Writes a small bank of a team's own into a new folder, and says how to make it part of the interview. */
export function newBank(world: World, folder: string | undefined): 0 | 2 {
  const made = scaffolded(world, folder);
  if (made.ok) return EXIT.fine;
  printProblems(world, made.error);
  return EXIT.usage;
}

function scaffolded(world: World, folder: string | undefined): Result<void> {
  if (folder === undefined) return err([WHICH_FOLDER]);
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) return workspace;
  const { disk, project, bank } = workspace.value;
  const path = relative(project.root, resolve(world.cwd, folder)).replaceAll('\\', '/');
  const file = `${path}/bank.yaml`;
  if (disk.kind(join(project.root, path)) !== undefined) return err([taken(path)]);
  const names = namesFor(path, bank);
  const schema = relative(dirname(join('/', file)), '/.spec-interview/schema/bank.json');
  const text = bankText(names, schema.replaceAll('\\', '/'));
  const written = applyWrites(disk, project.root, [{ path: file, text }]);
  if (!written.ok) return written;
  writeProjectSchemas(workspace.value);
  sayNext(workspace.value, path);
  return written;
}

const WHICH_FOLDER: Problem = {
  code: 'which-folder',
  message: 'No folder is named.',
  hint: 'spec-interview banks new banks/acme',
};

function taken(path: string): Problem {
  return {
    code: 'folder-exists',
    message: `There is already something at ${path}.`,
    hint: 'Name a folder that does not exist yet.',
  };
}

function sayNext({ world }: Workspace, path: string): void {
  printLines(world.stderr, [
    `written  ${path}/bank.yaml`,
    'Make it part of every interview: add this to .spec-interview/config.yaml',
    'banks:',
    `  - ./${path}`,
    `Then: spec-interview banks lint, and spec-interview banks test. Change the question to your own.`,
  ]);
}

type Names = {
  readonly bank: string;
  readonly section: string;
  readonly code: string;
  readonly title: string;
};

const LAST_SECTION = 900;
/** Words that mean something in conditions or YAML. */
const RESERVED = ['in', 'true', 'false', 'null'];

function namesFor(path: string, { banks, sections }: JoinedBank): Names {
  const given = slug(basename(path)) || 'team';
  const word = RESERVED.includes(given) ? `${given}-team` : given;
  const bank = free(word, new Set(banks.map(({ id }) => id)), '-');
  const id = bank.replaceAll('-', '_').replace(/^(?=\d)/, 'b');
  const section = free(id, new Set(sections.map((known) => known.id)), '');
  const letters = `${section.replace(/[^a-z]/g, '')}own`.slice(0, 3).toUpperCase();
  const code = free(letters, new Set(sections.map((known) => known.code)), '');
  return { bank, section, code, title: bank.charAt(0).toUpperCase() + bank.slice(1).replaceAll('-', ' ') };
}

/** Gives a name, or the name with the lowest number that is not taken. */
function free(name: string, known: ReadonlySet<string>, between: string): string {
  if (!known.has(name)) return name;
  for (let n = 2; ; n += 1) {
    const candidate = `${name}${between}${String(n)}`;
    if (!known.has(candidate)) return candidate;
  }
}

function bankText({ bank, section, code, title }: Names, schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# A bank is data: change the question, its sentence and its rule to what your team asks of every system.
format: 1
bank: ${bank}
title: What ${title} asks of every system
version: 1
section:
  id: ${section}
  code: ${code}
  title: ${title}
  order: ${String(LAST_SECTION)}
  intro: What every system of ${title} must decide.
questions:
  - id: ${section}.review_every
    label: Review of the spec
    kind: quantity
    dimension: duration
    depth: quick
    prompt: How old may the last review of this spec be at most?
    why: A spec that nobody reads again describes the system of last year.
    weak: now and then
    strong: 26 w
    says:
      - number: 1
        ears: ubiquitous
        shall: be built from a spec that was reviewed within the last {value}
        verify: inspection
rules:
  - id: ${section.replaceAll('_', '-')}-review-too-rare
    severity: med
    class: risk
    fires_when: a.${section}.review_every > q('52 w')
    title: The spec may go unread for {a.${section}.review_every}
    why: After a year nobody remembers why a decision was taken, and it is undone by accident.
    probe: Who would notice that the spec no longer describes the system?
    examples:
      fires: { ${section}.review_every: 104 w }
      quiet: { ${section}.review_every: 26 w }
      undecided: {}
`;
}
