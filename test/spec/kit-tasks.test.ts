import { describe, expect, it } from 'vitest';
import type { Chapter, Requirement } from '../../src/spec/document.js';
import type { ToldStory } from '../../src/spec/kit-stories.js';
import { buildPhases } from '../../src/spec/kit-tasks.js';
import { aChapter, aRequirement } from './a-requirement.js';

const chapter = (id: string, ...requirements: readonly Requirement[]): Chapter => ({
  ...aChapter(`About ${id}`, requirements),
  id,
});
const told = (number: string, title: string, own: readonly Requirement[]): ToldStory => ({
  story: {
    ...{ number, id: title, title, priority: `P${number}`, actor: '', trigger: '', outcome: '' },
    ...{ because: [], proofs: [], scenarios: [] },
  },
  own,
});
const SETUP = {
  ...{ number: '1', title: 'Setup (Shared Infrastructure)', checkpoint: '' },
  purpose: 'What checks the work from its first line',
};
const FOUNDATIONAL = {
  ...{ number: '2', title: 'Foundational (Blocking Prerequisites)' },
  purpose: 'What every story stands on; no story begins before it is done',
  checkpoint: 'The foundation holds, and the stories can begin',
};
const POLISH = {
  ...{ title: 'Polish & Cross-Cutting Concerns', checkpoint: '' },
  purpose: 'What concerns the whole, and what only a running system can show',
};
const task = (number: string, kind: string, ids: readonly string[], over: object = {}) => ({
  ...{ number, kind, ids, title: '', story: '', parallel: false },
  ...over,
});

describe('the phases of the work', () => {
  it('are three without a story, and empty without a requirement', () => {
    expect(buildPhases([], [])).toEqual([
      { ...SETUP, tasks: [] },
      { ...FOUNDATIONAL, tasks: [] },
      { ...POLISH, number: '3', tasks: [] },
    ]);
  });

  it('put what every story stands on first, and test before they build', () => {
    const chapters = [
      chapter('data', aRequirement('a'), aRequirement('b', { verify: 'monitor' }), aRequirement('c')),
      chapter('other', aRequirement('d')),
    ];

    expect(buildPhases(chapters, [])).toEqual([
      { ...SETUP, tasks: [] },
      {
        ...FOUNDATIONAL,
        tasks: [
          task('T001', 'test', ['a', 'c'], { title: 'About data' }),
          task('T002', 'build', ['a', 'b', 'c'], { title: 'About data' }),
        ],
      },
      {
        ...POLISH,
        number: '3',
        tasks: [
          task('T003', 'test', ['d'], { title: 'About other' }),
          task('T004', 'build', ['d'], { title: 'About other' }),
          task('T005', 'monitor', ['b'], { parallel: true }),
        ],
      },
    ]);
  });

  it.each(['interfaces', 'data', 'rules', 'consistency', 'security', 'environments'])(
    'found the stories on the chapter of %s',
    (id) => {
      const [, foundation, polish] = buildPhases([chapter(id, aRequirement('a'))], []);

      expect(foundation?.tasks).toHaveLength(2);
      expect(polish?.tasks).toEqual([]);
    },
  );

  it('tell each story, the first as the one that is enough to begin with', () => {
    const [buy, sell, late] = [
      aRequirement('buy'),
      aRequirement('sell', { verify: 'drill' }),
      aRequirement('x'),
    ];
    const chapters = [chapter('data', buy, sell, late)];
    const phases = buildPhases(chapters, [told('1', 'buy a thing', [buy]), told('2', 'sell it', [sell])]);

    expect(phases.slice(1)).toEqual([
      {
        ...FOUNDATIONAL,
        tasks: [
          task('T001', 'test', ['x'], { title: 'About data' }),
          task('T002', 'build', ['x'], { title: 'About data' }),
        ],
      },
      {
        ...{ number: '3', title: 'User Story 1 - Buy a thing (Priority: P1) 🎯 MVP' },
        ...{ purpose: 'buy a thing, and nothing else', checkpoint: 'Story 1 works and is shown by itself' },
        tasks: [
          task('T003', 'test', ['buy'], { title: 'buy a thing', story: 'US1' }),
          task('T004', 'build', ['buy'], { title: 'buy a thing', story: 'US1' }),
        ],
      },
      {
        ...{ number: '4', title: 'User Story 2 - Sell it (Priority: P2)' },
        ...{ purpose: 'sell it, and nothing else', checkpoint: 'Story 2 works and is shown by itself' },
        tasks: [task('T005', 'build', ['sell'], { title: 'sell it', story: 'US2' })],
      },
      { ...POLISH, number: '5', tasks: [task('T006', 'drill', ['sell'])] },
    ]);
  });

  it('set up first what checks the work, and show last what needs a running system', () => {
    const kinds = ['drill', 'inspection', 'monitor', 'load-test', 'scan', 'static-check'] as const;
    const requirements = kinds.map((verify) => aRequirement(verify, { verify }));
    const [setup, , polish] = buildPhases([chapter('other', ...requirements)], []);

    expect(setup?.tasks).toEqual([
      task('T001', 'static-check', ['static-check'], { parallel: true }),
      task('T002', 'scan', ['scan'], { parallel: true }),
    ]);
    expect(polish?.tasks).toEqual([
      task('T003', 'build', [...kinds], { title: 'About other' }),
      task('T004', 'load-test', ['load-test'], { parallel: true }),
      task('T005', 'monitor', ['monitor'], { parallel: true }),
      task('T006', 'inspection', ['inspection'], { parallel: true }),
      task('T007', 'drill', ['drill']),
    ]);
  });

  it('leave out what is not settled', () => {
    const loose = aRequirement('a', { normative: false });
    const scanned = aRequirement('b', { normative: false, verify: 'scan' });

    expect(buildPhases([chapter('data', loose, scanned)], []).flatMap(({ tasks }) => tasks)).toEqual([]);
  });
});
