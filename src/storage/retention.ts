/** Deletes what has been kept long enough. To be called inside a transaction. */
import { dayMs } from '../escalation/agenda-rules.ts';
import { usualRetentionDays } from '../escalation/guild.ts';
import type { Connection } from './context.ts';

/** Nothing that was said stays: lines, request ids, notes, replies. That there was a case, and when, stays. */
export async function deleteOld(connection: Connection, now: number): Promise<void> {
  const guilds = await connection.selectFrom('guilds').select(['guild_id', 'retention_days']).execute();
  for (const { guild_id, retention_days } of guilds)
    await deleteSaid(connection, [guild_id], 'in', now - retention_days * dayMs);
  const own = guilds.map(({ guild_id }) => guild_id);
  await deleteSaid(connection, own, 'not in', now - usualRetentionDays * dayMs);
  await connection
    .deleteFrom('limits')
    .where('latest_at', '<', now - dayMs)
    .execute();
}

/** @param scopes servers that have said how long, or all others and direct messages */
async function deleteSaid(
  connection: Connection,
  scopes: readonly string[],
  which: 'in' | 'not in',
  before: number,
): Promise<void> {
  await connection
    .updateTable('reports')
    .set({ line: null, request_id: null, request_time: null })
    .where((where) => where(where.fn.coalesce('guild_id', where.val('')), which, scopes))
    .where('claimed_at', '<', before)
    .where((where) => where.or([where('line', 'is not', null), where('request_id', 'is not', null)]))
    .execute();
  await connection
    .updateTable('incidents')
    .set({ note: null })
    .where('scope', which, scopes)
    .where('closed_at', '<', before)
    .where('note', 'is not', null)
    .execute();
  await connection.deleteFrom('outbox').where('scope', which, scopes).where('done_at', '<', before).execute();
}
