import { checkValue, isTable, type JoinedBank, type Value } from '../bank/index.js';
import { answerOf, type Session } from '../interview/index.js';
import type { RepositoryFile } from '../store/index.js';
import { readCommands } from './proposals/commands.js';
import { readEnvironments, readOwners, readPublishGuard, readSupplyChain } from './proposals/pipelines.js';
import type { Place, Reader, Reading } from './proposals/proposal.js';
import { readConstraints, readLayout, readStandards, readTestLevels } from './proposals/rules.js';

/** An answer that the repository suggests; it counts only after a person confirms it. */
export type Proposal = { readonly value: Value; readonly evidence: string };

const READERS: readonly Reader[] = [
  readEnvironments,
  readConstraints,
  readSupplyChain,
  readPublishGuard,
  readOwners,
  readCommands,
  readStandards,
  readLayout,
  readTestLevels,
];
const MOST_PLACES = 3;

/** Proposes answers to the shared questions of the banks from the files of a repository, in the order of the banks. */
export function proposalsFrom(
  files: readonly RepositoryFile[],
  bank: JoinedBank,
): ReadonlyMap<string, Proposal> {
  const readings = READERS.flatMap((reader) => reader(files));
  const shared = bank.questions.filter(({ scope }) => scope === 'repository');
  return new Map(
    shared.flatMap(({ id }) => {
      const proposal = proposalOf(
        bank,
        id,
        readings.filter(({ question }) => question === id),
      );
      return proposal === undefined ? [] : [[id, proposal] as const];
    }),
  );
}

function proposalOf(bank: JoinedBank, id: string, readings: readonly Reading[]): Proposal | undefined {
  const question = bank.question(id);
  if (question === undefined || readings.length === 0) return undefined;
  const rows = readings.flatMap((reading) => ('row' in reading ? [reading.row] : []));
  const [single] = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
  // Too few rows are a good start: the person adds the rest before recording it.
  const shape = isTable(question) ? { ...question, min_rows: 0 } : question;
  const checked = checkValue(shape, isTable(question) ? rows : single);
  return checked.ok
    ? { value: checked.value, evidence: evidenceOf(readings.map(({ place }) => place)) }
    : undefined;
}

function evidenceOf(places: readonly Place[]): string {
  const perFile = places.filter(({ path }, index) => places.findIndex((one) => one.path === path) === index);
  return perFile
    .slice(0, MOST_PLACES)
    .map(({ path, line }) => `${path}:${String(line)}`)
    .join(', ');
}

/** Leaves the proposals to questions that nobody answered yet, here or for all specs. */
export function openProposals(
  proposals: ReadonlyMap<string, Proposal>,
  session: Session,
): ReadonlyMap<string, Proposal> {
  return new Map([...proposals].filter(([id]) => answerOf(session, id) === undefined));
}
