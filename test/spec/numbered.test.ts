import { describe, expect, it } from 'vitest';
import { buildNumbered } from '../../src/spec/build-numbered.js';
import { aChapter, aRequirement } from './a-requirement.js';

const PROOFS = ['test', 'static-check', 'scan', 'load-test', 'drill', 'monitor', 'inspection'] as const;

describe('numbered sentences', () => {
  it('are none where nothing is settled', () => {
    const none = { chapters: [], properties: [], failures: [], proofs: [] };
    expect(buildNumbered([])).toEqual(none);
    expect(
      buildNumbered([aChapter('One', [aRequirement('a', { normative: false })]), aChapter('Two', [])]),
    ).toEqual(none);
  });

  it('are counted by chapter, and chapters without one are left out', () => {
    const numbered = buildNumbered([
      aChapter('One', [aRequirement('a'), aRequirement('b', { normative: false })], [aRequirement('c')]),
      aChapter('Two', []),
      aChapter('Three', [aRequirement('d')]),
    ]);
    expect(numbered.chapters.map(({ number, id, title, criteria }) => [number, id, title, criteria])).toEqual(
      [
        [
          ...['1', 'One', 'One'],
          [
            { number: '1.1', place: '1', id: 'a', text: 'THE System SHALL keep a.' },
            { number: '1.2', place: '2', id: 'c', text: 'THE System SHALL keep c.' },
          ],
        ],
        ['2', 'Three', 'Three', [{ number: '2.1', place: '1', id: 'd', text: 'THE System SHALL keep d.' }]],
      ],
    );
  });

  it.each([
    ['The system SHALL stop.', 'THE System SHALL stop.'],
    ['WHEN a call comes, the system SHALL stop.', 'WHEN a call comes, THE System SHALL stop.'],
    ['IF it fails, THEN the system SHALL stop.', 'IF it fails, THEN THE System SHALL stop.'],
    ['WHEN the system stops, the system SHALL log it.', 'WHEN the system stops, THE System SHALL log it.'],
    [
      'WHERE a flag is on, WHILE it runs, the system SHALL stop, and the system SHALL log it.',
      'WHERE a flag is on, WHILE it runs, THE System SHALL stop, and the system SHALL log it.',
    ],
    ['Here The system SHALL stop.', 'Here The system SHALL stop.'],
    ['The system stops.', 'The system stops.'],
  ])('name the system as other tools expect it: %s', (text, said) => {
    const [chapter] = buildNumbered([aChapter('One', [aRequirement('a', { text })])]).chapters;
    expect(chapter?.criteria[0]?.text).toBe(said);
  });
});

describe('the work that numbered sentences ask for', () => {
  it('is to test and to build, then to show what needs more than that', () => {
    const own = [...PROOFS].reverse().map((verify) => aRequirement(verify, { verify }));
    const [chapter] = buildNumbered([aChapter('One', own)]).chapters;
    const all = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
    expect(chapter?.work).toEqual([
      { number: '1.1', kind: 'test', criteria: ['1.7'], ids: ['test'] },
      { number: '1.2', kind: 'build', criteria: all, ids: [...PROOFS].reverse() },
      { number: '1.3', kind: 'static-check', criteria: ['1.6'], ids: ['static-check'] },
      { number: '1.4', kind: 'scan', criteria: ['1.5'], ids: ['scan'] },
      { number: '1.5', kind: 'load-test', criteria: ['1.4'], ids: ['load-test'] },
      { number: '1.6', kind: 'drill', criteria: ['1.3'], ids: ['drill'] },
      { number: '1.7', kind: 'monitor', criteria: ['1.2'], ids: ['monitor'] },
      { number: '1.8', kind: 'inspection', criteria: ['1.1'], ids: ['inspection'] },
    ]);
  });

  it('leaves out what nothing is shown by, and counts on without it', () => {
    const numbered = buildNumbered([
      aChapter('One', [aRequirement('a')]),
      aChapter('Two', [aRequirement('b', { verify: 'drill' }), aRequirement('c', { verify: 'drill' })]),
    ]);
    expect(numbered.chapters.map(({ work }) => work)).toEqual([
      [
        { number: '1.1', kind: 'test', criteria: ['1.1'], ids: ['a'] },
        { number: '1.2', kind: 'build', criteria: ['1.1'], ids: ['a'] },
      ],
      [
        { number: '2.1', kind: 'build', criteria: ['2.1', '2.2'], ids: ['b', 'c'] },
        { number: '2.2', kind: 'drill', criteria: ['2.1', '2.2'], ids: ['b', 'c'] },
      ],
    ]);
    expect(numbered.proofs).toEqual([
      { verify: 'test', criteria: ['1.1'] },
      { verify: 'drill', criteria: ['2.1', '2.2'] },
    ]);
  });
});

describe('what holds always, and what happens in failures', () => {
  it('are told with their numbers', () => {
    const { properties, failures, proofs } = buildNumbered([
      aChapter('One', [
        aRequirement('a', { ears: 'event' }),
        aRequirement('b'),
        aRequirement('c', { verify: 'scan' }),
        aRequirement('d', { ears: 'unwanted' }),
      ]),
      aChapter('Two', [aRequirement('e', { ears: 'unwanted', verify: 'drill' }), aRequirement('f')]),
    ]);
    expect(properties).toEqual([
      {
        number: '1',
        holds: 'the system must keep b',
        criterion: { number: '1.2', place: '2', id: 'b', text: 'THE System SHALL keep b.' },
      },
      {
        number: '2',
        holds: 'the system must keep f',
        criterion: { number: '2.2', place: '2', id: 'f', text: 'THE System SHALL keep f.' },
      },
    ]);
    expect(failures).toEqual(['1.4', '2.1']);
    expect(proofs).toEqual([
      { verify: 'test', criteria: ['1.1', '1.2', '1.4', '2.2'] },
      { verify: 'scan', criteria: ['1.3'] },
      { verify: 'drill', criteria: ['2.1'] },
    ]);
  });
});
