import { join, resolve } from 'node:path';
import {
  assembleBanks,
  joinBanks,
  parseBank,
  type BankSource,
  type Depth,
  type JoinedBank,
} from '../bank/index.js';
import { factSignatures } from '../facts/index.js';
import { openSession, type Mode, type RawAnswer, type RawSaved, type Session } from '../interview/index.js';
import { allOk, ok, type Problem, type Result } from '../kernel/index.js';
import { parseFormat, type Format } from '../render/index.js';
import {
  answersOf,
  createDisk,
  findProject,
  readAnswers,
  readBankSources,
  readCompiledBanks,
  readContext,
  readFormatSources,
  specDir,
  type AnswersFile,
  type Disk,
  type Project,
  type SpecPaths,
} from '../store/index.js';
import type { World } from './world.js';

/** A project with its banks and shared context, read once per run. */
export type Workspace = {
  readonly world: World;
  readonly disk: Disk;
  readonly project: Project;
  readonly bank: JoinedBank;
  readonly sources: readonly BankSource[];
  readonly context: AnswersFile | undefined;
};

/** One spec as it was opened: where it lies, what its file said, and what does not fit. */
export type OpenSpec = {
  readonly paths: SpecPaths;
  readonly file: AnswersFile | undefined;
  readonly session: Session;
  readonly problems: readonly Problem[];
};

/** Opens the project around a folder: its settings, banks and context. */
export function openWorkspace(world: World, dir: string | undefined): Result<Workspace> {
  const disk = createDisk();
  const project = findProject(disk, dir === undefined ? world.cwd : resolve(world.cwd, dir));
  if (!project.ok) return project;
  const places = {
    shipped: join(world.packageDir, 'question-banks'),
    root: project.value.root,
    banks: project.value.config.banks,
  };
  const sources = readBankSources(disk, places);
  if (!sources.ok) return sources;
  const bank = compiledBank(world, disk, sources.value) ?? joinSources(sources.value);
  if (!bank.ok) return bank;
  const context = readContext(disk, project.value.context);
  if (!context.ok) return context;
  return ok({
    world,
    disk,
    project: project.value,
    bank: bank.value,
    sources: sources.value,
    context: context.value,
  });
}

/** Takes the banks the build parsed; they were joined and linted then, so nothing is checked again. */
function compiledBank(
  world: World,
  disk: Disk,
  sources: readonly BankSource[],
): Result<JoinedBank> | undefined {
  const banks = readCompiledBanks(disk, join(world.packageDir, 'dist', 'banks.json'), sources);
  return banks === undefined ? undefined : ok(assembleBanks(banks, factSignatures));
}

/** Parses banks and joins them with the facts the product knows. */
export function joinSources(sources: readonly BankSource[]): Result<JoinedBank> {
  const banks = allOk(sources.map((source) => parseBank(source)));
  return banks.ok ? joinBanks(banks.value, factSignatures) : banks;
}

/** Opens the spec of a slug; a spec that does not exist yet starts from `start`. */
export function openSpec(workspace: Workspace, slug: string, start?: RawSaved): Result<OpenSpec> {
  const paths = specDir(workspace.disk, workspace.project, slug);
  if (!paths.ok) return paths;
  const file = readAnswers(workspace.disk, paths.value.answers);
  if (!file.ok) return file;
  const saved = start ?? file.value?.raw ?? answersOf(slug, 'standard');
  const { session, problems } = openSaved(workspace, saved, 'spec');
  const placed = problems.map((problem) => ({
    ...problem,
    place: problem.place ?? { file: paths.value.answers },
  }));
  return ok({
    paths: paths.value,
    file: file.value,
    session,
    problems: [...(file.value?.notes ?? []), ...placed],
  });
}

/** Opens a session over stored or given answers, with the shared context behind it. */
export function openSaved(workspace: Workspace, saved: RawSaved, mode: Mode): ReturnType<typeof openSession> {
  const context: ReadonlyMap<string, RawAnswer> = workspace.context?.raw.answers ?? new Map();
  return openSession({ bank: workspace.bank, mode, saved, context });
}

/** Reads template sets, a project's own before the shipped ones. */
export function openFormats(
  workspace: Workspace,
  ids: readonly string[] | undefined,
): Result<readonly Format[]> {
  const wanted = ids ?? workspace.project.config.formats;
  const places = { shipped: join(workspace.world.packageDir, 'templates'), root: workspace.project.root };
  const sources = readFormatSources(workspace.disk, places, wanted);
  return sources.ok ? allOk(sources.value.map(parseFormat)) : sources;
}

/** The depth an interview starts with: asked for, set by the project, or by the tier. */
export function startingDepth(
  workspace: Workspace,
  asked: Depth | undefined,
  tier: string | undefined,
): Depth {
  if (asked !== undefined) return asked;
  const { depth } = workspace.project.config;
  if (depth !== 'by-tier') return depth;
  return tier === 'T2' || tier === 'T3' ? 'quick' : 'standard';
}
