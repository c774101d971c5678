/** Transactions that are tried again when the database sets two of them against each other. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

const mostAttempts = 6;
const firstPauseMs = 10;

/** Serialisation failure, deadlock, and a unique key that two transactions wrote at the same time. */
const postgresCollisions = new Set(['40001', '40P01', '23505']);
const sqliteBusy = 5;
const sqliteUnique = 2067;

/**
 * Runs it in a transaction. `work` may run more than once, so it must do nothing but talk to the database.
 * @throws what `work` throws; after too many collisions, the last of them
 */
export async function transact<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === mostAttempts || !isCollision(error)) throw error;
      await pause(firstPauseMs * 2 ** attempt * Math.random());
    }
  }
}

function isCollision(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof code === 'string' && postgresCollisions.has(code)) return true;
  return typeof errcode === 'number' && ((errcode & 0xff) === sqliteBusy || errcode === sqliteUnique);
}
