import { describe, expect, it } from 'vitest';
import { buildChecks } from '../../src/spec/kit-checks.js';
import type { KitStory } from '../../src/spec/kit-parts.js';
import { aRequirement } from './a-requirement.js';

type CheckGround = Parameters<typeof buildChecks>[0];

const line = (id: string) => ({ number: 'FR-001', text: `Keep ${id}`, id });
const story = (title: string, told: boolean): KitStory => ({
  ...{ number: '1', id: title, title, priority: 'P1', actor: '', trigger: '', outcome: '', because: [] },
  proofs: [],
  scenarios: told ? [{ number: '1', id: title, given: '', when: 'x', then: 'y' }] : [],
});
const nothing: CheckGround = {
  ...{ stories: [], groups: [], gaps: [], criteria: [], edges: [] },
  ...{ requirements: [], exclusions: [], matrix: [] },
};
const shown = (id: string) => aRequirement(id, { scenario: { then: 'it holds' } });
const whole: CheckGround = {
  stories: [story('Buy', true)],
  groups: [{ title: 'One', lines: [line('a')] }],
  gaps: [],
  criteria: [line('b')],
  edges: [{ situation: 'it fails', lines: [] }],
  requirements: [shown('a')],
  exclusions: [{ id: 'x', label: 'X', text: 'No refunds' }] as unknown as CheckGround['exclusions'],
  matrix: [{ name: 'Bank' }] as unknown as CheckGround['matrix'],
};

const boxes = (over: Partial<CheckGround>, ground: CheckGround = whole) =>
  buildChecks({ ...ground, ...over }).flatMap((part) => part.boxes);
const boxOf = (text: string, over: Partial<CheckGround>, ground?: CheckGround) =>
  boxes(over, ground).find((box) => box.text === text);

const BY_A_PERSON = [
  'No implementation details (languages, frameworks, APIs)',
  'Focused on user value and business needs',
  'Written for non-technical stakeholders',
  'Success criteria are technology-agnostic (no implementation details)',
  'Feature meets measurable outcomes defined in Success Criteria',
  'No implementation details leak into specification',
];

describe('the checklist of a specification', () => {
  it('has three parts', () => {
    expect(buildChecks(whole).map((part) => [part.title, part.boxes.length])).toEqual([
      ['Content Quality', 4],
      ['Requirement Completeness', 8],
      ['Feature Readiness', 4],
    ]);
  });

  it('is ticked where the answers show it, and leaves the rest to a person', () => {
    expect(boxes({}).filter(({ ticked }) => !ticked)).toEqual(
      BY_A_PERSON.map((text) => ({ text, ticked: false, missing: '' })),
    );
    expect(boxes({}).filter(({ missing }) => missing !== '')).toEqual([]);
  });

  it('says of nothing what is missing', () => {
    const missing = boxes({}, nothing)
      .filter(({ text }) => !BY_A_PERSON.includes(text))
      .map((box) => [box.text, box.ticked, box.missing]);

    expect(missing).toEqual([
      ['All mandatory sections completed', false, 'a story, a requirement or a measurable outcome'],
      ['No NEEDS CLARIFICATION markers remain', true, ''],
      ['Requirements are testable and unambiguous', false, ''],
      ['Success criteria are measurable', false, 'a number that is promised'],
      ['All acceptance scenarios are defined', false, ''],
      ['Edge cases are identified', false, 'a case that goes wrong'],
      ['Scope is clearly bounded', false, 'what is left out'],
      ['Dependencies and assumptions identified', false, 'a dependency'],
      ['All functional requirements have clear acceptance criteria', false, ''],
      ['User scenarios cover primary flows', false, ''],
    ]);
  });

  it.each<[Partial<CheckGround>]>([[{ stories: [] }], [{ groups: [] }], [{ criteria: [] }]])(
    'misses a mandatory section without %j',
    (over) => {
      expect(boxOf('All mandatory sections completed', over)).toMatchObject({
        ...{ ticked: false, missing: 'a story, a requirement or a measurable outcome' },
      });
    },
  );

  it('names the markers that remain: five of them, and how many more', () => {
    const missing = (...ids: readonly string[]) =>
      boxOf('No NEEDS CLARIFICATION markers remain', { gaps: ids.map(line) })?.missing;

    expect(missing('a')).toBe('a');
    expect(missing('a', 'b', 'c', 'd', 'e')).toBe('a, b, c, d, e');
    expect(missing('a', 'b', 'c', 'd', 'e', 'f')).toBe('a, b, c, d, e and 1 more');
  });

  it('names the requirements that are loose', () => {
    const loose = aRequirement('b', { normative: false });

    expect(
      boxOf('Requirements are testable and unambiguous', { requirements: [shown('a'), loose] }),
    ).toMatchObject({ ticked: false, missing: 'b' });
    expect(boxOf('Requirements are testable and unambiguous', { requirements: [] })).toMatchObject({
      ...{ ticked: false, missing: '' },
    });
  });

  it.each(['All acceptance scenarios are defined', 'User scenarios cover primary flows'])(
    'names the stories without a scenario: %s',
    (text) => {
      const stories = [story('Buy', true), story('Sell', false)];

      expect(boxOf(text, { stories })).toMatchObject({ ticked: false, missing: 'Sell' });
      expect(boxOf(text, { stories: [] })).toMatchObject({ ticked: false, missing: '' });
    },
  );
});

describe('a requirement has a clear criterion', () => {
  const bare = (...requirements: CheckGround['requirements']) =>
    boxOf('All functional requirements have clear acceptance criteria', { requirements });

  it.each([
    ['an example', { scenario: { then: 'it holds' } }],
    ['a drill', { drill: { break: 'stop it' } }],
    ['an event', { parts: { event: 'it rains' } }],
    ['a failure', { parts: { if: 'it rains' } }],
    ['a state', { parts: { while: 'it rains' } }],
    ['a feature', { parts: { where: 'it rains' } }],
    ['something other than a test', { verify: 'monitor' as const }],
  ])('with %s', (_, over) => {
    expect(bare(aRequirement('a', over))).toMatchObject({ ticked: true, missing: '' });
    expect(bare(aRequirement('a', { ...over, normative: false }))).toMatchObject({
      ...{ ticked: false, missing: 'a' },
    });
  });

  it('but not with a sentence alone', () => {
    expect(bare(aRequirement('a'), shown('b'), aRequirement('c'))).toMatchObject({
      ...{ ticked: false, missing: 'a, c' },
    });
    expect(bare(aRequirement('a', { scenario: { when: 'it rains' } }))).toMatchObject({ missing: 'a' });
  });

  it('and there is something to build', () => {
    const text = 'All functional requirements have clear acceptance criteria';

    expect(boxOf(text, { groups: [] })).toMatchObject({ ticked: false, missing: '' });
  });
});
