import type { JoinedBank } from '../../src/bank/index.js';
import type { RawSaved } from '../../src/interview/index.js';

/** Texts that would break a document if they were trusted. */
export const HOSTILE: readonly string[] = [
  '# not a heading',
  '## neither',
  '- not an item',
  '+ nor this',
  '* nor that',
  '1. not numbered',
  '2) not either',
  '> not a quote',
  '``` not a fence',
  '~~~ not a fence',
  '---',
  '===',
  '| not | a | row |',
  '| --- | --- |',
  '<script>alert(1)</script>',
  '<!-- a comment -->',
  'a --> b',
  '{{name}} and {{> partial}}',
  '{{{raw}}}',
  '[a link](javascript:alert(1))',
  '![an image](x.png)',
  '[reference]: http://example.com',
  '*bold* and _italic_ and ~~gone~~ and **strong**',
  'a_snake_case and __init__',
  '`code` and ``more`` and ` one',
  'a\\backslash\\',
  'ends in a backslash\\',
  '&lt;entity&gt; &amp; &#35;',
  'quotes " and \' and “these”',
  'שלום \u202eworld\u202c مرحبا',
  'emoji 👩‍👩‍👧 and flags 🇩🇪',
  'control \u0007\u001b[31m characters \u0000 inside',
  'tab\tseparated\tcells',
  'ends in hashes ##',
  '    four blanks in front',
  'a footnote[^1] and a mention @nobody',
  '$math$ and 100 % of 5 €',
  'http://example.com/a_b_c?d=*e* and http://example.com/_f_.',
  'www.example.com/*g* and some_one@example.com',
];

type Shape = JoinedBank['questions'][number];
type Spoil = (text: unknown, room?: number) => unknown;

/** Spoils every free text of a set of answers with hostile ones, each in its turn, as far as their lengths allow. */
export function hostileAnswers(bank: JoinedBank, saved: RawSaved): RawSaved {
  let next = 0;
  const spoil: Spoil = (text, room = 400) => {
    const spoiled = `${String(text)} ${HOSTILE[next++ % HOSTILE.length] ?? ''}`;
    return spoiled.length <= room ? spoiled : text;
  };
  const answers = new Map(
    [...saved.answers].map(([id, answer]) => {
      const question = bank.question(id);
      if (question === undefined) return [id, answer];
      return [id, { ...answer, raw: spoiled(question, answer.raw, spoil), why: String(spoil('because')) }];
    }),
  );
  return { ...saved, answers, name: 'Hostile # *name* `x` ##' };
}

function spoiled(question: Shape, raw: unknown, spoil: Spoil): unknown {
  if (question.kind === 'text') return question.form === undefined ? spoil(raw, question.max_length) : raw;
  if (question.kind === 'prose') return `${String(spoil(raw))}\n${String(spoil('A line'))}`;
  if (question.kind === 'list' && Array.isArray(raw)) {
    return raw.map((item: unknown) => spoil(item, question.max_length));
  }
  return question.kind === 'table' && Array.isArray(raw) ? spoiledRows(question, raw, spoil) : raw;
}

function spoiledRows(
  table: Extract<Shape, { kind: 'table' }>,
  rows: readonly unknown[],
  spoil: Spoil,
): unknown {
  return rows.map((raw) => {
    const row = raw as Readonly<Record<string, unknown>>;
    const cells = table.columns.flatMap((column) => {
      if (column.kind !== 'text' || column.form !== undefined || row[column.id] === undefined) return [];
      return [[column.id, spoil(row[column.id], column.max_length)] as const];
    });
    return { ...row, ...Object.fromEntries(cells), why: spoil('the row says') };
  });
}
