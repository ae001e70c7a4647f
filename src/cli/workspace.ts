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
import {
  answersOf,
  bankRecords,
  createDisk,
  findProject,
  readAnswers,
  readBankSources,
  readCompiledBanks,
  readContext,
  type readFormatSources,
  specDir,
  type AnswersFile,
  type BankPlaces,
  type BankRecord,
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
  readonly bankRecords: readonly BankRecord[];
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
  const disk = world.disk ?? createDisk();
  const project = findProject(disk, dir === undefined ? world.cwd : resolve(world.cwd, dir));
  if (!project.ok) return project;
  const places = {
    shipped: join(world.packageDir, 'question-banks'),
    root: project.value.root,
    banks: project.value.config.banks,
  };
  const banks = compiledBanks(world, disk, places) ?? readBanks(disk, places);
  if (!banks.ok) return banks;
  const context = readContext(disk, project.value.context);
  if (!context.ok) return context;
  return ok({
    world,
    disk,
    project: project.value,
    ...banks.value,
    context: context.value,
  });
}

type Banks = Pick<Workspace, 'bank' | 'bankRecords'>;

/** Takes the banks the build parsed; they were joined and linted then, so nothing is checked again. */
function compiledBanks(world: World, disk: Disk, places: BankPlaces): Result<Banks> | undefined {
  if (places.banks.length > 0) return undefined;
  const compiled = readCompiledBanks(disk, world.packageDir);
  if (compiled === undefined) return undefined;
  return ok({ bank: assembleBanks(compiled.banks, factSignatures), bankRecords: compiled.records });
}

function readBanks(disk: Disk, places: BankPlaces): Result<Banks> {
  const sources = readBankSources(disk, places);
  if (!sources.ok) return sources;
  const bank = joinSources(sources.value);
  return bank.ok ? ok({ bank: bank.value, bankRecords: bankRecords(sources.value, bank.value.banks) }) : bank;
}

/** Parses banks and joins them with the facts the product knows. */
function joinSources(sources: readonly BankSource[]): Result<JoinedBank> {
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

/** Where template sets lie: the shipped ones, and the project that may have its own. */
export function formatPlaces({ world, project }: Workspace): Parameters<typeof readFormatSources>[1] {
  return { shipped: join(world.packageDir, 'templates'), root: project.root };
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
