import { nearest } from '../kernel/index.js';
import type { JoinedBank, Subject } from './bank.js';
import type { KeyPath } from './join-banks-conditions.js';
import type { Flaw } from './lint-bank-problem.js';
import type { Question, TableQuestion } from './question.js';

/** A text with placeholders, and where it stands. */
export type PlacedText = { readonly subject: Subject; readonly path: KeyPath; readonly text: string };

type Around = {
  readonly joined: JoinedBank;
  readonly question?: Question;
  readonly row: TableQuestion | undefined;
};

/** The names between braces in a text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** Placeholders that stand for nothing where they are. */
export function placeholderFlaws({ text, ...where }: PlacedText, around: Around): readonly Flaw[] {
  return [...new Set(placeholdersIn(text))].flatMap((name) => {
    const hint = refusedName(name, around);
    const message = `The placeholder {${name}} stands for nothing here.`;
    return hint === undefined ? [] : [{ ...where, code: 'lint-placeholder', message, hint }];
  });
}

const FORMS = 'Known are {value}, {row.column}, {a.section.name} and {f.name}.';

/** Says what to do about a placeholder, or nothing where it resolves. */
function refusedName(name: string, around: Around): string | undefined {
  if (name === 'value') return refusedValue(around);
  const [head, ...rest] = name.split('.');
  const tail = rest.join('.');
  if (head === 'row') return refusedColumn(tail, around.row);
  const { joined } = around;
  if (head === 'a')
    return refusedIn(
      tail,
      joined.questions.map(({ id }) => id),
      'a.',
    );
  if (head === 'f')
    return refusedIn(
      name,
      joined.facts.map(({ id }) => id),
      '',
    );
  return FORMS;
}

function refusedValue({ question }: Around): string | undefined {
  if (question === undefined)
    return 'A rule has no value of its own; write {a.section.name} or {row.column}.';
  return question.kind === 'table' ? 'A table has rows; write {row.column}.' : undefined;
}

function refusedColumn(column: string, row: TableQuestion | undefined): string | undefined {
  if (row === undefined) return 'There is no row here; write {a.section.name}.';
  return refusedIn(column, ['id', ...row.columns.map(({ id }) => id)], 'row.');
}

function refusedIn(id: string, known: readonly string[], prefix: string): string | undefined {
  if (known.includes(id)) return undefined;
  const near = nearest(id, known, 1)[0];
  return near === undefined ? 'Correct the name, or define it.' : `Did you mean {${prefix}${near}}?`;
}
