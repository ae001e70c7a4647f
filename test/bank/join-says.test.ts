import { describe, expect, it } from 'vitest';
import type { Bank, FactSignature, Incident } from '../../src/bank/bank.js';
import { joinBanks } from '../../src/bank/join-banks.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

/** A bank that says of everything where it stands: the subject is the file, the path is spelled in its name. */
const withPlaces = (bank: Bank): Bank => ({
  ...bank,
  placeOf: (subject, path = []) => ({ file: [subject, ...path].join('/') }),
});

const problemsOf = (
  banks: readonly Bank[],
  facts: readonly FactSignature[] = [],
  incidents?: readonly Incident[],
) => {
  const joined = joinBanks(banks.map(withPlaces), facts, incidents);
  return joined.ok ? [] : joined.error;
};

const confirm = { kind: 'confirm' };
const cache = { id: 'arc.cache', ...confirm };
const name = { id: 'name', kind: 'text' };
const rows = { id: 'arc.rows', kind: 'table', key: 'name', columns: [name] };
const sentence = { number: 1, ears: 'ubiquitous', shall: 'hold', verify: 'test' };

const incident = (id: string): Incident => ({
  id,
  org: 'GitLab',
  year: 2017,
  title: 'Lost data',
  story: 'A directory was removed.',
  lesson: 'Restore often.',
  url: 'https://example.org/a',
  basis: 'postmortem',
});

const dangling = (
  subject: string,
  path: string,
  names: string,
  hint = 'Correct the name, or define it.',
) => ({
  code: 'dangling-reference',
  message: `The ${subject} names the ${names}, which does not exist.`,
  hint,
  place: { file: `${subject}/${path}` },
});

describe('a name that stands for nothing', () => {
  const of = (over: Raw) =>
    problemsOf(
      [
        aBank()
          .section('arc')
          .term('cache')
          .question(cache, rows, { id: 'arc.last', ...confirm, ...over })
          .build(),
      ],
      [{ id: 'f.load', type: 'double', inputs: ['arc.cache'] }],
      [incident('gitlab-2017')],
    );

  it.each<[string, Raw, ReturnType<typeof dangling>]>([
    [
      'a term',
      { terms: ['cache', 'cachet'] },
      dangling('question arc.last', 'terms', 'term cachet', 'Did you mean cache?'),
    ],
    [
      'an answer it rests on',
      { rests_on: ['arc.cache', 'arc.cash'] },
      dangling('question arc.last', 'rests_on', 'question arc.cash', 'Did you mean arc.cache?'),
    ],
    [
      'an incident',
      { incidents: ['gitlab-2017', 'github-2018'] },
      dangling('question arc.last', 'incidents', 'incident github-2018', 'Did you mean gitlab-2017?'),
    ],
    [
      'a table of options',
      { kind: 'choice', of: 'arc.cache' },
      dangling('question arc.last', 'of', 'table arc.cache'),
    ],
    [
      'a table of options in a column',
      { kind: 'table', key: 'name', columns: [name, { id: 'row', kind: 'choice', of: 'arc.row' }] },
      dangling('question arc.last', 'columns/1/of', 'table arc.row', 'Did you mean arc.rows?'),
    ],
    [
      'a question in a condition',
      { when: 'a.zzz.zzzzzzz && a.arc.cache' },
      dangling('question arc.last', 'when', 'question zzz.zzzzzzz'),
    ],
    [
      'a fact in a condition',
      { when: 'f.laod > 1.0 && f.load > 1.0' },
      dangling('question arc.last', 'when', 'fact f.laod', 'Did you mean f.load?'),
    ],
    [
      'a question in the condition of a sentence',
      { says: [sentence, { ...sentence, when: "known('arc.cash')" }] },
      dangling('question arc.last', 'says/1/when', 'question arc.cash', 'Did you mean arc.cache?'),
    ],
    [
      'a question in the condition of an option',
      {
        kind: 'choice',
        options: [{ id: 'a' }, { id: 'b', says: [{ ...sentence, when: "known('arc.cash')" }] }],
      },
      dangling('question arc.last', 'options/1/says/0/when', 'question arc.cash', 'Did you mean arc.cache?'),
    ],
    [
      'a question in the condition of a column',
      { kind: 'table', key: 'name', columns: [name, { id: 'b', kind: 'text', when: "known('arc.cash')" }] },
      dangling('question arc.last', 'columns/1/when', 'question arc.cash', 'Did you mean arc.cache?'),
    ],
  ])('is told with its place and the nearest: %s', (_what, over, problem) => {
    expect(of(over)).toEqual([problem]);
  });

  it('is told once for each condition that reads it', () => {
    expect(of({ when: "a.zzz.zzzzzzz || known('zzz.zzzzzzz')" })).toEqual([
      dangling('question arc.last', 'when', 'question zzz.zzzzzzz'),
    ]);
  });

  it('is nothing in a condition that does not parse', () => {
    expect(of({ when: 'a.zzz.zzzzzzz &&' })).toEqual([]);
  });

  it('is told of a rule', () => {
    const bank = aBank()
      .question(cache, rows)
      .rule(
        {
          id: 'one',
          for: 'arc.cache',
          incidents: ['unheard-of'],
          merges_with: ['two', 'tow'],
          fires_when: 'f.gone > 1.0 || a.zzz.zzzzzzz',
        },
        { id: 'two', for: 'arc.rows', fires_when: "row.name == 'x'" },
      );
    expect(problemsOf([bank.build()], [], [incident('gitlab-2017')])).toEqual([
      dangling('rule one', 'for', 'table arc.cache'),
      dangling('rule one', 'incidents', 'incident unheard-of'),
      dangling('rule one', 'merges_with', 'rule tow', 'Did you mean two?'),
      dangling('rule one', 'fires_when', 'question zzz.zzzzzzz'),
      dangling('rule one', 'fires_when', 'fact f.gone'),
    ]);
  });

  it('is told of the opening of a section', () => {
    const opening = { failure: 'Loss', says: 'A disk is lost.', incident: 'gitlab-2018' };
    const bank = aBank().section('arc', { opening }).build();
    expect(problemsOf([bank], [], [incident('gitlab-2017')])).toEqual([
      dangling('section arc', 'opening/incident', 'incident gitlab-2018', 'Did you mean gitlab-2017?'),
    ]);
    expect(problemsOf([bank], [], [incident('gitlab-2018')])).toEqual([]);
    expect(problemsOf([bank])).toEqual([]);
  });

  it('is told of the section of a question and of a rule', () => {
    const bank = aBank().question(cache).rule({ id: 'one', fires_when: 'a.arc.cache' }).build();
    const strange = {
      ...bank,
      questions: bank.questions.map((question) => ({ ...question, section: 'ar' })),
      rules: bank.rules.map((rule) => ({ ...rule, section: 'elsewhere' })),
    };
    expect(problemsOf([strange])).toEqual([
      dangling('question arc.cache', 'id', 'section ar', 'Did you mean arc?'),
      dangling('rule one', 'id', 'section elsewhere'),
    ]);
  });
});

describe('what is defined twice', () => {
  const twice = (message: string, file: string) => ({
    code: 'duplicate-id',
    message,
    hint: 'Rename or remove one of the two.',
    place: { file },
  });
  const core = aBank().section('arc').question(cache).rule({ id: 'one', fires_when: 'true' }).term('cache');

  it('is told at its second place, with the first', () => {
    const team = core.named('team').build();
    expect(problemsOf([core.build(), team])).toEqual([
      twice('The section arc is defined twice; first at section arc.', 'section arc/id'),
      twice('The question arc.cache is defined twice; first at question arc.cache.', 'question arc.cache/id'),
      twice('The rule one is defined twice; first at rule one.', 'rule one/id'),
      twice('The term cache is defined twice; first at term cache.', 'term cache/id'),
    ]);
  });

  it('may be the id of a bank, or the code of a section', () => {
    const other = aBank().section('two', { code: 'ARC' }).section('six', { code: 'SIX' }).build();
    expect(problemsOf([core.build(), other])).toEqual([
      twice('Two banks have the id core.', 'bank/bank'),
      twice('The sections arc and two share the code ARC.', 'section two/code'),
    ]);
  });

  it('is told of every further bank, always with the first', () => {
    const banks = ['a', 'b', 'c'].map((id) => aBank().named(id).section('arc').build());
    const message = 'The section arc is defined twice; first at section arc.';
    expect(problemsOf(banks)).toEqual([twice(message, 'section arc/id'), twice(message, 'section arc/id')]);
    const same = ['a', 'b', 'c'].map((id) => aBank().named(id).section(id, { code: 'SAME' }).build());
    expect(problemsOf(same)).toEqual([
      twice('The sections a and b share the code SAME.', 'section b/code'),
      twice('The sections a and c share the code SAME.', 'section c/code'),
    ]);
  });
});
