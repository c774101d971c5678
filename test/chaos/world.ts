/** A Discord in the process of the test, which outlives the bots that are killed: remembers what was posted. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Posting {
  /** Same nonce, same message, as with `enforce_nonce`. */
  readonly nonce: string;
  readonly content: string;
}

export interface World {
  readonly url: string;
  /** Every message there is, by its nonce. */
  readonly messages: ReadonlyMap<string, string>;
  /** Sources of reports whose case the bot has acknowledged. */
  readonly accepted: ReadonlySet<string>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const messages = new Map<string, string>();
  const accepted = new Set<string>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { nonce, content } = JSON.parse(body) as Posting;
      if (request.url === '/accepted') accepted.add(content);
      else if (!messages.has(nonce)) messages.set(nonce, content);
      response.end(nonce);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    accepted,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
