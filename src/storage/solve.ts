/** A reporter says that it is solved. To be called inside the transaction of the report. */
import type { Connection, StoreContext } from './context.ts';
import { note } from './events.ts';
import { lockIncident } from './locks.ts';
import { oweCard } from './owed.ts';
import { casesWaiting, waitingStates } from './waiting.ts';

/** Closes this case alone. The incident ends when nobody else waits, unless staff have put a notice on it. */
export async function closeCase(
  connection: Connection,
  caseId: string,
  state: 'resolved' | 'dismissed',
  by: string,
  context: StoreContext,
): Promise<void> {
  const { incident_id: incidentId } = await connection
    .selectFrom('cases')
    .select('incident_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const incident = await lockIncident(connection, incidentId, context);
  if (incident === null) return;
  const closed = { state, closed_by: by, closed_at: context.now() };
  const { numUpdatedRows } = await connection
    .updateTable('cases')
    .set(closed)
    .where('id', '=', caseId)
    .where('state', 'in', waitingStates)
    .executeTakeFirst();
  await oweCard(connection, incident, context);
  if (numUpdatedRows === 0n) return;
  const about = { guildId: incident.guild_id, incidentId, caseId };
  await note(connection, { kind: 'solved', at: context.now(), by, ...about });
  if (incident.notice_text !== null || (await casesWaiting(connection, incidentId)) > 0) return;
  await connection
    .updateTable('incidents')
    .set(closed)
    .where('id', '=', incidentId)
    .where('state', 'in', waitingStates)
    .execute();
}
