/** The outbox in the database: taking rows, and settling them. */
import { sql } from 'kysely';
import type { OutboxRow, OutboxStore } from '../escalation/outbox.ts';
import type { MessageRef } from '../escalation/report.ts';
import type { Connection, StoreContext } from './context.ts';
import { readContent } from './outbox-content.ts';
import { transact } from './transact.ts';

export function createOutboxStore(context: StoreContext): OutboxStore {
  const { db, now } = context;
  return {
    take: (most) => take(context, most),
    read: (row) => readContent(row, context),

    done: (row, card) =>
      transact(db, async (connection) => {
        if (card !== null && row.kind === 'card') await placeCard(connection, row, card);
        const changed = await connection
          .updateTable('outbox')
          .set({ leased_until: null, attempts: 0, due_at: now() })
          .where('id', '=', row.id)
          .where('leased_until', '=', row.leasedUntil)
          .where('wanted', '>', row.wanted)
          .executeTakeFirst();
        // Somebody changed what the card shows while it was on its way: the row stays owed.
        if (changed.numUpdatedRows === 0n) await settle(connection, row, now(), null);
      }),

    retry: async (row, dueAt, failure) => {
      await db
        .updateTable('outbox')
        .set({ due_at: dueAt, failure, leased_until: null })
        .where('id', '=', row.id)
        .where('leased_until', '=', row.leasedUntil)
        .execute();
    },

    abandon: (row, failure) => settle(db, row, now(), failure),

    owed: async () => {
      const { owed } = await db
        .selectFrom('outbox')
        .select((of) => of.fn.countAll<number>().as('owed'))
        .where('done_at', 'is', null)
        .executeTakeFirstOrThrow();
      return owed;
    },
  };
}

/**
 * Counts the attempt as it takes the row: a process that dies afterwards leaves the trace that something may have been
 * sent. On PostgreSQL, rows that another process is taking at this moment are passed over.
 */
async function take({ db, dialect, now, rules }: StoreContext, most: number): Promise<OutboxRow[]> {
  const moment = now();
  const leasedUntil = moment + rules.leaseMs;
  const due = db
    .selectFrom('outbox as due')
    .select('due.seq')
    .where('due.done_at', 'is', null)
    .where('due.due_at', '<=', moment)
    .where((where) =>
      where.or([where('due.leased_until', 'is', null), where('due.leased_until', '<=', moment)]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as before')
            .select('before.seq')
            .whereRef('before.lane', '=', 'due.lane')
            .whereRef('before.seq', '<', 'due.seq')
            .where('before.done_at', 'is', null),
        ),
      ),
    )
    .orderBy('due.due_at')
    .orderBy('due.seq')
    .limit(most);
  const rows = await db
    .updateTable('outbox')
    .set((old) => ({ leased_until: leasedUntil, attempts: old('attempts', '+', 1) }))
    .where('seq', 'in', dialect === 'postgres' ? due.forUpdate('due').skipLocked() : due)
    .returning(['id', 'kind', 'incident_id as incidentId', 'created_at as createdAt', 'wanted', 'seq'])
    .returning(sql<number>`attempts - 1`.as('attempts'))
    .execute();
  return rows.sort((a, b) => a.seq - b.seq).map((row) => ({ ...row, leasedUntil }));
}

async function placeCard(connection: Connection, { incidentId }: OutboxRow, card: MessageRef): Promise<void> {
  await connection
    .updateTable('incidents')
    .set({ card_channel_id: card.channelId, card_message_id: card.messageId })
    .where('id', '=', incidentId)
    .execute();
}

/** A card row gives its key back, so that the next change makes a new row. The keys of notices are kept for ever. */
async function settle(
  connection: Connection,
  { id, kind, leasedUntil }: OutboxRow,
  moment: number,
  failure: string | null,
): Promise<void> {
  await connection
    .updateTable('outbox')
    .set({ done_at: moment, failure, leased_until: null, ...(kind === 'card' ? { once_key: null } : {}) })
    .where('id', '=', id)
    .where('leased_until', '=', leasedUntil)
    .execute();
}
