/** What could not be delivered, and trying it again when people have changed something. */
import type { RefusalStore } from '../escalation/desk-stores.ts';
import { scopeOf } from '../escalation/incident-key.ts';
import type { Connection, StoreContext } from './context.ts';
import { oweCard } from './owed.ts';
import { transact } from './transact.ts';
import { waitingStates } from './waiting.ts';

export function createRefusalStore(context: StoreContext): RefusalStore {
  const { db } = context;
  return {
    latest: async (guildId, most) => {
      const rows = await db
        .selectFrom('outbox')
        .select(['incident_id as incidentId', 'kind', 'failure', 'done_at'])
        .where('scope', '=', scopeOf(guildId))
        .where('done_at', 'is not', null)
        .where('failure', 'is not', null)
        .orderBy('done_at', 'desc')
        .orderBy('seq', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ incidentId, kind, failure, done_at }) => ({
        incidentId,
        kind,
        reason: failure ?? '',
        at: done_at ?? 0,
      }));
    },

    retryCards: (guildId) => transact(db, (connection) => oweRefusedCards(connection, guildId, context)),
  };
}

/**
 * Unfinished incidents whose last card was given up.
 * @param guildId null: those of direct messages; undefined: all
 */
export async function oweRefusedCards(
  connection: Connection,
  guildId: string | null | undefined,
  context: StoreContext,
): Promise<number> {
  const refused = connection
    .selectFrom('incidents')
    .select(['id', 'scope'])
    .where('state', 'in', waitingStates)
    .where((where) =>
      where.exists(
        where
          .selectFrom('outbox')
          .select('outbox.seq')
          .whereRef('outbox.incident_id', '=', 'incidents.id')
          .where('outbox.kind', '=', 'card')
          .where('outbox.failure', 'is not', null)
          .where('outbox.done_at', 'is not', null),
      ),
    );
  const rows = await (
    guildId === undefined ? refused : refused.where('scope', '=', scopeOf(guildId))
  ).execute();
  for (const incident of rows) await oweCard(connection, incident, context);
  // They count as refused only once.
  if (rows.length > 0)
    await connection
      .updateTable('outbox')
      .set({ failure: null })
      .where('kind', '=', 'card')
      .where('done_at', 'is not', null)
      .where(
        'incident_id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  return rows.length;
}
