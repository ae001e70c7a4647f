import type { Problem } from '../kernel/index.js';

/** Why a call came to nothing: the one line to show, whether trying again can help, and when. */
export type Fault = {
  readonly problem: Problem;
  /** Milliseconds the service asked for; without `retry` the call is not tried again. */
  readonly retry?: { readonly after?: number };
  /** Nothing will be better in this sitting: a wrong key, an unknown model. */
  readonly lasting?: true;
};

const HOW_ON = 'The interview goes on without it.';

const problem = (code: string, message: string, hint = HOW_ON): Problem => ({
  code: `model-${code}`,
  message,
  hint,
});

/** The faults that this layer finds itself, before or after the network. */
export const FAULTS = {
  noKey: {
    problem: problem(
      'no-key',
      'No model is asked: there is no key.',
      'Set ANTHROPIC_API_KEY in the environment.',
    ),
    lasting: true,
  },
  budget: {
    problem: problem(
      'budget',
      'The model has used what it may in this sitting.',
      'ai_tokens and ai_cost in config.yaml',
    ),
    lasting: true,
  },
  cancelled: { problem: problem('cancelled', 'The model was not waited for.') },
  silent: { problem: problem('silent', 'The model took too long.'), retry: {} },
  cut: { problem: problem('cut', 'The reply of the model broke off.'), retry: {} },
  tooLong: { problem: problem('too-long', 'The reply of the model was far too long.') },
  refused: { problem: problem('refused', 'The model declined to answer.') },
  cutShort: { problem: problem('cut-short', 'The reply of the model did not fit.') },
  empty: { problem: problem('empty', 'The model said nothing.') },
  notJson: { problem: problem('not-json', 'The reply of the model is not what was asked for.') },
  notFitting: { problem: problem('not-fitting', 'The reply of the model has a wrong form.') },
} as const satisfies Record<string, Fault>;

/** Every reason a reply can end that is not its end. */
const STOPS: Readonly<Record<string, Fault>> = {
  refusal: FAULTS.refused,
  max_tokens: FAULTS.cutShort,
  model_context_window_exceeded: FAULTS.cutShort,
};

/** The fault behind a stop reason; none when the reply is whole. */
export const stopFault = (reason: string | undefined): Fault | undefined => STOPS[reason ?? ''];

/** Reads what the client threw, by its shape (class names do not outlive a bundle): an HTTP status, an error inside a stream, bad JSON, or a lost connection. */
export function faultOf(error: unknown, isOpen: boolean): Fault {
  const { status, type, headers } = shapeOf(error);
  if (status !== undefined) return statusFault(status, headers);
  if (type !== undefined) return streamFault(type);
  if (error instanceof SyntaxError) return FAULTS.notJson;
  return isOpen ? FAULTS.cut : UNREACHED;
}

const UNREACHED: Fault = { problem: problem('unreached', 'The model cannot be reached.'), retry: {} };

function streamFault(type: string): Fault {
  return /overloaded|rate_limit|api_error|timeout/.test(type) ? { ...BUSY, retry: {} } : REFUSED;
}

const BUSY = { problem: problem('busy', 'The model service is busy.') };
const REFUSED: Fault = {
  problem: problem('bad-request', 'The model service refused the request.', 'ai_model in config.yaml'),
  lasting: true,
};

const LASTING: Readonly<Record<number, Problem>> = {
  401: problem('key', 'The model service does not accept the key.', 'Check ANTHROPIC_API_KEY.'),
  402: problem('payment', 'The model service asks for payment first.'),
  403: problem('forbidden', 'The key may not use this model.', 'ai_model in config.yaml names another.'),
  404: problem('unknown', 'The model is not known there.', 'ai_model in config.yaml names another.'),
};

function statusFault(status: number, headers: Headers | undefined): Fault {
  const lasting = LASTING[status];
  if (lasting !== undefined) return { problem: lasting, lasting: true };
  if (status === 408 || status === 409 || status === 429 || status === 503 || status === 529)
    return { ...BUSY, retry: retryAfter(headers) };
  if (status >= 500)
    return {
      problem: problem('failed', 'The model service failed.'),
      retry: retryAfter(headers),
    };
  return REFUSED;
}

function retryAfter(headers: Headers | undefined): { readonly after?: number } {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return { after: ms };
  return Number.isFinite(seconds) && seconds >= 0 ? { after: seconds * 1000 } : {};
}

type Shape = {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Headers;
};

function shapeOf(error: unknown): Shape {
  if (!(error instanceof Error)) return {};
  const { status, type, headers } = error as Error & Record<'status' | 'type' | 'headers', unknown>;
  return {
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(headers instanceof Headers ? { headers } : {}),
  };
}
