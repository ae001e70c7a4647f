import { describe, expect, it } from 'vitest';
import { buildScenarios, buildShownOtherwise } from '../../src/spec/build-acceptance.js';
import { buildPacket, type PacketGround } from '../../src/spec/build-packet.js';
import type { PrintedFinding, Requirement } from '../../src/spec/document.js';
import { aChapter, aRequirement } from './a-requirement.js';

const WHOLE = 'the system must keep a';
const stepsOf = (over: Parameters<typeof aRequirement>[1]): readonly string[] =>
  buildScenarios([aChapter('One', [aRequirement('a', over)])]).flatMap(({ scenarios }) =>
    scenarios.flatMap(({ steps }) => steps.map(({ keyword, text }) => `${keyword} ${text}`)),
  );

describe('a scenario', () => {
  it.each<[string, Parameters<typeof aRequirement>[1], readonly string[]]>([
    ['is none of what holds always', {}, []],
    [
      'is the example that was given',
      {
        scenario: { given: 'it runs', when: 'it fails', then: 'it stops' },
        parts: { event: 'a call comes' },
      },
      ['Given it runs', 'When it fails', 'Then it stops'],
    ],
    ['needs no beginning', { scenario: { then: 'it stops' } }, ['Then it stops']],
    [
      'is the drill',
      { drill: { break: 'stop it', observe: 'it goes on' }, parts: { event: 'a call comes' } },
      ['When the drill is run: stop it', 'Then it goes on'],
    ],
    [
      'of a drill shows the sentence where nothing else is to be seen',
      { verify: 'drill', drill: { break: 'stop it' }, parts: { while: 'it runs', if: 'it fails' } },
      ['When the drill is run: stop it', `Then ${WHOLE}`],
    ],
    [
      'is the sentence with all of its conditions',
      { parts: { where: 'a flag is on', while: 'it runs', event: 'a call comes', if: 'it fails' } },
      ['Given a flag is on', 'And it runs', 'When a call comes', 'And it fails', `Then ${WHOLE}`],
    ],
    ['is none of what nobody plays', { verify: 'inspection', parts: { event: 'a call comes' } }, []],
    [
      'says what the sentence asks where it only points to it',
      { scenario: { when: 'it fails', then: 'the system does what is specified' } },
      ['When it fails', `Then ${WHOLE}`],
    ],
    [
      'says what is seen beside the sentence',
      { scenario: { when: 'it fails', then: 'the system does what is specified and logs it' } },
      ['When it fails', 'Then the system does what is specified (keep a) and logs it'],
    ],
  ])('%s', (_, over, steps) => {
    expect(stepsOf(over)).toEqual(steps);
  });

  it('stands in its chapter, and what has none is named with what shows it', () => {
    const shown = aRequirement('a', { parts: { event: 'a call comes' }, assumed: true });
    const other = aRequirement('b', { verify: 'scan' });
    const chapters = [aChapter('One', [shown], [other]), aChapter('Two', [other])];

    expect(buildScenarios(chapters)).toMatchObject([
      {
        title: 'One',
        scenarios: [{ id: 'a', text: 'The system SHALL keep a.', verify: 'test', assumed: true }],
      },
    ]);
    expect(buildShownOtherwise(chapters.slice(1))).toEqual([{ id: 'b', verify: 'scan' }]);
  });
});

const packet = (over: Partial<PacketGround>) =>
  buildPacket({ requirements: [], scenarios: [], exclusions: [], findings: [], ...over });
const criterion = (requirement: Requirement): string | undefined =>
  packet({
    requirements: [requirement],
    scenarios: buildScenarios([aChapter('One', [requirement])]),
  }).requirements[0]?.criteria[0]?.statement;
const finding = (id: string, severity: PrintedFinding['severity'], title: string): PrintedFinding => ({
  ...{ id, severity, title, why: '', probe: '', section: 'rec', quotes: [] },
});

describe('a packet', () => {
  it('numbers what is settled, and keeps what is not apart', () => {
    const loose = aRequirement('b', { normative: false });
    const { requirements, undecided } = packet({
      requirements: [aRequirement('a'), loose, aRequirement('c')],
    });

    expect(requirements).toEqual([
      {
        ...{ id: 'FR-001', statement: 'The system SHALL keep a.', source: 'a' },
        criteria: [{ id: 'AC-001', statement: 'It is shown by test.' }],
      },
      {
        ...{ id: 'FR-002', statement: 'The system SHALL keep c.', source: 'c' },
        criteria: [{ id: 'AC-002', statement: 'It is shown by test.' }],
      },
    ]);
    expect(undecided).toEqual([loose]);
  });

  it.each<[Parameters<typeof aRequirement>[1], string]>([
    [{ verify: 'static-check' }, 'It is shown by static check.'],
    [{ verify: 'scan', proof: 'no key is found' }, 'It is shown by scan: no key is found.'],
    [{ parts: { event: 'a call comes' } }, 'When a call comes, then the system must keep a.'],
    [
      { parts: { where: 'a flag is on', while: 'it runs', event: 'a call comes' } },
      'Given a flag is on and it runs, when a call comes, then the system must keep a.',
    ],
    [{ scenario: { when: 'it fails', then: 'it says "No."' } }, 'When it fails, then it says "No."'],
  ])('says in one sentence what shows a requirement: %j', (over, statement) => {
    expect(criterion(aRequirement('a', over))).toBe(statement);
  });

  it('says what must not be built, and what must wait', () => {
    const exclusions = [
      { id: 'x', item: 'a search', reason: '', instead: '' },
      { id: 'y', item: 'a chat', reason: 'nobody asks', instead: 'mail' },
    ];
    const findings = [
      finding('f', 'block', 'It never ends'),
      finding('g', 'high', 'It is late'),
      finding('h', 'block', 'Why?'),
    ];

    expect(packet({ exclusions, findings }).constraints).toEqual([
      { id: 'C-001', statement: 'Do not build this, and prepare nothing for it: a search.', source: 'x' },
      {
        id: 'C-002',
        statement: 'Do not build this, and prepare nothing for it: a chat, because nobody asks.',
        source: 'y',
      },
      {
        id: 'C-003',
        statement: 'Do not implement what this touches until it is resolved: It never ends.',
        source: 'f',
      },
      {
        id: 'C-004',
        statement: 'Do not implement what this touches until it is resolved: Why?',
        source: 'h',
      },
    ]);
  });
});
