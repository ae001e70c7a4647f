import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A model service on loopback that begins to answer and never ends: one word every 20 milliseconds. */
export async function aSlowModel(): Promise<{ readonly url: string; readonly close: () => void }> {
  const event = (type: string, data: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(event('message_start', { message: { usage: { input_tokens: 1 } } }));
    const word = event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'word ' } });
    const dripping = setInterval(() => response.write(word), 20);
    response.on('close', () => {
      clearInterval(dripping);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
