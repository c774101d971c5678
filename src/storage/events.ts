/** The audit: one row for each move, written with it. */
import type { DeskEvent, EventStore } from '../escalation/event.ts';
import type { Connection, StoreContext } from './context.ts';

export function createEventStore({ db }: StoreContext): EventStore {
  return {
    ofIncident: (incidentId) =>
      db
        .selectFrom('events')
        .select([
          'kind',
          'at',
          'by_id as by',
          'guild_id as guildId',
          'incident_id as incidentId',
          'case_id as caseId',
        ])
        .where('incident_id', '=', incidentId)
        .orderBy('seq')
        .execute(),
  };
}

/** To be called inside the transaction of the move. */
export async function note(connection: Connection, event: DeskEvent): Promise<void> {
  await connection
    .insertInto('events')
    .values({
      kind: event.kind,
      at: event.at,
      by_id: event.by,
      guild_id: event.guildId,
      incident_id: event.incidentId,
      case_id: event.caseId,
    })
    .execute();
}
