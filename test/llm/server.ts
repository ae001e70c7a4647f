import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How the server answers one request. */
export type Play = (response: ServerResponse) => void;

/** One request as it arrived. */
export type Seen = {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly body: Record<string, unknown>;
};

/** A model service on loopback that says what a test wants; unlike a mock library it sees and checks whole requests. */
export type ModelServer = {
  readonly url: string;
  readonly seen: Seen[];
  /** What is answered next; the last one is repeated. */
  readonly play: (...plays: readonly Play[]) => void;
  readonly open: () => number;
};

/** Starts a server that is stopped when the test ends. */
export async function aModelServer(...plays: readonly Play[]): Promise<ModelServer> {
  const seen: Seen[] = [];
  const open = new Set<ServerResponse>();
  let queue = [...plays];
  const server = createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    response.on('error', () => undefined);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const body = JSON.parse(text) as Record<string, unknown>;
      seen.push({ url: request.url ?? '', headers: request.headers, text, body });
      const play = refusal(body) ?? queue[0] ?? status(503);
      if (queue.length > 1) queue = queue.slice(1);
      play(response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    play: (...next) => void (queue = [...next]),
    open: () => open.size,
  };
}

/** A request without what the service insists on is refused as the service does. */
function refusal(body: Record<string, unknown>): Play | undefined {
  const whole = typeof body['model'] === 'string' && typeof body['max_tokens'] === 'number';
  return whole && Array.isArray(body['messages']) ? undefined : status(400);
}

const line = (type: string, data: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;

/** The numbers a service reports for one reply. */
export type Reported = { readonly input?: number; readonly cached?: number; readonly output?: number };

const START = ({ input = 100, cached = 20 }: Reported): string =>
  line('message_start', {
    message: {
      ...{ id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], stop_reason: null },
      usage: { input_tokens: input, output_tokens: 1, cache_read_input_tokens: cached },
    },
  });

const DELTAS = (text: string): string[] =>
  (text.match(/[\s\S]{1,40}/g) ?? []).map((part) =>
    line('content_block_delta', { index: 0, delta: { type: 'text_delta', text: part } }),
  );

const END = (stop: string, { output = 30 }: Reported): string =>
  line('message_delta', { delta: { stop_reason: stop }, usage: { output_tokens: output } }) +
  line('message_stop', {});

function head(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_1' });
}

/** A whole reply, streamed. */
export const says =
  (value: unknown, stop = 'end_turn', reported: Reported = {}): Play =>
  (response) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    head(response);
    response.write(START(reported) + line('ping', {}));
    response.write(line('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }));
    for (const delta of DELTAS(text)) response.write(delta);
    response.end(line('content_block_stop', { index: 0 }) + END(stop, reported));
  };

/** An HTTP error with the headers it comes with. */
export const status =
  (code: number, headers: Record<string, string> = {}): Play =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ type: 'error', error: { type: 'some_error', message: 'No. \u001b[2J' } }));
  };

/** Bytes as they are, then the end. */
export const raw =
  (text: string, headers: Record<string, string> = { 'content-type': 'text/event-stream' }): Play =>
  (response) => {
    response.writeHead(200, headers);
    response.end(text);
  };

/** A reply that breaks off in the middle of the stream. */
export const cuts: Play = (response) => {
  head(response);
  response.write(START({}) + DELTAS('{"questions": [').join(''), () => void response.socket?.end());
};

/** A reply that ends early without saying so. */
export const endsEarly: Play = (response) => {
  head(response);
  response.end(START({}) + DELTAS('{"questions": [').join(''));
};

/** An error event in the middle of the stream. */
export const fails =
  (type = 'overloaded_error'): Play =>
  (response) => {
    head(response);
    response.end(START({}) + line('error', { error: { type, message: 'Overloaded' } }));
  };

/** A connection that is lost before anything is said. */
export const hangsUp: Play = (response) => void response.destroy();

/** A connection that stays open and says nothing, or starts and then says nothing. */
export const isSilent =
  (afterStart = false): Play =>
  (response) => {
    if (!afterStart) return;
    head(response);
    response.write(START({}));
  };
