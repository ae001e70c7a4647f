import { describe, expect, it } from 'vitest';
import { archiveOf, buildChange, firstChange } from '../../src/spec/build-change.js';
import { buildNumbered } from '../../src/spec/build-numbered.js';
import type { Archive, Change, Gone } from '../../src/spec/change-parts.js';
import type { Requirement } from '../../src/spec/document.js';
import { aChapter, aRequirement } from './a-requirement.js';

const hash = (text: string): string => text;
const sourceOf = (...requirements: readonly Requirement[]) => {
  const chapters = [aChapter('One', requirements)];
  return { requirements, chapters, numbered: buildNumbered(chapters) };
};

type Over = Parameters<typeof aRequirement>[1];

const stepsOf = (over: Over): readonly string[] =>
  firstChange(sourceOf(aRequirement('a', over))).added.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ steps }) => steps.map(({ keyword, text }) => `${keyword} ${text}`)),
  );

const WHOLE = 'THEN the system must keep a';

describe('the one scenario that a change gives each requirement', () => {
  it.each<[string, Over, readonly string[]]>([
    ['is shown as it is checked', { verify: 'load-test' }, ['WHEN it is shown by load test', WHOLE]],
    ['has its event', { parts: { event: 'e', if: 'i', while: 'w', where: 'x' } }, ['WHEN e', WHOLE]],
    ['has its fault', { parts: { if: 'i', while: 'w', where: 'x' } }, ['WHEN i', WHOLE]],
    ['has its state', { parts: { while: 'w', where: 'x' } }, ['WHEN this holds: w', WHOLE]],
    ['has its ground', { parts: { where: 'x' } }, ['WHEN this holds: x', WHOLE]],
    [
      'is the example',
      { scenario: { given: 'g', when: 'w', then: 't' }, drill: { break: 'b', observe: 'o' } },
      ['GIVEN g', 'WHEN w', 'THEN t'],
    ],
    [
      'has the condition where the example says none',
      { scenario: { then: 't' }, parts: { event: 'e' } },
      ['WHEN e', 'THEN t'],
    ],
    [
      'takes no ground without an outcome',
      { scenario: { given: 'g', when: 'w' } },
      ['WHEN it is shown by test', WHOLE],
    ],
    ['is the drill', { drill: { break: 'b', observe: 'o' } }, ['WHEN the drill is run: b', 'THEN o']],
    [
      'has its condition where nothing is broken',
      { drill: { observe: 'o' }, parts: { if: 'i' } },
      ['WHEN i', 'THEN o'],
    ],
    [
      'has its condition where nothing is seen',
      { drill: { break: 'b' }, parts: { if: 'i' } },
      ['WHEN i', WHOLE],
    ],
    [
      'says what the sentence asks',
      { scenario: { when: 'w', then: 'the system does what is specified' } },
      ['WHEN w', WHOLE],
    ],
    [
      'says that and what is seen beside it',
      { scenario: { when: 'w', then: 'the system does what is specified and logs it' } },
      ['WHEN w', `${WHOLE}, and it logs it`],
    ],
    [
      'says what is specified',
      { scenario: { when: 'w', then: 'it stops as specified' } },
      ['WHEN w', 'THEN it stops as specified: it must keep a'],
    ],
  ])('%s', (_, over, steps) => {
    expect(stepsOf(over)).toEqual(steps);
  });
});

describe('a first change', () => {
  it('adds all that is settled, with the work for it', () => {
    const source = sourceOf(aRequirement('a', { assumed: true }), aRequirement('b', { normative: false }));
    expect(firstChange(source)).toEqual({
      ...{ first: true, proposes: true, modified: [], removed: [], removal: [] },
      chapters: source.numbered.chapters,
      added: [
        {
          ...{ id: 'a', name: 'a', text: 'The system SHALL keep a.', answers: ['rec.rpo'] },
          ...{ verify: 'test', assumed: true },
          scenarios: [
            {
              name: 'a holds',
              steps: [
                { keyword: 'WHEN', text: 'it is shown by test' },
                { keyword: 'THEN', text: 'the system must keep a' },
              ],
            },
          ],
        },
      ],
    });
    expect(firstChange(sourceOf())).toMatchObject({ first: true, proposes: true, added: [], chapters: [] });
  });
});

describe('a later change', () => {
  const gone: Gone = { question: 'q', reason: 'r', instead: [], migration: 'm' };
  const archived = (...requirements: readonly Requirement[]): Archive => ({
    requirements: archiveOf({ requirements }, { requirements: [], hash }),
    hash,
  });
  const change = (now: readonly Requirement[], before: Archive): Change =>
    buildChange(sourceOf(...now), before, () => gone);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => aRequirement(id)) as [Requirement, Requirement, Requirement];

  it('proposes nothing while nothing is another', () => {
    expect(change([a, b], archived(b, a))).toEqual({
      ...{ first: false, proposes: false, added: [], modified: [], removed: [], chapters: [], removal: [] },
    });
  });

  it('numbers the work for what it adds and modifies, and behind it the removals in order of their ids', () => {
    const other = { ...b, text: 'The system SHALL keep b well.' };
    const made = change([a, other], archived(b, c, aRequirement('B')));
    expect([made.proposes, made.added.map(({ id }) => id), made.modified.map(({ id }) => id)]).toEqual([
      true,
      ['a'],
      ['b'],
    ]);
    expect(made.chapters.map(({ criteria }) => criteria.map(({ number, id }) => `${number} ${id}`))).toEqual([
      ['1.1 a', '1.2 b'],
    ]);
    expect(made.removed).toEqual([
      { id: 'B', name: 'B', ...gone },
      { id: 'c', name: 'c', ...gone },
    ]);
    expect(made.removal).toEqual([
      {
        group: '2',
        items: [
          { id: 'B', name: 'B', number: '2.1', ...gone },
          { id: 'c', name: 'c', number: '2.2', ...gone },
        ],
      },
    ]);
  });

  it.each<[string, Over]>([
    ['its text', { text: 'The system SHALL stop.' }],
    ['its answers', { answers: ['rec.rto'] }],
    ['how it is shown', { verify: 'drill' }],
    ['whether it is assumed', { assumed: true }],
    ['its example', { scenario: { when: 'w', then: 't' } }],
  ])('modifies a requirement when %s is another', (_, over) => {
    expect(change([aRequirement('a', over)], archived(a)).modified.map(({ id }) => id)).toEqual(['a']);
  });

  it('works below tables too, and proposes a removal alone', () => {
    const chapters = [aChapter('One', [a], [b])];
    const source = { requirements: [a, b], chapters, numbered: buildNumbered(chapters) };
    const made = buildChange(source, archived(a), () => gone);
    expect(made.chapters.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toEqual(['b']);
    expect(change([a], archived(a, b))).toMatchObject({
      proposes: true,
      chapters: [],
      removal: [{ group: '1' }],
    });
  });

  it('keeps the name and the scenarios that were archived, and archives them again', () => {
    const before: Archive = {
      requirements: [{ id: 'a', name: 'Old name', text_sha256: 'x', scenarios: ['first', 'a holds'] }],
      hash,
    };
    const [block] = change([a], before).modified;
    expect([block?.name, block?.scenarios.map(({ name }) => name)]).toEqual([
      'Old name',
      ['a holds', 'first'],
    ]);
    expect(block?.scenarios[1]?.steps).toEqual(block?.scenarios[0]?.steps);
    expect(
      archiveOf({ requirements: [a, b] }, before).map(({ id, name, scenarios }) => [id, name, scenarios]),
    ).toEqual([
      ['a', 'Old name', ['a holds', 'first']],
      ['b', 'b', ['b holds']],
    ]);
  });

  it('tells what is added to whoever says why a requirement is gone', () => {
    const told: (readonly [string, readonly string[]])[] = [];
    buildChange(sourceOf(a, b), archived(b, c), (id, added) => {
      told.push([id, [...added]]);
      return gone;
    });
    expect(told).toEqual([['c', ['a']]]);
  });
});
