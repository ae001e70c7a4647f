import type { Column } from '../bank/index.js';
import type { SaidRow, SpecDocument } from './document.js';
import { plainText } from './fill.js';
import { isSaid, rowsOf, type Ground } from './ground.js';
import type { KitEntity, KitFact } from './kit-parts.js';
import { readTable } from './read-table.js';

/** What the technical context is read from beside the answers. */
type ContextGround = Pick<SpecDocument, 'matrix' | 'archetypes' | 'summary'>;

/** Gives what is known about how it will be built; what nobody has said has no text. */
export function buildContext(
  ground: Ground,
  { matrix, archetypes, summary }: ContextGround,
): readonly KitFact[] {
  const cells = (table: string, column: string): readonly string[] =>
    readTable(ground, table).map((row) => row.text(column));
  const numbers = (wanted: (id: string) => boolean): readonly string[] =>
    summary.numbers.filter(({ id }) => wanted(id)).map(({ label, text }) => `${label}: ${text}`);
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Language/Version', []],
    ['Primary Dependencies', matrix.map(({ name }) => name)],
    ['Storage', storageOf(ground)],
    ['Testing', testingOf(ground)],
    ['Target Platform', cells('ops.runs_on', 'platform')],
    ['Project Type', archetypes],
    ['Performance Goals', numbers((id) => PERFORMANCE.some((start) => id.startsWith(start)))],
    ['Constraints', [...cells('leg.constraints', 'constraint'), ...cells('ops.runs_on', 'limits')]],
    ['Scale/Scope', numbers((id) => SCALE.includes(id))],
  ];
  return facts.map(([label, texts]) => ({
    label,
    text: [...new Set(texts)].filter((text) => text !== '').join('; '),
  }));
}

const PERFORMANCE = ['traffic.latency.', 'dep.caller_deadline', 'rec.slo'];

const SCALE = ['traffic.peak_rate', 'traffic.average_rate', 'traffic.growth', 'traffic.instances'];

function storageOf(ground: Ground): readonly string[] {
  const stores = readTable(ground, 'data.stores');
  if (stores.length > 0) return stores.map((row) => `${row.text('product')} (${row.text('name')})`);
  const state = ground.situation.item('arc.state_class');
  const isStateless = state !== undefined && isSaid(state) && state.value === 'stateless';
  return isStateless ? [plainText(state.question, 'stateless', ground)] : [];
}

function testingOf(ground: Ground): readonly string[] {
  return readTable(ground, 'aia.commands')
    .filter((row) => TESTING.includes(String(row.cell('purpose'))))
    .map((row) => row.text('command'));
}

const TESTING = ['test', 'test-one', 'all-checks'];

/** Gives the kinds of records with their fields and states. */
export function buildEntities(ground: Ground): readonly KitEntity[] {
  const fields = saidRows(ground, 'data.fields');
  const states = saidRows(ground, 'data.states');
  return saidRows(ground, 'data.entities').map(({ row }) => {
    const own = (rows: readonly Read[]): readonly SaidRow[] =>
      rows.filter(({ cells: { entity } }) => entity === row.id).map((read) => without(read.row, 'Record'));
    return {
      id: row.id,
      name: row.name,
      facts: row.filled,
      fields: own(fields),
      states: own(states),
    };
  });
}

type Read = { readonly row: SaidRow; readonly cells: Readonly<Record<string, unknown>> };

/** Prints the rows of a table, each by its key and what else is said of it. */
export function saidRows(ground: Ground, table: string): readonly Read[] {
  const { question, rows } = rowsOf(ground, table);
  if (question === undefined) return [];
  return rows.map(({ id, cells }) => {
    const text = (column: Column): string => {
      const cell = cells[column.id];
      return cell === undefined ? '' : plainText(column, cell, ground);
    };
    const key = question.columns.find((column) => column.id === question.key);
    const others = question.columns.filter((column) => column !== key);
    const filled = others
      .map((column) => ({ label: column.label, text: text(column) }))
      .filter((one) => one.text !== '');
    const name = key === undefined ? id : text(key);
    return { row: { id, name, cells: others.map(text), filled }, cells };
  });
}

/** A row under the heading of what it belongs to does not say it again. */
const without = (row: SaidRow, label: string): SaidRow => ({
  ...row,
  filled: row.filled.filter((one) => one.label !== label),
});
