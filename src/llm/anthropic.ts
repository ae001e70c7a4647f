import * as z from 'zod';
import { watch, type Clock } from './clock.js';
import type { Usage } from './budget.js';
import { FAULTS, faultOf, stopFault, type Fault } from './fault.js';
import { err, ok, type Result } from '../kernel/index.js';

/** Where a model is reached, and with which key. */
export type Endpoint = { readonly apiKey: string; readonly baseUrl?: string; readonly clock: Clock };

/** What is asked: the standing instructions are marked as cacheable. */
export type Question = {
  readonly model: string;
  readonly instructions: string;
  readonly content: string;
  readonly schema: z.ZodType;
  readonly maxTokens: number;
};

/** What came back, as it came: nothing of it is trusted yet. */
export type Received = { readonly text: string; readonly usage: Usage };

const QUIET_MS = 30_000;
const LONGEST_MS = 120_000;
const SDK_TIMEOUT_MS = 600_000;
const MOST_CHARACTERS = 200_000;

/** Makes the body of a request; it holds no key. */
export async function bodyOf({ model, instructions, content, schema, maxTokens }: Question) {
  const { zodOutputFormat } = await import('@anthropic-ai/sdk/helpers/zod');
  const { type, schema: shape } = zodOutputFormat(schema);
  return {
    model,
    max_tokens: maxTokens,
    system: [{ type: 'text', text: instructions, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content }],
    output_config: { format: { type, schema: shape } },
    stream: true,
  };
}

type Body = Awaited<ReturnType<typeof bodyOf>>;

/** Sends one request, once; every way it can fail is a fault, also silence on the clock handed in. */
export async function send(
  endpoint: Endpoint,
  body: Body,
  cancel: AbortSignal,
): Promise<Result<Received, Fault>> {
  const own = new AbortController();
  const watching = watch(endpoint.clock, { quiet: QUIET_MS, longest: LONGEST_MS }, () =>
    own.abort(FAULTS.silent),
  );
  const signal = AbortSignal.any([cancel, own.signal]);
  let isOpen = false;
  try {
    const stream = await open(endpoint, body, signal);
    isOpen = true;
    const reply = await collect(stream, watching.heard);
    return signal.aborted ? err(abortFault(cancel, own.signal)) : reply;
  } catch (error) {
    return err(signal.aborted ? abortFault(cancel, own.signal) : faultOf(error, isOpen));
  } finally {
    watching.stop();
    own.abort(FAULTS.cancelled);
  }
}

function abortFault(cancel: AbortSignal, own: AbortSignal): Fault {
  return cancel.aborted ? FAULTS.cancelled : (own.reason as Fault);
}

// `messages.create` prints a warning for models that end soon, which would tear the screen; `post` sends the same and prints nothing.
async function open(
  { apiKey, baseUrl }: Endpoint,
  body: Body,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const { Anthropic } = await import('@anthropic-ai/sdk');
  const client = new Anthropic({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: 'off',
    openTelemetry: false,
  });
  return client.post<AsyncIterable<unknown>>('/v1/messages', { body, stream: true, signal });
}

const count = z.number().min(0).catch(0).default(0);
const usage = z
  .looseObject({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
  })
  .optional()
  .catch(undefined);

const streamEvent = z.looseObject({
  type: z.string(),
  message: z.looseObject({ usage }).optional().catch(undefined),
  delta: z
    .looseObject({
      text: z.string().optional().catch(undefined),
      stop_reason: z.string().nullish().catch(null),
    })
    .optional()
    .catch(undefined),
  usage,
});

type StreamEvent = z.output<typeof streamEvent>;
type Reading = Received & { readonly stop?: string; readonly isWhole: boolean };

async function collect(stream: AsyncIterable<unknown>, heard: () => void): Promise<Result<Received, Fault>> {
  let reading: Reading = { text: '', usage: { input: 0, output: 0, cached: 0 }, isWhole: false };
  for await (const event of stream) {
    heard();
    const parsed = streamEvent.safeParse(event);
    if (parsed.success) reading = afterEvent(reading, parsed.data);
    if (reading.text.length > MOST_CHARACTERS) return err(FAULTS.tooLong);
  }
  const fault = reading.isWhole ? stopFault(reading.stop) : FAULTS.cut;
  if (fault !== undefined) return err(fault);
  return reading.text.trim() === '' ? err(FAULTS.empty) : ok(reading);
}

function afterEvent(reading: Reading, event: StreamEvent): Reading {
  switch (event.type) {
    case 'message_start':
      return { ...reading, usage: usageOf(event.message?.usage, reading.usage.output) };
    case 'content_block_delta':
      return { ...reading, text: reading.text + (event.delta?.text ?? '') };
    case 'message_delta': {
      const output = event.usage?.output_tokens ?? reading.usage.output;
      const stop = event.delta?.stop_reason;
      return {
        ...reading,
        usage: { ...reading.usage, output },
        ...(typeof stop === 'string' ? { stop } : {}),
      };
    }
    case 'message_stop':
      return { ...reading, isWhole: true };
    default:
      return reading;
  }
}

function usageOf(given: StreamEvent['usage'], output: number): Usage {
  const cached = (given?.cache_read_input_tokens ?? 0) + (given?.cache_creation_input_tokens ?? 0);
  return { input: given?.input_tokens ?? 0, output, cached };
}
