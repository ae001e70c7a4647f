import type { JoinedBank, Subject } from './bank.js';
import { sentencesOf, type KeyPath, type PlacedSentence } from './join-banks-conditions.js';
import { flawIf, type Flaw } from './lint-bank-problem.js';
import { placeholderFlaws, placeholdersIn, type PlacedText } from './lint-bank-placeholders.js';
import { isTable, type Ears, type Question, type SentencePattern } from './question.js';

/** What is wrong with the sentences of one question: parts of their pattern, and placeholders. */
export function sentenceFlaws(question: Question, joined: JoinedBank): readonly Flaw[] {
  const subject: Subject = `question ${question.id}`;
  return sentencesOf(question).flatMap((placed) => [
    ...earsFlaws(placed, subject),
    ...textsOf(placed).flatMap((text) =>
      placeholderFlaws(
        { ...text, subject },
        { joined, question, row: isTable(question) ? question : undefined },
      ),
    ),
  ]);
}

const PARTS = ['event', 'while', 'if', 'where'] as const;
type Part = (typeof PARTS)[number];

const NEEDED: Readonly<Record<Ears, Part | undefined>> = {
  ubiquitous: undefined,
  event: 'event',
  state: 'while',
  unwanted: 'if',
  optional: 'where',
};

function earsFlaws({ sentence, path }: PlacedSentence, subject: Subject): readonly Flaw[] {
  const needed = NEEDED[sentence.ears];
  return flawIf(needed !== undefined && sentence[needed] === undefined, {
    subject,
    path,
    code: 'lint-ears',
    message: `Sentence ${String(sentence.number)} is of the pattern ${sentence.ears} and has no \`${needed ?? ''}\`.`,
    hint: `Add \`${needed ?? ''}:\`, or choose another pattern.`,
  });
}

function textsOf({ sentence, path }: PlacedSentence): readonly Omit<PlacedText, 'subject'>[] {
  const { scenario, drill } = sentence;
  const at = (text: string | undefined, ...rest: KeyPath) =>
    text === undefined ? [] : [{ text, path: [...path, ...rest] }];
  return [
    ...at(sentence.shall, 'shall'),
    ...PARTS.flatMap((part) => at(sentence[part], part)),
    ...at(scenario?.given, 'scenario', 'given'),
    ...at(scenario?.when, 'scenario', 'when'),
    ...at(scenario?.then, 'scenario', 'then'),
    ...at(drill?.break, 'drill', 'break'),
    ...at(drill?.observe, 'drill', 'observe'),
  ];
}

/** Free texts that become part of a sentence without saying what shape they must have. */
export function expectsFlaws(joined: JoinedBank): readonly Flaw[] {
  const quoted = new Set(joined.questions.flatMap(quotedBy));
  return joined.questions
    .filter(({ id }) => quoted.has(id))
    .flatMap((question) => {
      const free = question.kind === 'prose' || (question.kind === 'text' && question.form === undefined);
      return flawIf(free && question.expects === undefined, {
        subject: `question ${question.id}`,
        path: [],
        code: 'lint-expects',
        message: `The answer to ${question.id} becomes part of a sentence, and \`expects\` is missing.`,
        hint: 'Add `expects: verb-phrase`, `noun-phrase`, `clause` or `number`.',
      });
    });
}

function quotedBy(question: Question): readonly string[] {
  return sentencesOf(question)
    .flatMap(({ sentence }) => normativeTexts(sentence).flatMap(placeholdersIn))
    .map((name) => (name === 'value' ? question.id : name.replace(/^a\./, '')));
}

function normativeTexts(sentence: SentencePattern): readonly string[] {
  return [sentence.shall, ...PARTS.map((part) => sentence[part] ?? '')];
}

/** Numbers that two sentences of a section share, or that were retired. */
export function numberFlaws(joined: JoinedBank): readonly Flaw[] {
  const taken = new Map<string, string>();
  return joined.questions.flatMap((question) => {
    const code = joined.section(question.section)?.code ?? question.section;
    return sentencesOf(question).flatMap(({ sentence, path }) => {
      const name = `${code} ${String(sentence.number)}`;
      const before = taken.get(name);
      taken.set(name, before ?? question.id);
      const retired = joined.retired_numbers[code]?.includes(sentence.number) === true;
      return flawIf(before !== undefined || retired, {
        subject: `question ${question.id}`,
        path: [...path, 'number'],
        code: 'lint-number',
        message: `The number ${String(sentence.number)} of ${code} is ${before === undefined ? 'retired' : `taken by a sentence of ${before}`}.`,
        hint: 'Give the sentence a number that was never used in this section.',
      });
    });
  });
}
