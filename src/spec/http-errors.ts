import type { HttpError, HttpInterface } from './http-parts.js';
import type { ReadRow } from './read-table.js';

const STATUS = /^([45]\d\d)\b/;

type Coded = { readonly status: string; readonly row: ReadRow };

/** Reads the table of errors: those with a status of HTTP by their code, and the others apart. */
export function httpErrors(
  rows: readonly ReadRow[],
  limits: readonly ReadRow[],
): Pick<HttpInterface, 'errors' | 'errorNames' | 'left'> {
  const isTold = limits.some(({ cell }) => cell('reveals_limit') === true);
  const coded = rows.flatMap((row): readonly Coded[] => {
    const status = STATUS.exec(row.text('code'))?.[1];
    return status === undefined ? [] : [{ status, row }];
  });
  const known = new Set(coded.map(({ row }) => row.id));
  const statuses = [...new Set(coded.map(({ status }) => status))].sort();
  return {
    errors: statuses.map((status) => {
      const own = coded.filter((one) => one.status === status).map(({ row }) => row);
      return { ...errorOf(status, own), tellsLimit: isTold && status === LIMITED };
    }),
    errorNames: [...new Set(coded.map(({ row }) => row.text('name')))],
    left: rows
      .filter(({ id }) => !known.has(id))
      .map(({ text }) => ({ text: text('name'), because: 'its code is no error status of HTTP' })),
  };
}

/** The statuses whose answer may say in a header how long to wait. */
const WAITING = ['429', '503'];

/** The status of a call above its limit. */
const LIMITED = '429';

function errorOf(status: string, rows: readonly ReadRow[]): Omit<HttpError, 'tellsLimit'> {
  return {
    status,
    description: rows.map(described).join(' '),
    names: rows.map(({ text }) => text('name')),
    waits: WAITING.includes(status) && rows.some(({ cell }) => cell('retry') === 'after-wait'),
  };
}

const ADVICE: Readonly<Record<string, string>> = {
  never: 'Never send the same request again',
  'after-wait': 'Try again after a wait',
  'at-once': 'Try again once, at once',
};

function described({ cell, text }: ReadRow): string {
  const retry = cell('retry');
  const advice = [typeof retry === 'string' ? (ADVICE[retry] ?? '') : '', text('caller_does')];
  const says = advice.filter((part) => part !== '').join(': ');
  return `${text('name')}: ${text('means')}.${says === '' ? '' : ` ${says.charAt(0).toUpperCase()}${says.slice(1)}.`}`;
}
