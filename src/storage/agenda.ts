/** Due work in the database: whoever takes an item does it and plans the next one in the same transaction. */
import type { AgendaItem, AgendaStore } from '../escalation/agenda.ts';
import { isWorthDoing, nextDue } from '../escalation/agenda-rules.ts';
import type { Connection, StoreContext } from './context.ts';
import { note } from './events.ts';
import { lockIncident } from './locks.ts';
import { oweDigest, oweReminder } from './owed.ts';
import { deleteOld } from './retention.ts';
import { transact } from './transact.ts';

export function createAgendaStore(context: StoreContext): AgendaStore {
  return {
    doNext: (now) =>
      transact(context.db, async (connection) => {
        const item = await takeNext(connection, now, context);
        if (item === null) return null;
        const skipped = !isWorthDoing(item, now);
        if (!skipped) await doItem(connection, item, now, context);
        await planAgain(connection, item, nextDue(item, now));
        return { item, skipped };
      }),
  };
}

/** Passes over what another process is doing at this moment. */
async function takeNext(
  connection: Connection,
  now: number,
  { dialect }: StoreContext,
): Promise<AgendaItem | null> {
  const due = connection
    .selectFrom('agenda')
    .select(['kind', 'subject', 'due_at as dueAt'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1);
  const item = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
  return item ?? null;
}

async function doItem(
  connection: Connection,
  { kind, subject }: AgendaItem,
  now: number,
  context: StoreContext,
): Promise<void> {
  if (kind === 'digest') return oweDigest(connection, subject, context);
  if (kind === 'retention') return deleteOld(connection, now);
  const incident = await lockIncident(connection, subject, context);
  // Claiming stops the reminder. What came without a ping is not pinged later either.
  if (incident?.state !== 'open' || incident.ping === 0) return;
  await oweReminder(connection, incident, context);
  const about = { guildId: incident.guild_id, incidentId: incident.id, caseId: null };
  await note(connection, { kind: 'reminded', at: now, by: null, ...about });
}

async function planAgain(
  connection: Connection,
  { kind, subject }: AgendaItem,
  dueAt: number | null,
): Promise<void> {
  if (dueAt === null)
    await connection.deleteFrom('agenda').where('kind', '=', kind).where('subject', '=', subject).execute();
  else
    await connection
      .updateTable('agenda')
      .set({ due_at: dueAt })
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .execute();
}
