import {
  isTable,
  labelOf,
  type JoinedBank,
  type Question,
  type TableQuestion,
} from '../../src/bank/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';

/**
 * One question as it is played: how to get there, what the screen then shows, and what is typed. `open` is shown while
 * it is the question itself that is asked, and not a later column of its rows.
 */
export type Step = {
  readonly at: string;
  readonly go?: string;
  readonly expect: string;
  readonly open: string;
  readonly paste?: string;
  readonly keys: string;
};

/** How rows get into a table: by the form of a row, on lines with bars, or pasted as Markdown or with tabs. */
export type Way = 'lines' | 'form, then lines' | 'Markdown' | 'tabs';

type Cells = Readonly<Record<string, string>>;
type Place = { readonly at: string; readonly comes?: boolean };

/** One question of a transcript, with the keys for it or with the rows of its table. */
export type Entry = Place &
  ({ readonly keys: string } | { readonly by: Way; readonly rows: readonly Cells[] });

/** The first screen, which is no question of the banks. */
export const opening = (expect: string, keys: string): Step => ({
  ...{ at: 'the first screen', expect, open: expect, keys },
});

let banks: JoinedBank | undefined;

/** The question that has an id now; a transcript that names another one says so. */
export function questionAt(id: string): Question {
  banks ??= shippedBank();
  const question = banks.question(id);
  if (question === undefined) throw new Error(`The transcript answers ${id}, which the banks no longer ask.`);
  return question;
}

/** The words that find a question in the outline: its id, and how its prompt begins. */
export function filterFor(id: string): string {
  return `${id} ${questionAt(id).prompt.split(' ').slice(0, 4).join(' ')}`;
}

/** Puts a transcript into the words that the banks have now. */
export function questions(entries: readonly Entry[]): readonly Step[] {
  return entries.map((entry) => {
    const step = entry.comes === true ? asked(entry.at) : { ...asked(entry.at), go: filterFor(entry.at) };
    return { ...step, ...typing(entry) };
  });
}

function asked(at: string): Omit<Step, 'keys'> {
  const question = questionAt(at);
  return { at, expect: question.prompt, open: `${labelOf(question)} ${question.prompt}` };
}

type Typing = Pick<Step, 'paste' | 'keys'>;

// From the last row to the line that says "done", and on.
const DONE = '{down}{enter}';

function typing(entry: Entry): Typing {
  if ('keys' in entry) return { keys: entry.keys };
  const table = questionAt(entry.at);
  if (!isTable(table)) throw new Error(`The transcript has rows for ${entry.at}, which is no table now.`);
  return typed(table, wayFor(table, entry), entry.rows);
}

// A column that is asked later has no place on a line; a paste reaches every column.
function wayFor(table: TableQuestion, { by, rows }: { by: Way; rows: readonly Cells[] }): Way {
  const onLine = new Set(onLineOf(table).map(({ id }) => id));
  const fits = rows.every((row) => Object.keys(row).every((column) => onLine.has(column)));
  return fits || by === 'tabs' ? by : 'Markdown';
}

const onLineOf = (table: TableQuestion) => table.columns.filter(({ ask }) => ask === 'row');

function typed(table: TableQuestion, way: Way, rows: readonly Cells[]): Typing {
  const [first = {}, ...rest] = rows;
  switch (way) {
    case 'lines':
      return { keys: lines(table, rows) + DONE };
    case 'form, then lines':
      return { keys: `a${cells(table, first).join('{tab}')}{ctrl-s}${lines(table, rest)}${DONE}` };
    case 'Markdown':
      return { paste: pasted(table, rows, markdownLine).join('\r'), keys: DONE };
    case 'tabs':
      return { paste: pasted(table, rows, (texts) => [texts.join('\t')]).join('\r'), keys: DONE };
  }
}

const lines = (table: TableQuestion, rows: readonly Cells[]): string =>
  `|${rows.map((row) => `${cells(table, row).join(' | ')}{enter}`).join('')}{enter}`;

/** The texts of a row in the order in which they are asked, up to the last one. */
function cells(table: TableQuestion, row: Cells): readonly string[] {
  const texts = onLineOf(table).map(({ id }) => row[id] ?? '');
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

type Line = (texts: readonly string[], isHeading: boolean) => readonly string[];

const markdownLine: Line = (texts, isHeading) => {
  const line = `| ${texts.join(' | ')} |`;
  return isHeading ? [line, `|${' --- |'.repeat(texts.length)}`] : [line];
};

function pasted(table: TableQuestion, rows: readonly Cells[], line: Line): readonly string[] {
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const labels = ids.map((id) => labelOfColumn(table, id));
  return [
    ...line(labels, true),
    ...rows.flatMap((row) =>
      line(
        ids.map((id) => row[id] ?? ''),
        false,
      ),
    ),
  ];
}

function labelOfColumn(table: TableQuestion, id: string): string {
  const column = table.columns.find((candidate) => candidate.id === id);
  if (column === undefined)
    throw new Error(`The transcript fills ${table.id}.${id}, which is no column now.`);
  return column.label;
}
