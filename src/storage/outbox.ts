/** The outbox in the database. */
import type { OutboxStore } from '../escalation/outbox.ts';
import type { Connection, StoreContext } from './context.ts';

export function createOutboxStore({ db, now }: StoreContext): OutboxStore {
  return {
    due: (moment, most) =>
      db
        .selectFrom('outbox')
        .select(['id', 'kind', 'case_id as caseId', 'attempts'])
        .where('done_at', 'is', null)
        .where('due_at', '<=', moment)
        .orderBy('created_at')
        .limit(most)
        .execute(),

    done: async (id) => {
      await db.updateTable('outbox').set({ done_at: now() }).where('id', '=', id).execute();
    },

    retry: async (id, dueAt, failure) => {
      await db
        .updateTable('outbox')
        .set((row) => ({ due_at: dueAt, failure, attempts: row('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },

    abandon: async (id, failure) => {
      await db.updateTable('outbox').set({ done_at: now(), failure }).where('id', '=', id).execute();
    },
  };
}

/** Announces the present state of a case. To be called inside the transaction that changes it. */
export async function announceCase(
  connection: Connection,
  caseId: string,
  { now, newId }: StoreContext,
): Promise<void> {
  const moment = now();
  await connection
    .insertInto('outbox')
    .values({ id: newId(), kind: 'card', case_id: caseId, attempts: 0, created_at: moment, due_at: moment })
    .execute();
}
