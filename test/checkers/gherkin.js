// Reads rendered Gherkin with the official parser: every scenario becomes a pickle, and every step is in it word for word.
import { readFileSync } from 'node:fs';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';

const newId = IdGenerator.incrementing();

/** @type {(text: string, file: string) => readonly import('@cucumber/messages').Pickle[]} */
const picklesOf = (text, file) => {
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  return compile(document, file, newId);
};

const requirementTag = /^@REQ-[A-Z]+-\d{3}(?:\.[a-z0-9-]+)?$/;

/** @type {(pickle: import('@cucumber/messages').Pickle) => readonly string[]} */
const faultsOf = ({ name, tags, steps }) => [
  ...(tags.filter((tag) => requirementTag.test(tag.name)).length === 1
    ? []
    : [`does not name one requirement: ${name}`]),
  ...(steps.at(-1)?.type === 'Outcome' ? [] : [`does not end in an outcome: ${name}`]),
];

/** @type {(text: string, pattern: RegExp) => readonly string[]} */
const written = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Says what the parser does not read as it was written, or reads as something no scenario should be. */
export const gherkinProblems = (/** @type {string} */ file) => {
  const text = readFileSync(file, 'utf8');
  try {
    const pickles = picklesOf(text, file);
    const read = JSON.stringify(pickles.map(({ name }) => name));
    const steps = JSON.stringify(pickles.flatMap((pickle) => pickle.steps.map((step) => step.text)));
    const same =
      read === JSON.stringify(written(text, /^ {4}Scenario: (.*)$/gm)) &&
      steps === JSON.stringify(written(text, /^ {6}(?:Given|When|Then|And) (.*)$/gm));
    const empty = pickles.length === 0 && !text.includes('# Partial:');
    return [
      ...pickles.flatMap(faultsOf),
      ...(same ? [] : ['is read otherwise than it was written']),
      ...(empty ? ['has no scenario and does not say so'] : []),
    ].map((says) => `${file}: ${says}`);
  } catch (error) {
    return [`${file}: ${String(error)}`];
  }
};
