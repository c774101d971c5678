/** Both kinds of database, each empty and real, for tests that must hold on either. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { temporaryFolder } from './temporary.ts';

export interface Place {
  /** What `openStores` takes. */
  readonly place: string;
  remove(): Promise<void>;
}

export const databases: readonly (readonly [name: string, create: () => Promise<Place>])[] = [
  ['SQLite', createSqlite],
  ['PostgreSQL', createPostgresDatabase],
];

export function createSqlite(): Promise<Place> {
  const folder = temporaryFolder();
  return Promise.resolve({
    place: join(folder.path, 'var', 'errdesk.sqlite'),
    remove: () => {
      folder.remove();
      return Promise.resolve();
    },
  });
}

export async function createPostgresDatabase(): Promise<Place> {
  const server = inject('postgres');
  const name = `errdesk_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name}`);
  return {
    place: server.replace(/\/postgres$/, `/${name}`),
    remove: () => query(server, `drop database ${name} with (force)`),
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
