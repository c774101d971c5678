/** Opening and closing an HTTP server on this machine only. */
import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';

export function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

export function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // Keep-alive connections of clients would hold the server open.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
