import { exampleOf, isRows, rowColumns, type Cell, type Column, type TableQuestion } from '../bank/index.js';
import { joined } from '../kernel/index.js';

/** The ids of the rows of a table as they stand. */
export type RowIds = (table: string) => readonly string[];

/** Says which columns the rows of a table have, what each takes, and how rows look. */
export function tableGuide(question: TableQuestion, rowsOf: RowIds): readonly string[] {
  const { strong } = question;
  const rows = isRows(strong) ? strong : [];
  const asked = rowColumns(question);
  const cells = rows.map((row) => tableLine(asked.map(({ id }) => cellText(row.cells[id]))));
  return [
    '',
    'Write one line for each row below the header, with bars between the cells:',
    '',
    ...asked.map((column) => columnLine(column, rowsOf)),
    ...(cells.length === 0 ? [] : ['', 'For example:', '', ...tableHead(question), ...cells]),
  ];
}

/** The head of the table that is to be filled. */
export function tableHead(question: TableQuestion): readonly string[] {
  const asked = rowColumns(question);
  const names = asked.map(({ label, required }) => `${barred(label)}${required ? ' (required)' : ''}`);
  return [tableLine(names), tableLine(names.map(() => '---'))];
}

const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const barred = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return barred([cell].flat().join(', '));
}

const columnLine = (column: Column, rowsOf: RowIds): string =>
  `- ${column.label}${column.required ? ' (required)' : ''}: ${taken(column, rowsOf)}`;

/** What a column takes, in words. */
function taken(column: Column, rowsOf: RowIds): string {
  switch (column.kind) {
    case 'confirm':
      return 'yes or no';
    case 'quantity':
      return `a number with its unit, for example ${exampleOf(column)}`;
    case 'list':
      return 'items with semicolons between';
    case 'choice':
      return `one of ${choices(column, rowsOf)}`;
    case 'many':
      return `none, or with commas between ${choices(column, rowsOf)}`;
    case 'prose':
      return 'words';
    case 'text':
      return column.form === 'date' ? 'a date, YYYY-MM-DD' : column.form === 'url' ? 'a link' : 'words';
  }
}

function choices(column: Extract<Column, { kind: 'choice' | 'many' }>, rowsOf: RowIds): string {
  const { of, options = [] } = column;
  if (of === undefined)
    return joined(
      options.map(({ id, label }) => `\`${id}\` (${label})`),
      'or',
    );
  const ids = rowsOf(of);
  return ids.length === 0
    ? `the rows of ${of}, which has none yet`
    : joined(
        ids.map((id) => `\`${id}\``),
        'or',
      );
}
