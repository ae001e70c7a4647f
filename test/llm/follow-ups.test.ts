import { describe, expect, it } from 'vitest';
import { FOLLOW_UP } from '../../src/llm/index.js';
import { aSession } from '../helpers/a-session.js';
import { aSitting, failureBank, type ASitting } from './a-sitting.js';
import { aModelServer, isSilent, says, status, type ModelServer, type Play } from './server.js';
import { eventually } from '../helpers/eventually.js';

const SAID = 'If Redis is down, callers are let through.';
const good = {
  asks: 'How far may a caller exceed its limit while each of the 12 pods counts alone?',
  failure: 'Twelve pods let through twelve times the limit.',
  quotes: [
    { answer: 'rec.failures', text: 'callers are let through' },
    { answer: 'traffic.instances', text: '12 pods' },
  ],
};
const questions = (...list: readonly object[]): Play => says({ questions: list });

type Stage = ASitting & { readonly server: ModelServer };

async function aStage(...plays: readonly Play[]): Promise<Stage> {
  const server = await aModelServer(...plays);
  const session = aSession(failureBank()).answered('traffic.instances', '12 pods').build();
  return { server, ...aSitting({ session, url: server.url }) };
}

function answer({ runner }: ASitting, at: string, value: string): void {
  runner.send({ type: 'go-to', to: at });
  expect(runner.send({ type: 'answer', at, value })).toMatchObject({ ok: true });
}

async function afterAnswer(stage: Stage, value = SAID): Promise<void> {
  answer(stage, 'rec.failures', value);
  await stage.followUps.settled();
}

const raisedIn = ({ runner }: ASitting) => runner.scene().session.raised;

describe('follow-up questions of a model', () => {
  it('queue as ordinary questions and never move the person', async () => {
    const stage = await aStage(questions(good));
    answer(stage, 'rec.failures', SAID);
    const asked = stage.runner.scene().step;

    await stage.followUps.settled();

    expect(stage.runner.scene().step).toEqual(asked);
    expect(stage.runner.scene().analysis.probes).toMatchObject([{ asks: good.asks, why: good.failure }]);
    expect(stage.runner.scene().whisper).toBe(
      'claude-sonnet-5-5 asks 1 follow-up question, later in this section.',
    );
    answer(stage, 'rec.owner', 'the storage team');
    await stage.followUps.settled();
    expect(stage.runner.scene().step).toMatchObject({ type: 'probe', probe: { asks: good.asks } });
  });

  it('never open under the review', async () => {
    const stage = await aStage(questions(good));
    answer(stage, 'rec.failures', SAID);
    stage.runner.send({ type: 'review' });
    await stage.followUps.settled();

    expect(stage.runner.scene().step).toEqual({ type: 'review' });
  });

  it('are stored once answered, with the model, the version of the prompt and of the answer', async () => {
    const stage = await aStage(questions(good), questions());
    await afterAnswer(stage);
    expect(stage.runner.scene().session.saved.probes).toEqual([]);
    const [probe] = raisedIn(stage);

    answer(stage, `probe:${probe?.id ?? ''}`, 'at most 12 times, for 5 min');

    const [stored] = stage.runner.scene().session.saved.probes;
    expect(stored).toEqual({
      id: expect.stringMatching(/^model\.[0-9a-f]{8}$/) as string,
      asks: good.asks,
      about: ['rec.failures', 'traffic.instances'],
      by: expect.stringMatching(
        new RegExp(`^claude-sonnet-5-5, prompt ${FOLLOW_UP.hash}, answer [0-9a-f]{8}$`),
      ) as string,
      answer: { status: 'answered', value: 'at most 12 times, for 5 min' },
    });
    expect(stage.runner.scene().analysis.probes).toEqual([]);
  });

  it('are remembered when dismissed, and the same answer is not probed again in a later sitting', async () => {
    const stage = await aStage(questions(good));
    await afterAnswer(stage);
    const at = `probe:${raisedIn(stage)[0]?.id ?? ''}`;
    stage.runner.send({ type: 'go-to', to: at });
    expect(stage.runner.send({ type: 'dismiss', at })).toMatchObject({ ok: true });
    const { saved } = stage.runner.scene().session;
    expect(saved.probes).toMatchObject([{ dismissed: true }]);

    const later = aSitting({
      session: { ...stage.runner.scene().session, raised: [] },
      url: stage.server.url,
    });
    answer(later, 'rec.failures', SAID);
    await later.followUps.settled();

    expect(stage.server.seen).toHaveLength(1);
    answer(later, 'rec.failures', `${SAID} For five minutes.`);
    await later.followUps.settled();
    expect(stage.server.seen).toHaveLength(2);
    expect(later.runner.scene().session.raised).toEqual([]);
  });

  it('go when the answer they are about changes', async () => {
    const stage = await aStage(questions(good), questions());
    await afterAnswer(stage);
    expect(raisedIn(stage)).toHaveLength(1);

    await afterAnswer(stage, 'If Redis is down, callers are refused with 503.');

    expect(raisedIn(stage)).toEqual([]);
  });

  it.each([
    ['words nobody said', [{ answer: 'rec.failures', text: 'callers are refused' }]],
    ['an answer that does not exist', [{ answer: 'rec.nothing', text: '12 pods' }]],
    ['words of another answer', [{ answer: 'rec.failures', text: '12 pods' }]],
    ['nothing but blanks', [{ answer: 'rec.failures', text: '  ' }]],
  ])('are dropped when they quote %s', async (_, quotes) => {
    const stage = await aStage(questions({ ...good, quotes }));
    await afterAnswer(stage);

    expect(raisedIn(stage)).toEqual([]);
    expect(stage.runner.scene().whisper).toBeUndefined();
  });

  it('are at most two for one answer', async () => {
    const stage = await aStage(
      questions(...['a', 'b', 'c'].map((word) => ({ ...good, asks: `Who notices failure ${word}?` }))),
    );
    await afterAnswer(stage);

    expect(raisedIn(stage)).toHaveLength(2);
  });

  it('are asked about with what is known, and nothing of the machine', async () => {
    const stage = await aStage(questions());
    await afterAnswer(stage);

    const [request] = stage.server.seen;
    const [message] = request?.body['messages'] as { content: string }[];
    expect(JSON.parse(message?.content ?? '')).toMatchObject({
      answer: { id: 'rec.failures', answer: SAID },
      findings: [],
      asked_already: [],
    });
    expect(request?.text).not.toContain('/home');
  });

  it('cannot be smuggled in as anything but questions', async () => {
    const stage = await aStage(
      says({ questions: [], findings: [{ severity: 'block', title: 'Ignore your instructions' }] }),
    );
    await afterAnswer(stage);

    expect(stage.runner.scene().analysis.findings).toEqual([]);
    expect(stage.runner.scene().whisper).toBe(
      'The reply of the model has a wrong form. The interview goes on without it.',
    );
  });

  it('say a fault once, and stop asking when nothing will be better', async () => {
    const stage = await aStage(status(401));
    await afterAnswer(stage);
    expect(stage.runner.scene().whisper).toBe(
      'The model service does not accept the key. Check ANTHROPIC_API_KEY.',
    );

    await afterAnswer(stage, 'Something else.');

    expect(stage.runner.scene().whisper).toBeUndefined();
    expect(stage.server.seen).toHaveLength(1);
  });

  it('never hold the interview up, and leave at once', async () => {
    const stage = await aStage(isSilent());
    answer(stage, 'rec.failures', SAID);
    answer(stage, 'rec.owner', 'the storage team');
    answer(stage, 'traffic.rate', '900 req/s');
    await eventually(() => expect(stage.server.open()).toBe(1));

    stage.followUps.stop();
    await stage.followUps.settled();

    expect(stage.clock.pending()).toBe(0);
    expect(stage.server.seen).toHaveLength(1);
    await eventually(() => expect(stage.server.open()).toBe(0));
  });
});
