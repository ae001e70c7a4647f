import { describe, expect, it } from 'vitest';
import { KEY_FIGURES, PLANNED_QUESTIONS, type SpecDocument } from '../../src/spec/index.js';
import { normalise } from '../../src/spec/normalise.js';
import { root } from '../house/program.js';
import { documentOf, readShipped, strongAnswers } from '../render/shipped.js';

const { bank } = readShipped(root);

// Built inside the first test that wants it, so that a change of the code is known to reach that test.
let built: SpecDocument | undefined;
const everything = (): SpecDocument => (built ??= documentOf(bank, strongAnswers(bank)));

describe('the shipped banks in the spec', () => {
  it('ask every question that chapters and key figures name', () => {
    const named = [...PLANNED_QUESTIONS, ...KEY_FIGURES];

    expect(named.filter((id) => bank.question(id) === undefined)).toEqual([]);
  });

  it('give a normative sentence for every strong example', () => {
    const loose = everything().requirements.filter((requirement) => !requirement.normative);

    expect(everything().requirements.length).toBeGreaterThan(400);
    expect(loose.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([]);
  });

  it('give sentences without holes, doubled stops or doubled words', () => {
    const odd = everything().requirements.filter(({ text }) =>
      /\{(?:value|row\.|a\.|f\.)| {2}|\.\.$|[,;] *\.(?=\s|$)| ,\s|\b(the|a|an|of|to|is|in|for|and) \1\b/i.test(
        text.replaceAll(/`[^`]*`/g, 'x'),
      ),
    );

    expect(odd.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  it('let nouns and verbs agree with the amounts before them, in sentences and in what shows them', () => {
    const said = everything().requirements.flatMap(({ id, text, proof, scenario }) =>
      [text, proof, scenario.given, scenario.when, scenario.then].map((line) => `${id}: ${line}`),
    );
    const odd = said.filter((line) =>
      /(?:at most|more than) 1 \w+[^siu\W]s\b|\b1 (?:ms|s|min|h|d|month) have\b|\b1 \w+ are\b/.test(line),
    );

    expect(said.length).toBeGreaterThan(2000);
    expect(odd).toEqual([]);
  });

  it('keep strong examples as they are written', () => {
    const examples = bank.questions.flatMap((question) =>
      question.kind === 'text' && typeof question.strong === 'string'
        ? [{ id: question.id, text: question.strong, expects: question.expects }]
        : [],
    );
    const changed = examples.filter(({ text, expects }) => {
      const fit = normalise(text, expects);
      return !fit.fits || fit.text !== text;
    });

    expect(examples.length).toBeGreaterThan(20);
    expect(changed.map(({ id }) => id)).toEqual([]);
  });

  it('give every section a chapter', () => {
    const answered = new Set(everything().requirements.map(({ id }) => id));
    const printed = everything().chapters.flatMap((chapter) => [
      ...chapter.requirements.map(({ id }) => id),
      ...chapter.topics.flatMap((topic) => topic.requirements.map(({ id }) => id)),
    ]);

    expect(new Set(printed)).toEqual(answered);
    expect(printed).toHaveLength(answered.size);
  });

  it('give chapters and their parts titles of their own', () => {
    const titles = everything().chapters.map(({ title }) => title);

    expect(new Set(titles).size).toBe(titles.length);
    for (const { topics } of everything().chapters) {
      expect(new Set(topics.map(({ title }) => title)).size).toBe(topics.length);
    }
  });
});
