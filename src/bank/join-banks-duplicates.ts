import { placeText, type Problem } from '../kernel/index.js';
import type { Bank, Subject } from './bank.js';

type Word = 'section' | 'question' | 'rule' | 'term';
type Entry = { readonly word: Word; readonly id: string; readonly bank: Bank };

/** Ids that two banks both define, and section codes that two sections share. */
export function duplicateProblems(banks: readonly Bank[]): readonly Problem[] {
  const entries = banks.flatMap((bank) => [
    ...entriesOf('section', bank.sections, bank),
    ...entriesOf('question', bank.questions, bank),
    ...entriesOf('rule', bank.rules, bank),
    ...entriesOf('term', bank.terms, bank),
  ]);
  return [...twiceIn(banks), ...twice(entries), ...sharedCodes(banks)];
}

function entriesOf(word: Word, items: readonly { readonly id: string }[], bank: Bank): readonly Entry[] {
  return items.map(({ id }) => ({ word, id, bank }));
}

function twice(entries: readonly Entry[]): readonly Problem[] {
  const first = new Map<Subject, Bank>();
  return entries.flatMap(({ word, id, bank }) => {
    const subject: Subject = `${word} ${id}`;
    const before = first.get(subject);
    first.set(subject, before ?? bank);
    if (before === undefined) return [];
    const place = before.placeOf(subject);
    const where = place === undefined ? `in the bank ${before.id}` : `at ${placeText(place)}`;
    return problem(`The ${subject} is defined twice; first ${where}.`, bank, [subject, 'id']);
  });
}

function twiceIn(banks: readonly Bank[]): readonly Problem[] {
  return banks.flatMap((bank, index) => {
    if (banks.findIndex((other) => other.id === bank.id) === index) return [];
    return problem(`Two banks have the id ${bank.id}.`, bank, ['bank', 'bank']);
  });
}

function sharedCodes(banks: readonly Bank[]): readonly Problem[] {
  const first = new Map<string, string>();
  const sections = banks.flatMap((bank) => bank.sections.map((section) => ({ bank, section })));
  return sections.flatMap(({ bank, section: { id, code } }) => {
    const before = first.get(code);
    first.set(code, before ?? id);
    if (before === undefined || before === id) return [];
    return problem(`The sections ${before} and ${id} share the code ${code}.`, bank, [
      `section ${id}`,
      'code',
    ]);
  });
}

function problem(message: string, bank: Bank, [subject, key]: [Subject, string]): Problem {
  const place = bank.placeOf(subject, [key]);
  return {
    code: 'duplicate-id',
    message,
    hint: 'Rename or remove one of the two.',
    ...(place === undefined ? {} : { place }),
  };
}
