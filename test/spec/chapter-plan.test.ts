import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/bank/index.js';
import { chapterFinder, PLANNED_QUESTIONS, planChapters } from '../../src/spec/chapter-plan.js';

const PLANNED = [
  ...['purpose', 'non-goals', 'context', 'flows', 'edge-cases', 'interfaces', 'data', 'rules', 'traffic'],
  ...['consistency', 'dependencies', 'failure', 'security', 'compliance', 'environments', 'observability'],
  ...['rollout', 'operations', 'tests', 'decisions', 'risks'],
];

const section = (id: string, title = `About ${id}`): Section => ({
  ...{ id, title, code: id.toUpperCase(), order: 10, intro: '', bank: 'core' },
});

const ids = (...sections: readonly Section[]): readonly string[] =>
  planChapters(sections).map(({ id }) => id);

/** The planned chapters with others, each behind the one it is to follow. */
const planned = (after: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  PLANNED.flatMap((id) => [id, ...(after[id] ?? [])]);

describe('the chapters of a spec', () => {
  it('come in the order in which a reader needs them, whatever sections there are', () => {
    expect(ids()).toEqual(PLANNED);
    expect(ids(section('rec'), section('ctx'), section('aia'))).toEqual(PLANNED);
  });

  it('are more for a section without a place: behind the one that it was asked after', () => {
    expect(ids(section('rec'), section('own'), section('sec'))).toEqual(planned({ failure: ['own'] }));
    expect(ids(section('ctx'), section('own'))).toEqual(planned({ flows: ['own'] }));
    expect(ids(section('rec'), section('one'), section('two'))).toEqual(planned({ failure: ['one', 'two'] }));
    expect(ids(section('rec'), section('one'), section('ctx'), section('two'))).toEqual(
      planned({ failure: ['one'], flows: ['two'] }),
    );
  });

  it('end with a section that nothing was asked before', () => {
    expect(ids(section('own'))).toEqual([...PLANNED, 'own']);
    expect(ids(section('one'), section('two'))).toEqual([...PLANNED, 'one', 'two']);
  });

  it('take what such a section asks, under its title', () => {
    const plan = planChapters([section('rec'), section('own')]).find(({ id }) => id === 'own');
    expect(plan).toEqual({ id: 'own', title: 'About own', takes: ['own'] });
  });

  it('have titles of their own', () => {
    const titles = planChapters([section('rec'), section('own', 'Data'), section('two', 'Data')])
      .filter(({ title }) => title.startsWith('Data'))
      .map(({ id, title }) => `${id}: ${title}`);
    expect(titles).toEqual(['data: Data', 'own: Data (own)', 'two: Data (two)']);
  });
});

describe('the chapter of an answer', () => {
  const find = chapterFinder(planChapters([section('own')]));

  it.each([
    ['ctx.purpose', 'purpose'],
    ['ctx.success', 'purpose'],
    ['ctx.non_goals', 'non-goals'],
    ['ctx.glossary', 'context'],
    ['ctx.flows', 'flows'],
    ['ctx.anything', 'flows'],
    ['ctx.', 'flows'],
    ['ctx.non_goals.app.reason', 'non-goals'],
    ['arc.tier', 'context'],
    ['leg.environments', 'environments'],
    ['leg.anything', 'context'],
    ['ops.runs_on', 'environments'],
    ['ops.on_call', 'operations'],
    ['ifc.edge_cases', 'edge-cases'],
    ['ifc.endpoints', 'interfaces'],
    ['rsk.decisions', 'decisions'],
    ['rsk.risks.one', 'risks'],
    ['own.thing', 'own'],
  ])('of %s is %s', (id, chapter) => {
    expect(find(id)?.id).toBe(chapter);
  });

  it('is none for what no chapter takes', () => {
    expect([find('new.thing'), find('context'), find(''), find('.rec'), find('rec')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      find('rec.x'),
    ]);
  });

  it('is the first of two that take the same', () => {
    const two = [
      { id: 'a', title: 'A', takes: ['rec'] },
      { id: 'b', title: 'B', takes: ['rec', 'dep'] },
    ];
    expect([chapterFinder(two)('rec.x')?.id, chapterFinder(two)('dep.x')?.id]).toEqual(['a', 'b']);
  });
});

describe('the questions that chapters name', () => {
  it('are single questions, not sections', () => {
    expect(PLANNED_QUESTIONS).toEqual([
      ...['ctx.purpose', 'ctx.success', 'ctx.deadline', 'ctx.deadline_date', 'ctx.cut_first'],
      ...['ctx.non_goals', 'ctx.glossary', 'ifc.edge_cases', 'ifc.unknowns'],
      ...['leg.environments', 'ops.runs_on', 'rsk.decisions', 'rsk.options'],
    ]);
  });
});
