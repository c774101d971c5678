/** The server of the page: on this machine only, one WebSocket a page, and nothing that a foreign site could use. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { type WebSocket, WebSocketServer } from 'ws';
import { closeServer, listen } from '../listen.ts';
import { createBridge } from './bridge.ts';
import type { PageFiles } from './bundle.ts';
import { isOwnHost, isOwnOrigin } from './guard.ts';
import { pagesApp } from './pages.ts';
import { bounds, type Handlers } from './protocol.ts';
import type { Place } from './seen.ts';

export const socketPath = '/socket';

export interface PlaygroundOptions extends Place {
  readonly page: PageFiles;
  /** 0: any that is free. */
  readonly port: number;
  /** Requests that the page may make besides acting as a person, by name. */
  readonly handlers: Handlers;
}

export interface PlaygroundServer {
  readonly url: string;
  close: () => Promise<void>;
}

/** The port is taken; the message says so. */
export class PortTaken extends Error {}

/** @throws PortTaken */
export async function servePlayground(options: PlaygroundOptions): Promise<PlaygroundServer> {
  let port = options.port;
  const app = pagesApp({ world: options.discord.world, page: options.page, port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: bounds.socketBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    if (request.url !== socketPath || !isOwnHost(host, port) || !isOwnOrigin(origin, port)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      attach(webSocket, options);
    });
  });
  try {
    port = await listen(server, options.port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortTaken(`port ${options.port} is taken by another program`);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await closeServer(server);
    },
  };
}

function attach(webSocket: WebSocket, options: PlaygroundOptions): void {
  const bridge = createBridge(options, options.handlers, (message) => {
    if (webSocket.readyState === webSocket.OPEN) webSocket.send(JSON.stringify(message));
  });
  webSocket.on('message', (data: Buffer) => void bridge.receive(data.toString()));
  webSocket.on('close', bridge.close);
  // Too large a message, or a broken one: the socket closes, and the page connects anew.
  webSocket.on('error', () => {
    webSocket.terminate();
  });
}
