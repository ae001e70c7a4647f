import type { SaidRow, SpecDocument } from './document.js';
import { plainText } from './fill.js';
import { isSaid, rowsOf, type Ground } from './ground.js';
import type { KitEntity, KitFact, KitRecord } from './kit-parts.js';
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
  const fields = readParts(ground, 'data.fields');
  const states = readParts(ground, 'data.states');
  return readParts(ground, 'data.entities').map((entity) => {
    const own = (all: readonly Parts[]): readonly SaidRow[] =>
      all.filter(({ cells }) => cells['entity'] === entity.id).map((parts) => rowOf(parts, ['entity']));
    const { id, name, filled } = rowOf(entity);
    return { id, name, facts: filled, fields: own(fields), states: own(states) };
  });
}

/** Gives what is kept without saying where or how. */
export function buildRecords(ground: Ground): readonly KitRecord[] {
  const entities = readParts(ground, 'data.entities');
  const fields = readParts(ground, 'data.fields');
  const traits = ({ parts }: Parts, wanted: readonly string[]) =>
    parts.filter(({ column }) => wanted.includes(column)).map(({ label, text }) => ({ label, text }));
  if (entities.length === 0)
    return readParts(ground, 'data.stores').map((store) => {
      const holds = store.parts.find(({ column }) => column === 'holds')?.text ?? store.name;
      return { id: store.id, name: holds, attributes: [], traits: traits(store, ['role']) };
    });
  return entities.map((entity) => ({
    id: entity.id,
    name: entity.name,
    attributes: fields.filter(({ cells }) => cells['entity'] === entity.id).map(({ name }) => name),
    traits: traits(entity, ['class', 'kept']),
  }));
}

/** Prints the rows of a table, each by its key and what else is said of it. */
export function saidRows(ground: Ground, table: string): readonly SaidRow[] {
  return readParts(ground, table).map((parts) => rowOf(parts));
}

/** A row with its cells as they were stored, and the filled ones beside its key as people read them. */
type Parts = {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly parts: readonly { readonly column: string; readonly label: string; readonly text: string }[];
};

function readParts(ground: Ground, table: string): readonly Parts[] {
  const { question, rows } = rowsOf(ground, table);
  if (question === undefined) return [];
  return rows.map(({ id, cells }) => {
    const parts = question.columns.flatMap((column) => {
      const cell = cells[column.id];
      const text = cell === undefined ? '' : plainText(column, cell, ground);
      return text === '' ? [] : [{ column: column.id, label: column.label, text }];
    });
    const name = parts.find(({ column }) => column === question.key)?.text ?? id;
    return { id, name, cells, parts: parts.filter(({ column }) => column !== question.key) };
  });
}

/** A row under the heading of what it belongs to does not say that again. */
function rowOf({ id, name, parts }: Parts, without: readonly string[] = []): SaidRow {
  const filled = parts.filter(({ column }) => !without.includes(column));
  return {
    ...{ id, name, cells: filled.map(({ text }) => text) },
    filled: filled.map(({ label, text }) => ({ label, text })),
  };
}
