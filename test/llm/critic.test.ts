import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { openSession, situationOf, type RawSaved } from '../../src/interview/index.js';
import { createBudget, createModel, CRITIC, criticise } from '../../src/llm/index.js';
import { settledSession, waivedSession } from '../../src/cli/model-review.js';
import { aRunner, aSession } from '../helpers/a-session.js';
import { aClock } from './a-clock.js';
import { failureBank } from './a-sitting.js';
import { aModelServer, says, status, type Play } from './server.js';

const bank = failureBank();
const session = aSession(bank)
  .answered('rec.failures', 'If Redis is down, callers\nare let through.')
  .answered('traffic.instances', '12 pods')
  .build();

const finding = {
  severity: 'high',
  title: 'Nobody limits callers while Redis is down',
  why: 'The backend falls over.',
  asks: 'How far may a caller exceed its limit meanwhile?',
  quotes: [{ answer: 'rec.failures', text: 'callers are let through' }],
};
const invented = { ...finding, quotes: [{ answer: 'rec.failures', text: 'callers are refused' }] };

async function critique(play: Play) {
  const server = await aModelServer(play);
  const model = createModel({
    ...{ apiKey: 'sk-ant-test-0123456789', baseUrl: server.url, name: 'm', clock: aClock() },
    ...{ budget: createBudget({ tokens: 100_000 }), record: () => undefined },
  });
  const { facts } = situationOf(session);
  const { findings } = analyse(session, situationOf(session));
  const reply = await criticise(model, { session, facts, findings }, new AbortController().signal);
  return { reply, server };
}

describe('a model that reviews a spec', () => {
  it('drops findings that quote what nobody said, and counts them', async () => {
    const { reply, server } = await critique(says({ findings: [finding, invented] }));

    expect(reply).toMatchObject({ ok: true, value: { dropped: 1, objections: [{ title: finding.title }] } });
    expect(server.seen[0]?.text).toContain('12 pods');
  });

  it('puts the worst first', async () => {
    const worst = { ...finding, severity: 'block', asks: 'Who decides that Redis is down?' };
    const { reply } = await critique(says({ findings: [finding, worst] }));

    expect(reply.ok && reply.value.objections.map(({ severity }) => severity)).toEqual(['block', 'high']);
  });

  it('is one problem when it fails', async () => {
    const { reply } = await critique(status(403));

    expect(reply).toMatchObject({ ok: false, error: { problem: { code: 'model-forbidden' } } });
  });

  it('records what is accepted as a question that the next sitting asks, and what is not as nothing', async () => {
    const other = { ...finding, asks: 'Who is told when callers are let through?' };
    const { reply } = await critique(says({ findings: [finding, other] }));
    const { objections } = reply.ok ? reply.value : { objections: [] };

    expect(settledSession(session, objections, '')).toBe(session);
    expect(settledSession(session, objections, '7')).toBe(session);
    const { saved } = settledSession(session, objections, '1, -2');
    expect(saved.probes).toMatchObject([
      { asks: finding.asks, by: expect.stringMatching(`^m, prompt ${CRITIC.hash}, answer `) as string },
      { asks: other.asks, dismissed: true },
    ]);

    const raw: RawSaved = { ...saved, answers: new Map() };
    const runner = aRunner(openSession({ bank, mode: 'spec', saved: raw, context: new Map() }).session);
    expect(runner.scene().analysis.probes.map(({ asks }) => asks)).toEqual([finding.asks]);
    const at = `probe:${saved.probes[0]?.id ?? ''}`;
    runner.send({ type: 'go-to', to: at });
    runner.send({ type: 'answer', at, value: 'by a factor of two' });
    expect(runner.scene().analysis.probes).toEqual([]);
  });

  it('keeps what is accepted as it is as a waiver, which opens again when the answer changes', async () => {
    const { reply } = await critique(says({ findings: [finding] }));
    const objections = reply.ok ? reply.value.objections : [];
    const told = ['the backend sheds load itself', '@payments', '2027-03-01'];
    const talk = {
      ask: () => Promise.resolve(told.shift() ?? ''),
      say: () => undefined,
      now: Date.parse('2026-11-21'),
    };

    const waived = await waivedSession(session, objections, talk);

    expect(analyse(waived, situationOf(waived)).findings).toMatchObject([
      {
        title: finding.asks,
        waiver: { reason: 'the backend sheds load itself', owner: 'payments', until: '2027-03-01' },
      },
    ]);

    const answers = new Map(waived.saved.answers);
    answers.set('rec.failures', { status: 'answered', value: 'Callers are refused.' });
    const changed = { ...waived, saved: { ...waived.saved, answers } };
    expect(analyse(changed, situationOf(changed)).findings).toMatchObject([{ reopened: true }]);
  });

  it('waives nothing without a reason', async () => {
    const { reply } = await critique(says({ findings: [finding] }));
    const said: string[] = [];
    const talk = { ask: () => Promise.resolve(''), say: (line: string) => void said.push(line), now: 0 };

    expect(await waivedSession(session, reply.ok ? reply.value.objections : [], talk)).toBe(session);
    expect(said.at(-1)).toContain('A waiver needs a reason and an owner.');
  });
});
