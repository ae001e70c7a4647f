import { rowIdFor, type Cell, type Column, type Row, type TableShape } from '../../bank/index.js';
import { counted, joined, truncateText } from '../../kernel/index.js';
import { readWords } from './cell-words.js';
import { recordsOf, type Records } from './table-records.js';
import { keyText } from './table-row.js';
import { ADD_ROW, askedColumns, orderedCells, withRows, type TableDraft } from './table.js';
import { handled, refused, type DraftContext, type Outcome, type Pressed } from './types.js';

const limit = 2000;

/** Makes rows of a pasted table as one undoable change, and says what came in and what did not. */
export function importedRows(draft: TableDraft, text: string, context: DraftContext): Pressed<TableDraft> {
  const { records, columns, unknown } = laidOut(draft.shape, recordsOf(text));
  if (records.length === 0) return refused(draft, nothingPasted(draft.shape));
  const taken = new Set(draft.rows.map(({ id }) => id));
  const read = records
    .slice(0, limit)
    .map((record) => readRecord(draft.shape, { record, columns, base: undefined }, context));
  const rows = read.flatMap(({ cells }): readonly Row[] => {
    if (Object.keys(cells).length === 0) return [];
    const id = rowIdFor(keyText(draft, cells), taken);
    taken.add(id);
    return [{ id, cells }];
  });
  if (rows.length === 0) return refused(draft, nothingPasted(draft.shape));
  const notice = noticeOf({
    done: `${counted(rows.length, 'row')} added`,
    misread: read.flatMap(({ misread }) => misread),
    unknown,
    over: records.length - limit,
  });
  return handled(withRows(draft, [...draft.rows, ...rows], ADD_ROW), notice);
}

const nothingPasted = (shape: TableShape): { code: string; message: string; hint: string } => ({
  code: 'table-paste',
  message: 'No row of this table could be read from the text.',
  hint: `Paste lines with ${askedColumns(shape)
    .map(({ label }) => label)
    .join(', ')}, parted by tabs, commas or bars.`,
});

/** Records without their header, and which column each of their cells belongs to. */
export type LaidOut = {
  readonly records: readonly (readonly string[])[];
  readonly columns: readonly (Column | 'id' | undefined)[];
  readonly unknown: readonly string[];
};

/** Finds the columns: by the header when there is one, otherwise by position. */
export function laidOut(shape: TableShape, { records, header }: Records): LaidOut {
  const [first = []] = records;
  const named = first.map((name) => columnNamed(shape, name));
  const found = named.filter((column) => column !== undefined).length;
  const isHeader = found > 0 && first.every((name, index) => name === '' || named[index] !== undefined);
  if (isHeader || (header === 'certain' && found > 0)) {
    const unknown = first.filter((name, index) => name !== '' && named[index] === undefined);
    return { records: records.slice(1), columns: named, unknown };
  }
  return {
    records: header === 'certain' ? records.slice(1) : records,
    columns: askedColumns(shape),
    unknown: [],
  };
}

function columnNamed(shape: TableShape, name: string): Column | 'id' | undefined {
  const wanted = plainName(name);
  if (wanted === '') return undefined;
  const column = shape.columns.find(
    ({ id, label }) => plainName(id) === wanted || plainName(label) === wanted,
  );
  return column ?? (wanted === 'id' ? 'id' : undefined);
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

type Recorded = {
  readonly record: readonly string[];
  readonly columns: LaidOut['columns'];
  readonly base: Row | undefined;
};

type ReadRecord = { readonly cells: Row['cells']; readonly misread: readonly string[] };

/** Reads one record over the cells that a row has already; a cell that is not understood stays as it was. */
export function readRecord(
  shape: TableShape,
  { record, columns, base }: Recorded,
  context: DraftContext,
): ReadRecord {
  const cells = new Map<string, Cell>(Object.entries(base?.cells ?? {}));
  const misread: string[] = [];
  for (const [index, column] of columns.entries()) {
    if (column === undefined || column === 'id') continue;
    const text = record[index] ?? '';
    const read = readWords(column, text, context);
    if (!read.ok) misread.push(`${column.label} “${truncateText(text, 30)}”`);
    else if (read.value !== undefined) cells.set(column.id, read.value);
    else cells.delete(column.id);
  }
  return { cells: orderedCells(shape, cells), misread };
}

/** What is told after rows came in. */
type Told = {
  readonly done: string;
  readonly misread: readonly string[];
  readonly unknown: readonly string[];
  readonly over: number;
};

/** Says what came in, and names what did not. */
export function noticeOf({ done, misread, unknown, over }: Told): Outcome {
  const shown = misread.slice(0, 3);
  const more = misread.length - shown.length;
  const names = more > 0 ? [...shown, `${String(more)} more`] : shown;
  const parts = [
    done,
    ...(misread.length > 0 ? [`not understood: ${joined(names)}`] : []),
    ...(unknown.length > 0 ? [`not columns of this table: ${joined(unknown)}`] : []),
    ...(over > 0 ? [`${counted(over, 'row')} left out, ${String(limit)} fit at once`] : []),
  ];
  return { type: 'notice', message: `${parts.join('; ')}.` };
}
