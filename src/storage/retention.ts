/** Deletes what has been kept long enough. To be called inside a transaction. */
import { sql, type SqlBool } from 'kysely';
import { dayMs } from '../escalation/agenda-rules.ts';
import { usualRetentionDays } from '../escalation/guild.ts';
import type { Connection } from './context.ts';

/** Nothing that was said stays: lines, request ids, names as they were typed, notes, replies. That there was a case, and when, stays. */
export async function deleteOld(connection: Connection, now: number): Promise<void> {
  const guilds = await connection.selectFrom('guilds').select(['guild_id', 'retention_days']).execute();
  for (const { guild_id, retention_days } of guilds)
    await deleteSaid(connection, guild_id, now - retention_days * dayMs);
  await deleteSaid(connection, null, now - usualRetentionDays * dayMs);
  await connection
    .deleteFrom('limits')
    .where('latest_at', '<', now - dayMs)
    .execute();
}

/** @param scope a server that has settings; null: all others, and direct messages */
async function deleteSaid(connection: Connection, scope: string | null, before: number): Promise<void> {
  const here =
    scope === null
      ? sql<SqlBool>`scope not in (select guild_id from guilds)`
      : sql<SqlBool>`scope = ${scope}`;
  await connection
    .updateTable('reports')
    .set({ model_written: null, model_group: null, line: null, request_id: null, request_time: null })
    .where(
      scope === null
        ? sql<SqlBool>`coalesce(guild_id, '') not in (select guild_id from guilds)`
        : sql<SqlBool>`guild_id = ${scope}`,
    )
    .where('claimed_at', '<', before)
    .where((where) =>
      where.or(
        (['model_written', 'model_group', 'line', 'request_id'] as const).map((column) =>
          where(column, 'is not', null),
        ),
      ),
    )
    .execute();
  await connection
    .updateTable('incidents')
    .set({ note: null })
    .where(here)
    .where('closed_at', '<', before)
    .where('note', 'is not', null)
    .execute();
  await connection.deleteFrom('outbox').where(here).where('done_at', '<', before).execute();
}
