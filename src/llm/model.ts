import type * as z from 'zod';
import { err, type Result } from '../kernel/index.js';
import { bodyOf, send, type Endpoint, type Received } from './anthropic.js';
import { tokensAtMost, type Budget, type Usage } from './budget.js';
import { FAULTS, type Fault } from './fault.js';
import { maskDeep, maskSecrets } from './mask.js';
import type { Prompt } from './prompt.js';
import { parseReply } from './reply.js';

/** The model that is asked when config.yaml says `default`. */
export const DEFAULT_MODEL = 'claude-sonnet-5-5';

/** What was sent and received, masked: what `ai log` shows. */
export type Exchange = {
  readonly at: string;
  readonly purpose: string;
  readonly model: string;
  readonly sent: string;
  readonly received: string;
  readonly outcome: string;
  readonly tokens: number;
  readonly masked: number;
};

/** What a model is reached with; without a key nothing is loaded and nothing is sent. */
export type ModelParts = Omit<Endpoint, 'apiKey'> & {
  readonly apiKey: string | undefined;
  readonly name: string;
  readonly budget: Budget;
  readonly record: (exchange: Exchange) => void;
};

/** One thing to ask a model: instructions, what they are about, and the form of the reply. */
export type Asking<T> = {
  readonly prompt: Prompt;
  readonly content: unknown;
  readonly schema: z.ZodType<T>;
  readonly maxTokens: number;
};

/** A model that can be asked; a fault is a value, and cancelling is immediate. */
export type Model = {
  readonly name: string;
  readonly budget: Budget;
  readonly ask: <T>(asking: Asking<T>, cancel: AbortSignal) => Promise<Result<T, Fault>>;
};

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Makes a model; the client library is loaded by the first call. */
export function createModel(parts: ModelParts): Model {
  const { name, budget } = parts;
  const ask = async <T>(asking: Asking<T>, cancel: AbortSignal): Promise<Result<T, Fault>> => {
    const { apiKey } = parts;
    if (apiKey === undefined || apiKey.trim() === '') return err(FAULTS.noKey);
    const content = maskDeep(asking.content);
    const body = await bodyOf({
      model: name,
      instructions: asking.prompt.text,
      content: JSON.stringify(content.value, null, 2),
      schema: asking.schema,
      maxTokens: asking.maxTokens,
    });
    const sent = JSON.stringify(body, null, 2);
    if (!budget.allows({ input: tokensAtMost(sent), output: asking.maxTokens })) return err(FAULTS.budget);
    const attempt = () => send({ ...parts, apiKey: apiKey.trim() }, body, cancel);
    const received = await persist(parts, attempt, cancel);
    budget.spend(usageOf(received, sent));
    const reply = received.ok ? parseReply(received.value.text, asking.schema) : received;
    record(parts, { asking: asking.prompt.name, sent, received, masked: content.masked, apiKey });
    return cancel.aborted ? err(FAULTS.cancelled) : reply;
  };
  return { name, budget, ask };
}

const READ_AND_LOST: readonly Fault[] = [
  ...[FAULTS.cut, FAULTS.silent, FAULTS.tooLong, FAULTS.refused],
  ...[FAULTS.cutShort, FAULTS.empty, FAULTS.cancelled],
];

/** A reply that was lost on its way was worked on all the same: it counts as what was sent. */
function usageOf(received: Result<Received, Fault>, sent: string): Usage {
  if (received.ok) return received.value.usage;
  const input = READ_AND_LOST.includes(received.error) ? tokensAtMost(sent) : 0;
  return { input, output: 0, cached: 0 };
}

type Attempt = () => Promise<Result<Received, Fault>>;

/** Tries again while that can help: after what the service asked for, else after half a second, doubled each time. */
async function persist({ clock }: ModelParts, attempt: Attempt, cancel: AbortSignal): ReturnType<Attempt> {
  for (let made = 1; ; made += 1) {
    const outcome = await attempt();
    if (outcome.ok || outcome.error.retry === undefined || made === ATTEMPTS) return outcome;
    const wait = outcome.error.retry.after ?? FIRST_WAIT_MS * 2 ** (made - 1);
    if (wait > LONGEST_WAIT_MS) return outcome;
    await clock.wait(wait, cancel);
    if (cancel.aborted) return err(FAULTS.cancelled);
  }
}

type Happened = {
  readonly asking: string;
  readonly sent: string;
  readonly received: Result<Received, Fault>;
  readonly masked: number;
  readonly apiKey: string;
};

function record({ clock, name, record: keep }: ModelParts, happened: Happened): void {
  const { asking, sent, received, masked, apiKey } = happened;
  const clean = (text: string) => maskSecrets(text.replaceAll(apiKey, '[masked API key]')).text;
  const usage = usageOf(received, sent);
  keep({
    at: new Date(clock.now()).toISOString(),
    purpose: asking,
    model: name,
    sent: clean(sent),
    received: received.ok ? clean(received.value.text) : '',
    outcome: received.ok ? 'ok' : received.error.problem.code,
    tokens: usage.input + usage.output + usage.cached,
    masked,
  });
}
