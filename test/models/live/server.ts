/** A real HTTP server for one test, which remembers what it was asked. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  readonly origin: string;
  readonly requests: readonly IncomingMessage[];
  /** What it answers from now on. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  let listener: RequestListener = json({});
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Always the same answer. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
}

/** These bytes, whatever they are. */
export function body(bytes: string | Buffer): RequestListener {
  return (_, response) => {
    response.end(bytes);
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(code, headers).end();
  };
}

export function html(code = 200, type = 'text/html; charset=utf-8'): RequestListener {
  return (_, response) => {
    response.writeHead(code, { 'content-type': type }).end('<!doctype html><title>Just a moment…</title>');
  };
}

/** Begins an answer and never ends it. */
export const slowDrip: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('[');
  const drip = setInterval(() => response.write(' '), 10);
  response.on('close', () => {
    clearInterval(drip);
  });
};

/** Takes the request and says nothing. */
export const silence: RequestListener = () => undefined;
