import { describe, expect, it } from 'vitest';
import {
  asSaid,
  buildScenarios,
  buildShownOtherwise,
  requirementsOf,
} from '../../src/spec/build-acceptance.js';
import { aChapter, aRequirement } from './a-requirement.js';

type Over = Parameters<typeof aRequirement>[1];

const EVENT = { parts: { event: 'a call comes' } };

const stepsOf = (over: Over): readonly string[] =>
  buildScenarios([aChapter('One', [aRequirement('a', over)])]).flatMap(({ scenarios }) =>
    scenarios.flatMap(({ steps }) => steps.map(({ keyword, text }) => `${keyword} ${text}`)),
  );

describe('what can be played', () => {
  it.each<[string, Over, readonly string[]]>([
    ['a test', { ...EVENT, verify: 'test' }, ['When a call comes', 'Then the system must keep a']],
    ['a drill', { ...EVENT, verify: 'drill' }, ['When a call comes', 'Then the system must keep a']],
    ['a load test', { ...EVENT, verify: 'load-test' }, ['When a call comes', 'Then the system must keep a']],
    ['no monitor', { ...EVENT, verify: 'monitor' }, []],
    ['no scan', { ...EVENT, verify: 'scan' }, []],
    ['no static check', { ...EVENT, verify: 'static-check' }, []],
    [
      'an example, however it is shown',
      { verify: 'scan', scenario: { then: 'it stops' } },
      ['Then it stops'],
    ],
    [
      'a drill that says what is seen, however it is shown',
      { verify: 'monitor', drill: { break: 'stop it', observe: 'it goes on' } },
      ['When the drill is run: stop it', 'Then it goes on'],
    ],
    [
      'no drill that nobody plays and that says nothing to see',
      { verify: 'monitor', drill: { break: 'stop it' } },
      [],
    ],
    [
      'the sentence where a drill breaks nothing',
      { ...EVENT, drill: { observe: 'it goes on' } },
      ['When a call comes', 'Then the system must keep a'],
    ],
  ])('is %s', (_, over, steps) => {
    expect(stepsOf(over)).toEqual(steps);
  });
});

describe('the scenarios of chapters', () => {
  const played = aRequirement('a', EVENT);
  const other = aRequirement('b', { verify: 'scan' });
  const below = aRequirement('c', { ...EVENT, normative: false, assumed: true });

  it('stand under the title of their chapter, those of tables last', () => {
    const steps = [
      { keyword: 'When', text: 'a call comes' },
      { keyword: 'Then', text: 'the system must keep a' },
    ];
    expect(buildScenarios([aChapter('One', [other]), aChapter('Two', [played, other], [below])])).toEqual([
      {
        id: 'Two',
        title: 'Two',
        scenarios: [
          {
            ...{ id: 'a', text: 'The system SHALL keep a.', verify: 'test', assumed: false },
            ...{ normative: true, steps },
          },
          {
            ...{ id: 'c', text: 'The system SHALL keep c.', verify: 'test', assumed: true },
            ...{ normative: false, steps: [steps[0], { keyword: 'Then', text: 'the system must keep c' }] },
          },
        ],
      },
    ]);
  });

  it('leave what no scenario shows, with what does', () => {
    const chapters = [aChapter('One', [played, other], [below, aRequirement('d', { verify: 'inspection' })])];
    expect(buildShownOtherwise(chapters)).toEqual([
      { id: 'b', verify: 'scan' },
      { id: 'd', verify: 'inspection' },
    ]);
    expect(chapters.flatMap(requirementsOf).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('an outcome', () => {
  const { parts } = aRequirement('a');

  it.each([
    ['', 'the system must keep a'],
    ['the system does what is specified', 'the system must keep a'],
    [
      'the system does what is specified and logs it',
      'the system does what is specified (keep a) and logs it',
    ],
    ['the system does what is specified, twice', 'the system does what is specified, twice'],
    ['it stops', 'it stops'],
  ])('is complete without the sentence it stands for: %j', (text, said) => {
    expect(asSaid(text, parts)).toBe(said);
  });
});
