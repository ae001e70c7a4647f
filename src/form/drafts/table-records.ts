import { cleanText } from '../../kernel/index.js';

/** A pasted table before its columns are known; a Markdown table always has a header. */
export type Records = {
  readonly records: readonly (readonly string[])[];
  readonly header: 'certain' | 'maybe';
};

/** Takes a Markdown table, TSV or CSV apart; lines without any separator are records of one cell. */
export function recordsOf(text: string): Records {
  const clean = cleanText(text);
  const lines = clean.split('\n').filter((line) => line.trim() !== '');
  if (lines.some(isRule) || lines.every((line) => line.includes('|'))) return barRecords(lines);
  const separator = separatorOf(lines[0] ?? '', clean);
  return { records: separated(clean, separator).filter(saysSomething), header: 'maybe' };
}

const saysSomething = (record: readonly string[]): boolean => record.some((cell) => cell !== '');

const isRule = (line: string): boolean => /^[\s|]*:?--[\s|:-]*$/.test(line) && line.includes('-');

function barRecords(lines: readonly string[]): Records {
  const ruled = lines.findIndex(isRule);
  const rows = lines.filter((line, index) => index !== ruled && line.includes('|'));
  return { records: rows.map(barCells).filter(saysSomething), header: ruled === 1 ? 'certain' : 'maybe' };
}

function barCells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll('\\|', '|')
        .replace(/<br\s*\/?>/gi, ' ')
        .trim(),
    );
}

function separatorOf(first: string, text: string): string {
  if (text.includes('\t')) return '\t';
  const bare = first.replace(/"[^"]*"/g, '');
  const semicolons = bare.split(';').length;
  return semicolons > 1 && semicolons >= bare.split(',').length ? ';' : ',';
}

/** Cells may stand in quotes, and then hold separators, line breaks and doubled quotes. */
function separated(text: string, separator: string): readonly (readonly string[])[] {
  const escaped = separator === '\t' ? '\\t' : separator;
  const cell = new RegExp(
    `[^\\S\\n\\t]*(?:"((?:[^"]|"")*)"[^\\S\\n\\t]*(?=${escaped}|\\n|$)|([^${escaped}\\n]*))(${escaped}|\\n|$)`,
    'gy',
  );
  const records: string[][] = [];
  let record: string[] = [];
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, quoted, plain = '', end] = found;
    record.push((quoted?.replaceAll('""', '"').replaceAll('\n', ' ') ?? plain).trim());
    if (end !== separator) {
      records.push(record);
      record = [];
    }
    if (end === '') break;
  }
  return records;
}
