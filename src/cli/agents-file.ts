import { join, relative } from 'node:path';
import { isRows } from '../bank/index.js';
import { err, ok, type Result } from '../kernel/index.js';
import { mergeFiles } from '../merge/index.js';
import {
  agentsBlock,
  blockInside,
  managedBlock,
  spliceManagedBlock,
  stillParses,
  type SpecPointer,
} from '../render/index.js';
import { applyWrites, listSpecs, readAnswers, readContext, specDir } from '../store/index.js';
import type { SpecCheck } from './check-spec.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { printLines, printProblems } from './print-problems.js';
import { textAt } from './text-at.js';
import { openSaved, type Workspace } from './workspace.js';

const FORMAT = 'agents';
const FILE = 'AGENTS.md';
const BASE = `.spec-interview/.base/${FILE}`;

/** What would become of the block for assistants: `text` is the whole file, when it would change. */
type AgentsPlan = {
  readonly state: 'new' | 'updated' | 'fresh' | 'withheld';
  readonly text?: string;
  readonly base: string;
};

/** Says whether the block for assistants follows the specs: it is among the formats asked for, or among those of the project. */
function hasAgents({ project }: Workspace, wanted?: readonly string[]): boolean {
  return (wanted ?? project.config.formats).includes(FORMAT);
}

/** Brings the block for assistants up to date, once for all specs; what stands outside of its markers stays as it is. */
export function followAgents(workspace: Workspace, wanted?: readonly string[]): ExitCode {
  if (!hasAgents(workspace, wanted)) return EXIT.fine;
  const plan = planAgents(workspace);
  const written = plan.ok ? writeAgents(workspace, plan.value) : plan;
  if (plan.ok && written.ok) {
    printLines(workspace.world.stderr, SAYS[plan.value.state]);
    return EXIT.fine;
  }
  printProblems(workspace.world, written.ok ? [] : written.error);
  return EXIT.usage;
}

const SAYS: Readonly<Record<AgentsPlan['state'], readonly string[]>> = {
  new: [`  written  ${FILE}`],
  updated: [`  updated  ${FILE}`],
  fresh: [],
  withheld: [`  withheld ${FILE}: you removed its block. Delete ${BASE} to have it written again.`],
};

/** Says what following the specs would do to the block, without writing it. */
export function previewAgents(workspace: Workspace, wanted?: readonly string[]): readonly string[] {
  const plan = hasAgents(workspace, wanted) ? planAgents(workspace) : err([]);
  return plan.ok ? SAYS[plan.value.state] : [];
}

/** Checks the block as if it were one more spec; nothing when the project has none. */
export function checkAgents(workspace: Workspace): Result<readonly SpecCheck[]> {
  if (!hasAgents(workspace)) return ok([]);
  const plan = planAgents(workspace);
  if (!plan.ok) return plan;
  const isFresh = plan.value.state === 'fresh' || plan.value.state === 'withheld';
  const none = { edited: [], unadopted: [], conflicts: [], overdue: [], expired: [], assumed: [] };
  const about = { spec: FILE, file: FILE, redo: 'regenerate --all' };
  const stale = isFresh ? [] : (['the specs or the context changed'] as const);
  return ok([{ ...about, ...none, stale, findings: [], notes: [], said: [] }]);
}

function planAgents(workspace: Workspace): Result<AgentsPlan> {
  const { root } = workspace.project;
  const specs = pointers(workspace);
  if (!specs.ok) return specs;
  const there = textAt(workspace, join(root, FILE));
  const mine = blockInside(there ?? '');
  if (!mine.ok) return err(mine.error.map((problem) => ({ ...problem, place: { file: join(root, FILE) } })));
  const generated = agentsBlock(specs.value, commandsOf(workspace));
  const base = textAt(workspace, join(root, BASE));
  if (mine.value === undefined && base !== undefined) return ok({ state: 'withheld', base });
  return merged({ there, mine: mine.value, base, generated });
}

type Sides = {
  readonly there: string | undefined;
  readonly mine: string | undefined;
  readonly base: string | undefined;
  readonly generated: string;
};

function merged({ there, mine, base, generated }: Sides): Result<AgentsPlan> {
  const block = mergedBlock({ mine, base: base ?? mine, generated });
  const next = spliceManagedBlock(there ?? '', managedBlock(block.text));
  if (!next.ok) return next;
  if (next.value === there && block.base === base) return ok({ state: 'fresh', base });
  const text = next.value === there ? {} : { text: next.value };
  return ok({ state: mine === undefined ? 'new' : 'updated', base: block.base, ...text });
}

/** A block that somebody changed by hand keeps that; where both changed, the hand wins. */
function mergedBlock({ mine, base, generated }: Omit<Sides, 'there'>): { text: string; base: string } {
  if (mine === undefined || base === undefined) return { text: generated, base: generated };
  const file = { path: FILE, type: 'markdown', policy: 'generated', generated, mine, base } as const;
  const request = { files: [file], conflict: 'keep', restore: [], stillParses } as const;
  const [result] = mergeFiles(request).files;
  return { text: result?.text ?? mine, base: result?.newBase ?? generated };
}

function writeAgents({ disk, project }: Workspace, { state, text, base }: AgentsPlan): Result<void> {
  if (state === 'fresh' || state === 'withheld') return ok(undefined);
  const file = text === undefined ? [] : [{ path: FILE, text }];
  return applyWrites(disk, project.root, [...file, { path: BASE, text: base }]);
}

/** Where each spec lies; the names of many are not read. */
function pointers({ disk, project }: Workspace): Result<readonly SpecPointer[]> {
  const specs = listSpecs(disk, project);
  if (!specs.ok) return specs;
  const main = ['spec', 'brief'].find((id) => project.config.formats.includes(id));
  return ok(
    specs.value.flatMap(({ slug }) => {
      const paths = specDir(disk, project, slug);
      if (!paths.ok) return [];
      const from = (name: string) =>
        relative(project.root, join(paths.value.dir, name)).replaceAll('\\', '/');
      const answers = () => readAnswers(disk, paths.value.answers);
      const document = main === undefined ? 'answers.yaml' : `${main}.md`;
      // A spec that was never rendered has nothing to read yet.
      if (disk.kind(join(paths.value.dir, document)) === undefined) return [];
      return [
        { name: () => nameIn(answers()) ?? slug, spec: from(document), assistant: from('assistant.md') },
      ];
    }),
  );
}

const nameIn = (read: ReturnType<typeof readAnswers>): string | undefined =>
  read.ok ? read.value?.raw.name : undefined;

/** The commands of the shared context, as they are typed; what was asked of one spec only is not everybody's. */
function commandsOf(workspace: Workspace): readonly string[] {
  const file = readContext(workspace.disk, workspace.project.context);
  if (!file.ok || file.value === undefined) return [];
  const { session } = openSaved({ ...workspace, context: undefined }, file.value.raw, 'context');
  const value = session.saved.answers.get('aia.commands')?.value;
  return isRows(value)
    ? value.map(({ cells }) => cells['command']).filter((cell) => typeof cell === 'string')
    : [];
}
