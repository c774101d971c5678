/** Settings of servers in the database. */
import { type GuildSettings, type GuildStore, untouchedSettings } from '../escalation/guild.ts';
import type { Connection, StoreContext } from './context.ts';
import { note } from './events.ts';
import { oweRefusedCards } from './refusals.ts';
import type { GuildTable } from './schema.ts';
import { transact } from './transact.ts';

export function createGuildStore(context: StoreContext): GuildStore {
  const { db, now } = context;
  return {
    settings: (guildId) => read(db, guildId),
    change: (guildId, by, changes) =>
      transact(db, async (connection) => {
        const untouched = toRow(untouchedSettings(guildId));
        // Two people may change different things at the same moment: only what is given is written.
        await connection
          .insertInto('guilds')
          .values(untouched)
          .onConflict((conflict) => conflict.column('guild_id').doNothing())
          .execute();
        const given = toColumns(changes);
        if (Object.keys(given).length > 0)
          await connection.updateTable('guilds').set(given).where('guild_id', '=', guildId).execute();
        const event = { kind: 'settings', at: now(), by, guildId, incidentId: null, caseId: null } as const;
        await note(connection, event);
        await oweRefusedCards(connection, guildId, context);
        return read(connection, guildId);
      }),
  };
}

async function read(connection: Connection, guildId: string): Promise<GuildSettings> {
  const row = await connection
    .selectFrom('guilds')
    .selectAll()
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? untouchedSettings(guildId) : toSettings(row);
}

function toSettings(row: GuildTable): GuildSettings {
  return {
    guildId: row.guild_id,
    supportChannelId: row.support_channel_id,
    staffRoleId: row.staff_role_id,
    watchChannelIds: row.watch_channel_ids === null ? null : (JSON.parse(row.watch_channel_ids) as string[]),
    quiet: row.quiet === 1,
    language: row.language,
    retentionDays: row.retention_days,
  };
}

function toRow(settings: GuildSettings): GuildTable {
  const { guildId, supportChannelId, staffRoleId, watchChannelIds, quiet, language, retentionDays } =
    settings;
  return {
    guild_id: guildId,
    support_channel_id: supportChannelId,
    staff_role_id: staffRoleId,
    watch_channel_ids: watchChannelIds === null ? null : JSON.stringify(watchChannelIds),
    quiet: quiet ? 1 : 0,
    language,
    retention_days: retentionDays,
  };
}

const columnOf = {
  supportChannelId: 'support_channel_id',
  staffRoleId: 'staff_role_id',
  watchChannelIds: 'watch_channel_ids',
  quiet: 'quiet',
  language: 'language',
  retentionDays: 'retention_days',
} as const;

function toColumns(changes: Partial<Omit<GuildSettings, 'guildId'>>): Partial<GuildTable> {
  const row = toRow({ ...untouchedSettings(''), ...changes });
  const given = Object.entries(columnOf).filter(
    ([field]) => changes[field as keyof typeof columnOf] !== undefined,
  );
  return Object.fromEntries(given.map(([, column]) => [column, row[column]]));
}
