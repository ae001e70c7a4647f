import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import { buildStories } from '../../src/spec/kit-stories.js';
import { documentOf, groundOf, row, type Said } from './summary-bank.js';

describe('the stories', () => {
  function storiesOf(flows: readonly Row[], steps: readonly Row[] = []) {
    const said: Said = (session) => session.answered('ctx.flows', flows).answered('ctx.steps', steps);
    const ground = groundOf(said);
    return buildStories(ground, documentOf(said).requirements);
  }

  it('are none without a flow', () => {
    expect(storiesOf([])).toEqual([]);
  });

  it('tell a flow with its reasons, its sentences and what shows it', () => {
    const flow = row(
      'sign-in',
      {
        ...{ name: 'Guest entry', actor: 'User', trigger: 'a user comes', criticality: 'critical' },
        ...{ hour_down: '1000 EUR', wrong_result: 'a stranger is let in' },
      },
      'they pay',
    );
    const [told] = storiesOf([flow], [row('Check', { flow: 'sign-in' }), row('Other')]);

    expect(told?.own.map(({ id }) => id)).toEqual(['REQ-CTX-001.sign-in', 'REQ-CTX-002.check']);
    expect(told?.story).toEqual({
      ...{ number: '1', id: 'sign-in', title: 'Guest entry', priority: 'P1', actor: 'User' },
      ...{ trigger: 'a user comes', outcome: 'serve "Guest entry"' },
      because: [
        'It is critical',
        'an hour without it costs this: 1000 EUR',
        'the worst wrong result nobody notices: a stranger is let in',
        'they pay',
      ],
      proofs: [
        { verify: 'test', ids: ['REQ-CTX-001.sign-in'] },
        { verify: 'drill', ids: ['REQ-CTX-002.check'] },
      ],
      scenarios: [
        {
          ...{ number: '1', id: 'REQ-CTX-001.sign-in', given: 'the system works normally' },
          ...{ when: 'a user comes', then: 'the system must serve "Guest entry"' },
        },
      ],
    });
  });

  it('come with the most important first, and as listed where nobody has said', () => {
    const order = (flows: readonly Row[]) =>
      storiesOf(flows).map(({ story: { number, id, priority } }) => [number, id, priority]);

    expect(
      order([
        row('a', { criticality: 'expendable' }),
        row('b', { criticality: 'important' }),
        row('c', { criticality: 'critical' }),
        row('d', { criticality: 'important' }),
      ]),
    ).toEqual([
      ['1', 'c', 'P1'],
      ['2', 'b', 'P2'],
      ['3', 'd', 'P2'],
      ['4', 'a', 'P3'],
    ]);
    expect(order([row('a'), row('b'), row('c'), row('d')]).map(([, , priority]) => priority)).toEqual([
      ...['P1', 'P2', 'P3', 'P3'],
    ]);
  });

  it('say that nobody has said how critical a flow is, and fall back on its trigger', () => {
    const [told] = storiesOf([row('a', { trigger: 'It rains. It pours.' })]);

    expect(told?.story.because).toEqual([
      'nobody has said how critical it is; flows are listed with the most important first',
    ]);
    expect(storiesOf([row('a')])[0]?.story).toMatchObject({
      ...{ trigger: '', outcome: '', scenarios: [], proofs: [] },
    });
  });
});
