import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  createBudget,
  createModel,
  definePrompt,
  type Asking,
  type Exchange,
  type Limits,
  type Model,
} from '../../src/llm/index.js';
import { aClock, type AClock } from './a-clock.js';
import {
  aModelServer,
  cuts,
  endsEarly,
  fails,
  hangsUp,
  isSilent,
  raw,
  says,
  status,
  type ModelServer,
  type Play,
} from './server.js';
import { eventually } from '../helpers/eventually.js';

const KEY = 'sk-ant-test-0123456789abcdef';
const never = new AbortController().signal;

const asking: Asking<{ word: string }> = {
  prompt: definePrompt('a test', 'Say one word.'),
  content: { answer: 'password = "hunter2!" for jane@example.com, at 900 req/s' },
  schema: z.strictObject({ word: z.string().min(1).max(20) }),
  maxTokens: 500,
};

type Stage = {
  readonly server: ModelServer;
  readonly model: Model;
  readonly clock: AClock;
  readonly log: Exchange[];
};

async function aStage(
  plays: readonly Play[],
  limits: Limits = { tokens: 100_000 },
  name = 'claude-sonnet-5-5',
): Promise<Stage> {
  const server = await aModelServer(...plays);
  const clock = aClock();
  const log: Exchange[] = [];
  const model = createModel({
    ...{ apiKey: KEY, baseUrl: server.url, name, clock, budget: createBudget(limits) },
    record: (exchange) => void log.push(exchange),
  });
  return { server, model, clock, log };
}

describe('asking a model', () => {
  it('sends the form of the reply, a cache mark and masked secrets, and the key in a header only', async () => {
    const { server, model } = await aStage([says({ word: 'yes' })]);

    const reply = await model.ask(asking, never);

    expect(reply).toEqual({ ok: true, value: { word: 'yes' } });
    const [request] = server.seen;
    expect(request?.url).toBe('/v1/messages');
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.text).not.toContain(KEY);
    expect(request?.text).not.toContain('hunter2');
    expect(request?.text).not.toContain('jane@example.com');
    expect(request?.text).toContain('900 req/s');
    expect(request?.body).toMatchObject({
      model: 'claude-sonnet-5-5',
      max_tokens: 500,
      stream: true,
      system: [{ type: 'text', text: 'Say one word.', cache_control: { type: 'ephemeral' } }],
      output_config: {
        format: {
          type: 'json_schema',
          schema: { type: 'object', required: ['word'], additionalProperties: false },
        },
      },
    });
  });

  it('writes down what was sent and received, masked, with the tokens it took', async () => {
    const { model, log } = await aStage([says({ word: 'b@example.com' })]);

    await model.ask(asking, never);

    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ purpose: 'a test', outcome: 'ok', tokens: 150, masked: 2 });
    expect(log[0]?.received).toBe('{"word":"[masked e-mail address]"}');
    expect(JSON.stringify(log)).not.toMatch(/hunter2|sk-ant-test/);
    expect(model.budget.used()).toBe(150);
  });

  it('does not make a call that could exceed the tokens of the sitting', async () => {
    const { server, model } = await aStage([says({ word: 'yes' })], { tokens: 600 });

    const reply = await model.ask(asking, never);

    expect(reply).toMatchObject({ ok: false, error: { problem: { code: 'model-budget' }, lasting: true } });
    expect(server.seen).toHaveLength(0);
  });

  it('counts what was used in money where the prices are known, and stops before the limit', async () => {
    const price = { input: 3, output: 15, cached: 0.3 };
    const plays = [says({ word: 'yes' }), says({ word: 'no' })];
    const { server, model } = await aStage(plays, { tokens: 100_000, price, cost: 0.011 });

    await model.ask(asking, never);

    expect(model.budget.cost()).toBeCloseTo((100 * 3 + 30 * 15 + 20 * 0.3) / 1_000_000, 10);
    const dear = await model.ask({ ...asking, maxTokens: 900 }, never);
    expect(dear).toMatchObject({ ok: false, error: { problem: { code: 'model-budget' } } });
    expect(server.seen).toHaveLength(1);
  });

  it('says no cost where nobody said the prices', async () => {
    const { model } = await aStage([says({ word: 'yes' })]);

    await model.ask(asking, never);

    expect(model.budget.cost()).toBeUndefined();
  });

  it('sends nothing without a key', async () => {
    const { server, clock } = await aStage([says({ word: 'yes' })]);
    const keyless = createModel({
      ...{ apiKey: undefined, baseUrl: server.url, name: 'm', clock, budget: createBudget({ tokens: 1000 }) },
      record: () => undefined,
    });

    expect(await keyless.ask(asking, never)).toMatchObject({ error: { problem: { code: 'model-no-key' } } });
    expect(server.seen).toHaveLength(0);
  });

  it('prints nothing for a model that ends soon', async () => {
    const warn = vi.spyOn(console, 'warn');
    const { model } = await aStage([says({ word: 'yes' })], { tokens: 100_000 }, 'claude-sonnet-4-5');

    expect(await model.ask(asking, never)).toMatchObject({ ok: true });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('takes escape sequences, line breaks and template signs out of every text', async () => {
    const { model } = await aStage([says({ word: 'a\u001b[2J\n{{x}}<!--b' })]);

    expect(await model.ask(asking, never)).toEqual({ ok: true, value: { word: 'a {x}b' } });
  });
});

describe('a fault of the model', () => {
  const huge = raw(
    `event: message_start\ndata: {"type":"message_start","message":{}}\n\n` +
      `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', delta: { text: 'x'.repeat(2_000_000) } })}\n\n`,
  );

  it.each<readonly [string, Play, string, number]>([
    ['400', status(400), 'model-bad-request', 1],
    ['401', status(401), 'model-key', 1],
    ['402', status(402), 'model-payment', 1],
    ['403', status(403), 'model-forbidden', 1],
    ['404', status(404), 'model-unknown', 1],
    ['429', status(429, { 'retry-after': '2' }), 'model-busy', 3],
    ['500', status(500), 'model-failed', 3],
    ['529', status(529), 'model-busy', 3],
    ['a lost connection', hangsUp, 'model-unreached', 3],
    ['a stream that is cut', cuts, 'model-cut', 3],
    ['a stream that ends early', endsEarly, 'model-cut', 3],
    ['an error inside the stream', fails(), 'model-busy', 3],
    ['a refusal inside the stream', fails('invalid_request_error'), 'model-bad-request', 1],
    ['a refusal', says({ word: 'x' }, 'refusal'), 'model-refused', 1],
    ['a reply that did not fit', says('{"word": "y', 'max_tokens'), 'model-cut-short', 1],
    ['an empty reply', says(''), 'model-empty', 1],
    ['a reply that is not JSON', says('Sure! Here it is'), 'model-not-json', 1],
    ['a reply of another form', says({ words: ['x'] }), 'model-not-fitting', 1],
    ['a text that is too long for its form', says({ word: 'x'.repeat(21) }), 'model-not-fitting', 1],
    ['a reply of 2 MB', huge, 'model-too-long', 1],
    ['a page of a proxy', raw('<html>', { 'content-type': 'text/html' }), 'model-cut', 3],
    ['broken events', raw('event: message_start\ndata: {"type":\n\n'), 'model-not-json', 1],
    ['events of another kind', raw('event: x\ndata: 7\n\nevent: y\ndata: {"type": 3}\n\n'), 'model-cut', 3],
  ])('is one line for %s', async (_, play, code, requests) => {
    const { server, model, clock } = await aStage([play]);

    const reply = await model.ask(asking, never);

    expect(reply).toMatchObject({ ok: false, error: { problem: { code } } });
    const { message, hint } = (reply as unknown as { error: { problem: Record<string, string> } }).error
      .problem;
    expect(`${message ?? ''} ${hint ?? ''}`).toMatch(/^[A-Z][\w ,:.'-]{10,110}$/);
    expect(server.seen).toHaveLength(requests);
    expect(clock.pending()).toBe(0);
  });

  it.each([
    ['before its first word', false],
    ['after its first word', true],
  ])('is one line when the model falls silent %s', async (_, afterStart) => {
    const { server, model, clock } = await aStage([isSilent(afterStart), says({ word: 'late' })]);

    const reply = model.ask(asking, never);
    await eventually(() => expect(server.open()).toBe(1));
    clock.ring();
    if (afterStart) await eventually(() => expect(clock.pending()).toBe(1)).then(() => clock.ring());

    expect(await reply).toEqual({ ok: true, value: { word: 'late' } });
    expect(server.seen).toHaveLength(2);
    expect(clock.pending()).toBe(0);
  });

  it('waits as long as the service asks, on the clock handed in', async () => {
    const { model, clock } = await aStage([status(429, { 'retry-after': '7' }), says({ word: 'yes' })]);

    expect(await model.ask(asking, never)).toMatchObject({ ok: true });
    expect(clock.waits).toEqual([7000]);
  });

  it('doubles its own waits, and gives up after three tries', async () => {
    const { model, clock } = await aStage([status(500)]);

    await model.ask(asking, never);

    expect(clock.waits).toEqual([500, 1000]);
  });

  it('does not wait for a service that asks for more than a minute', async () => {
    const { server, model, clock } = await aStage([status(429, { 'retry-after': '600' })]);

    expect(await model.ask(asking, never)).toMatchObject({ error: { problem: { code: 'model-busy' } } });
    expect(server.seen).toHaveLength(1);
    expect(clock.waits).toEqual([]);
  });

  it('counts a reply that was lost on its way against the budget', async () => {
    const { model } = await aStage([cuts]);

    await model.ask(asking, never);

    expect(model.budget.used()).toBeGreaterThan(100);
  });
});

describe('cancelling a call', () => {
  it.each([
    ['before its first word', isSilent()],
    ['in the middle of the stream', isSilent(true)],
  ])('is immediate %s and leaves nothing behind', async (_, play) => {
    const { server, model, clock } = await aStage([play]);
    const cancel = new AbortController();

    const reply = model.ask(asking, cancel.signal);
    await eventually(() => expect(server.open()).toBe(1));
    cancel.abort();

    expect(await reply).toMatchObject({ error: { problem: { code: 'model-cancelled' } } });
    expect(clock.pending()).toBe(0);
    await eventually(() => expect(server.open()).toBe(0));
  });
});
