import type { Problem } from '../kernel/index.js';
import type { JoinedBank, Subject } from './bank.js';
import { conditionsOf, parsed, readsOf, type Condition, type KeyPath } from './join-banks-conditions.js';
import { tableReferences } from './join-banks-dangling.js';
import { isTable, type Question } from './question.js';

type Ranks = ReadonlyMap<string, number>;

/** Conditions and references that need an answer which is asked later; facts are followed to their inputs. */
export function forwardProblems(joined: JoinedBank): readonly Problem[] {
  const ranks: Ranks = new Map(joined.questions.map(({ id }, index) => [id, index]));
  return joined.questions.flatMap((question) => [
    ...conditionsOf(question).flatMap((condition) => ofCondition(condition, joined, ranks)),
    ...ofReferences(question, joined, ranks),
    ...ofColumns(question, joined),
  ]);
}

function ofCondition(condition: Condition, joined: JoinedBank, ranks: Ranks): readonly Problem[] {
  const { subject, path, owner, text, own } = condition;
  const limit = (ranks.get(owner) ?? 0) + (own ? 1 : 0);
  const later = readsOf(text, joined.facts).filter(({ question }) => (ranks.get(question) ?? -1) >= limit);
  return later.flatMap(({ question, through }) => {
    const what = through === undefined ? question : `${through}, which needs ${question}`;
    const when = question === owner ? 'the same question' : 'asked later';
    return forward(`A condition of ${owner} reads ${what}: ${when}.`, { subject, path, joined });
  });
}

function ofReferences(question: Question, joined: JoinedBank, ranks: Ranks): readonly Problem[] {
  const limit = ranks.get(question.id) ?? 0;
  return tableReferences(question).flatMap(({ path, id }) => {
    const selfInColumn = id === question.id && path.length > 1;
    if (selfInColumn || (ranks.get(id) ?? -1) < limit) return [];
    const message = `${question.id} takes rows of ${id}, which is ${id === question.id ? 'itself' : 'asked later'}.`;
    return forward(message, { subject: `question ${question.id}`, path, joined });
  });
}

// A row is filled from left to right; a column asked with the row cannot wait for one behind it.
function ofColumns(question: Question, joined: JoinedBank): readonly Problem[] {
  if (!isTable(question)) return [];
  const order = new Map(question.columns.map(({ id }, index) => [id, index]));
  return conditionsOf(question).flatMap(({ path, text, subject }) => {
    const [top, at] = path;
    if (top !== 'columns' || typeof at !== 'number') return [];
    const later = (parsed(text)?.columns ?? []).filter((column) => (order.get(column) ?? -1) >= at);
    const name = question.columns[at]?.id ?? '';
    return later.flatMap((column) =>
      forward(`The column ${name} of ${question.id} waits for the column ${column} behind it.`, {
        subject,
        path,
        joined,
      }),
    );
  });
}

type Where = { readonly subject: Subject; readonly path: KeyPath; readonly joined: JoinedBank };

function forward(message: string, { subject, path, joined }: Where): readonly Problem[] {
  const place = joined.placeOf(subject, path);
  return [
    {
      code: 'looks-forward',
      message,
      hint: 'Move the question behind what it needs, or need something earlier.',
      ...(place === undefined ? {} : { place }),
    },
  ];
}
