import { describe, expect, it } from 'vitest';
import { buildChecklist, buildFaultDrills } from '../../src/spec/build-review.js';
import type { OpenQuestion } from '../../src/spec/document.js';
import { aRequirement } from './a-requirement.js';

const open = (id: string): OpenQuestion => ({
  ...{ id, section: id.split('.')[0] ?? '', prompt: '?', owner: '', due: '', state: 'open' },
  ...{ meanwhile: '', why: '', touches: [], required: false },
});

const about = (answer: string) => aRequirement(`of ${answer}`, { answers: [answer] });

/** The contexts of a review: each with the ids that belong to it. */
const contexts = (answers: readonly string[], questions: readonly string[] = []): unknown =>
  buildChecklist(answers.map(about), questions.map(open)).map((context) => [
    context.id,
    ...context.requirements.map(({ answers: [answer] }) => answer),
    ...context.open.map(({ id }) => `${id}?`),
    ...(context.unasked ? ['unasked'] : []),
  ]);

describe('what a review looks at', () => {
  it('is nothing where nothing was said', () => {
    expect(contexts([])).toEqual([]);
    expect(contexts(['ctx.flows', 'tst.levels'], ['rol.flags'])).toEqual([]);
  });

  it('comes in its order, under titles of its own', () => {
    const requirements = ['obs.logs', 'ifc.fields', 'ifc.endpoints', 'sec.access', 'rec.rpo', 'sec.secrets'];
    expect(buildChecklist(requirements.map(about), []).map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'boundaries: Security boundaries',
      'failure: Failure modes',
      'access: Edges of authentication and access',
      'cors: Callers from other origins (CORS)',
      'input: Input validation',
      'monitoring: Monitoring',
    ]);
  });

  it('goes by the question, and only then by its section', () => {
    expect(
      contexts([
        ...['sec.secrets', 'cmp.erasure', 'rec.rpo', 'dep.dependencies'],
        ...['sec.access', 'sec.default_access', 'sec.object_check', 'sec.endpoint_access', 'sec.sessions'],
        ...['ifc.fields', 'ifc.limits', 'data.fields', 'sec.parsers', 'obs.logs'],
      ]),
    ).toEqual([
      ['boundaries', 'sec.secrets', 'cmp.erasure'],
      ['failure', 'rec.rpo', 'dep.dependencies'],
      [
        'access',
        'sec.access',
        'sec.default_access',
        'sec.object_check',
        'sec.endpoint_access',
        'sec.sessions',
      ],
      ['input', 'ifc.fields', 'ifc.limits', 'data.fields', 'sec.parsers'],
      ['monitoring', 'obs.logs'],
    ]);
  });

  it('has what is open, for a question or a column of it', () => {
    expect(contexts([], ['rec.failures.mode', 'sec.parsers', 'data.stores'])).toEqual([
      ['failure', 'rec.failures.mode?'],
      ['input', 'sec.parsers?'],
    ]);
    expect(contexts(['rec.rpo'], ['rec.rto'])).toEqual([['failure', 'rec.rpo', 'rec.rto?']]);
  });

  it('goes by the first answer of a requirement', () => {
    const requirement = aRequirement('a', { answers: ['obs.logs', 'sec.secrets'] });
    expect(buildChecklist([requirement], []).map(({ id }) => id)).toEqual(['monitoring']);
    expect(buildChecklist([aRequirement('a', { answers: [] })], [])).toEqual([]);
  });

  it('says what no question asks as soon as somebody calls the system', () => {
    expect(contexts(['ifc.endpoints'])).toEqual([['cors', 'unasked']]);
    const second = aRequirement('a', { answers: ['ctx.flows', 'ifc.endpoints'] });
    expect(buildChecklist([second], [])).toEqual([
      {
        id: 'cors',
        title: 'Callers from other origins (CORS)',
        requirements: [],
        open: [],
        unasked: true,
      },
    ]);
    expect(contexts([], ['ifc.endpoints'])).toEqual([]);
  });
});

describe('what is broken on purpose', () => {
  it.each<[string, Parameters<typeof aRequirement>[1], string, string]>([
    ['the drill', { drill: { break: 'stop it', observe: 'it goes on' } }, 'stop it', 'it goes on'],
    [
      'the drill, whatever else is said',
      {
        verify: 'drill',
        drill: { break: 'stop it', observe: 'it goes on' },
        scenario: { given: 'it runs', then: 'it stops' },
        parts: { if: 'it fails' },
      },
      'stop it',
      'it goes on',
    ],
    ['the drill, seen by the sentence', { drill: { break: 'stop it' } }, 'stop it', 'the system must keep a'],
    [
      'the ground of the example',
      { verify: 'drill', scenario: { given: 'it runs', then: 'it stops' }, parts: { if: 'it fails' } },
      'bring it about that it runs',
      'it stops',
    ],
    [
      'the condition of the sentence',
      { verify: 'drill', parts: { if: 'it fails', event: 'a call comes' } },
      'bring it about that it fails',
      'the system must keep a',
    ],
    [
      'its event',
      { verify: 'drill', parts: { event: 'a call comes' }, drill: { observe: 'it goes on' } },
      'bring it about that a call comes',
      'the system must keep a',
    ],
  ])('is %s', (_, over, act, observe) => {
    expect(buildFaultDrills([aRequirement('a', over)])).toEqual([{ id: 'a', break: act, observe }]);
  });

  it.each<[string, Parameters<typeof aRequirement>[1]]>([
    ['is shown otherwise', { parts: { if: 'it fails' }, scenario: { given: 'it runs', then: 'it stops' } }],
    ['says nothing to break', { verify: 'drill', parts: { while: 'it runs', where: 'a flag is on' } }],
    ['only says what is seen', { verify: 'test', drill: { observe: 'it goes on' } }],
  ])('is nothing where a sentence %s', (_, over) => {
    expect(buildFaultDrills([aRequirement('a', over)])).toEqual([]);
  });
});
