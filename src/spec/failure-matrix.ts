import { isAsked } from '../interview/index.js';
import { joined, slug } from '../kernel/index.js';
import type { OpenQuestion } from './document.js';
import type { DependencyFailures } from './drawn-parts.js';
import type { Ground } from './ground.js';
import { readTable, type ReadRow } from './read-table.js';

const DEPENDENCIES = 'dep.dependencies';
const FAILURES = 'rec.failures';

/** The ways in which a dependency fails, and the columns of its own row that answer for one. */
const MODES: readonly { readonly mode: string; readonly columns: readonly string[] }[] = [
  { mode: 'crash', columns: ['fail_mode', 'fallback'] },
  { mode: 'slow', columns: ['when_slow'] },
  { mode: 'wrong', columns: ['when_wrong'] },
  { mode: 'partial', columns: [] },
  { mode: 'duplicate', columns: ['passes_key'] },
  { mode: 'stale', columns: [] },
  { mode: 'lost', columns: [] },
];

/** Says for every dependency which of its failures somebody has answered for, and where. */
export function buildFailureMatrix(ground: Ground): readonly DependencyFailures[] {
  const failures = readTable(ground, FAILURES);
  return readTable(ground, DEPENDENCIES).map((dependency) => {
    const modes = MODES.map(({ mode, columns }) => {
      const own = columns.find((column) => isAnswer(dependency, column));
      const other = failures.find((failure) => answers(failure, mode, dependency));
      const table = own === undefined ? undefined : `${DEPENDENCIES}.${dependency.id}.${own}`;
      return { mode, from: table ?? (other === undefined ? '' : `${FAILURES}.${other.id}`) };
    });
    return {
      id: dependency.id,
      name: dependency.text('name'),
      answered: modes.filter(({ from }) => from !== ''),
      silent: modes.filter(({ from }) => from === '').map(({ mode }) => mode),
    };
  });
}

/** A key that is not passed on answers for nothing. */
function isAnswer(row: ReadRow, column: string): boolean {
  return row.text(column) !== '' && row.cell(column) !== false;
}

function answers(failure: ReadRow, mode: string, dependency: ReadRow): boolean {
  const about = failure.cell('dependency') ?? slug(failure.text('component'));
  const says = failure.text('response') !== '' || failure.text('by_hand') !== '';
  return about === dependency.id && failure.cell('mode') === mode && says;
}

/** Adds what the matrix leaves open, once all columns that could answer it are asked and unless the table itself is open. */
export function withFailureGaps(
  ground: Ground,
  open: readonly OpenQuestion[],
  matrix: readonly DependencyFailures[],
): readonly OpenQuestion[] {
  const item = ground.situation.item(FAILURES);
  const names = matrix.filter(({ silent }) => silent.length > 0).map(({ name }) => name);
  const asked = ground.session.saved.depth === 'deep' && item !== undefined && isAsked(item);
  if (!asked || names.length === 0 || open.some(({ id }) => id === FAILURES)) return open;
  const { section, required } = item.question;
  const prompt = `What happens in the failures of ${joined(names)} that are listed as not answered?`;
  const touches = ground.bank.sections.filter(({ id }) => id === section).map(({ title }) => title);
  const gap: OpenQuestion = {
    ...{ id: FAILURES, section, prompt, touches, required, state: 'open' },
    ...{ owner: '', due: '', meanwhile: '', why: '' },
  };
  return [...open, gap];
}
