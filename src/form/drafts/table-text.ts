import { rowIdFor, type Cell, type Column, type Row } from '../../bank/index.js';
import { counted } from '../../kernel/index.js';
import { laidOut, noticeOf, readRecord } from './table-import.js';
import { recordsOf } from './table-records.js';
import { keyText } from './table-row.js';
import { ADD_ROW, askedColumns, withRows, type TableDraft } from './table.js';
import { handled, type DraftContext, type Pressed } from './types.js';

/** Writes a table as Markdown for an outside editor; the id keeps each row itself when its name changes. */
export function tableText({ shape, rows }: TableDraft): string {
  const columns = askedColumns(shape);
  const header = ['id', ...columns.map(({ label }) => label)];
  const lines = [
    header,
    header.map(() => '---'),
    ...rows.map((row) => [row.id, ...columns.map((column) => sourceText(column, row.cells[column.id]))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function sourceText(column: Column, cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = typeof cell === 'string' ? cell : cell.join(column.kind === 'list' ? '; ' : ', ');
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Takes the table back from an outside editor: rows by their ids, rows without one are new, those that are gone are gone. */
export function replaceTable(draft: TableDraft, text: string, context: DraftContext): Pressed<TableDraft> {
  const { records, columns, unknown } = laidOut(draft.shape, recordsOf(text));
  const idAt = columns.indexOf('id');
  const known = new Map(draft.rows.map((row) => [row.id, row]));
  const taken = new Set(known.keys());
  const misread: string[] = [];
  const rows = records.flatMap((record): readonly Row[] => {
    const id = idAt === -1 ? '' : (record[idAt] ?? '');
    const base = known.get(id);
    known.delete(id);
    const read = readRecord(draft.shape, { record, columns, base }, context);
    misread.push(...read.misread);
    if (base !== undefined) return [{ ...base, cells: read.cells }];
    if (Object.keys(read.cells).length === 0) return [];
    const made = rowIdFor(keyText(draft, read.cells), taken);
    taken.add(made);
    return [{ id: made, cells: read.cells }];
  });
  const done = `The table has ${counted(rows.length, 'row')} now`;
  const ids = new Set([ADD_ROW, ...rows.map(({ id }) => id)]);
  const halves = new Map([...draft.halves].filter(([id]) => ids.has(id)));
  const next: TableDraft = { ...withRows(draft, rows, ADD_ROW), halves, mode: { type: 'rows' } };
  return handled(next, noticeOf({ done, misread, unknown, over: 0 }));
}
