import { isTable, labelOf, type JoinedBank, type Question } from '../../bank/index.js';

/** The sentences of the spec that an answer feeds, its places named in words: its own, and those that quote it. */
export function sentencesFedBy(bank: JoinedBank, question: Question): readonly string[] {
  const own = question.says.map(({ shall }) => `The system shall ${named(bank, question, shall)}`);
  const quoting = bank.questions
    .filter(
      ({ id, says }) =>
        id !== question.id && says.some((pattern) => placesOf(textsOf(pattern)).has(question.id)),
    )
    .map((other) => `It is quoted by the sentences of ${other.id} (${labelOf(other)})`);
  return [...own, ...quoting].map((sentence) => sentence.replace(/\.?$/, '.'));
}

const placesOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{a\.([a-z0-9_]+\.[a-z0-9_]+)/g)].flatMap(([, id]) => id ?? []));

const textsOf = ({ shall, event, ...more }: Question['says'][number]): string =>
  [shall, event, more.while, more.if, more.where].filter((text) => text !== undefined).join(' ');

function named(bank: JoinedBank, question: Question, text: string): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_whole, place: string) => `<${placeName(bank, question, place)}>`);
}

function placeName(bank: JoinedBank, question: Question, place: string): string {
  const path = place.split('.').slice(1);
  if (place === 'value') return 'the answer';
  if (place.startsWith('row.')) return columnLabel(question, path[0]) ?? path.join(' ');
  const other = place.startsWith('a.') ? bank.question(path.slice(0, 2).join('.')) : undefined;
  return other === undefined ? path.join(' ') : labelOf(other);
}

function columnLabel(question: Question, column: string | undefined): string | undefined {
  return isTable(question) ? question.columns.find(({ id }) => id === column)?.label : undefined;
}
