import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createBudget, createModel, definePrompt, type Asking, type Model } from '../../src/llm/index.js';
import { aClock, type AClock } from './a-clock.js';

// A second opinion on the protocol: a service this project did not write answers the same client.
const asking: Asking<{ word: string }> = {
  prompt: definePrompt('a test', 'Say one word.'),
  content: { answer: 'callers are let through' },
  schema: z.strictObject({ word: z.string().min(1).max(20) }),
  maxTokens: 500,
};
const never = new AbortController().signal;

let service: LLMock;
let clock: AClock;
let model: Model;

beforeEach(async () => {
  service = new LLMock({ port: 0, host: '127.0.0.1' });
  await service.start();
  clock = aClock();
  model = createModel({
    ...{ apiKey: 'sk-ant-test-0123456789', baseUrl: service.url, name: 'claude-sonnet-5-5', clock },
    ...{ budget: createBudget({ tokens: 100_000 }), record: () => undefined },
  });
});

afterEach(() => service.stop());

describe('a service written by others', () => {
  it('is understood when it streams a structured reply, tokens included', async () => {
    service.onMessage(/let through/, {
      content: '{"word":"yes"}',
      usage: { input_tokens: 11, output_tokens: 3 },
    });

    expect(await model.ask(asking, never)).toEqual({ ok: true, value: { word: 'yes' } });
    expect(model.budget.used()).toBe(14);
  });

  it.each([
    ['refusal', 'model-refused'],
    ['length', 'model-cut-short'],
  ])('is understood when it stops for %s', async (finishReason, code) => {
    service.onMessage(/let through/, { content: '{"wor', finishReason });

    expect(await model.ask(asking, never)).toMatchObject({ ok: false, error: { problem: { code } } });
  });

  it.each([
    [400, 'invalid_request_error', 1],
    [401, 'authentication_error', 1],
    [404, 'not_found_error', 1],
    [500, 'api_error', 3],
    [529, 'overloaded_error', 3],
  ])('is asked again only where that can help: %i', async (status, type, requests) => {
    service.onMessage(/let through/, { error: { message: 'no', type }, status });

    expect(await model.ask(asking, never)).toMatchObject({ ok: false });
    expect(service.getRequests()).toHaveLength(requests);
  });

  it('is waited for as long as it asks', async () => {
    const error = { message: 'slow down', type: 'rate_limit_error' };
    service.on({ userMessage: /let through/, sequenceIndex: 0 }, { error, status: 429, retryAfter: 7 });
    service.on({ userMessage: /let through/, sequenceIndex: 1 }, { content: '{"word":"yes"}' });

    expect(await model.ask(asking, never)).toMatchObject({ ok: true });
    expect(clock.waits).toEqual([7_000]);
  });

  it('may break off in the middle of a reply', async () => {
    const content = `{"word":"${'yes '.repeat(200)}"}`;
    service.onMessage(/let through/, { content }, { truncateAfterChunks: 2, latency: 25 });

    expect(await model.ask(asking, never)).toMatchObject({
      ok: false,
      error: { problem: { code: 'model-cut' } },
    });
  });
});
