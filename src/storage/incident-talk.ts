/** Talking to the reporters of an incident, and the thread where staff talk about it. */
import type { IncidentStore } from '../escalation/incident.ts';
import type { Moved } from '../escalation/moved.ts';
import type { Connection, StoreContext } from './context.ts';
import { lost, moved } from './incident-moves.ts';
import { note } from './events.ts';
import { lockIncident } from './locks.ts';
import { oweNotices } from './owed.ts';
import { toIncident } from './rows.ts';
import { transact } from './transact.ts';
import { peopleWaiting, type Waiting } from './waiting.ts';

export function createTalkMoves(context: StoreContext): Pick<IncidentStore, 'reply' | 'threadOpened'> {
  return {
    reply: (id, by, text, key, caseId) =>
      transact(context.db, async (connection): Promise<Moved> => {
        const row = await lockIncident(connection, id, context);
        if (row === null) return { kind: 'gone' };
        if (row.state === 'merged') return { kind: 'lost', incident: toIncident(row) };
        const people =
          caseId === undefined
            ? await peopleWaiting(connection, id, row.closed_at)
            : await reporterOf(connection, caseId, id);
        const word = { notice: 'replied', by, text, once: key } as const;
        await oweNotices(connection, row, people, word, context);
        const [only] = caseId === undefined ? [] : people;
        const about = { guildId: row.guild_id, incidentId: id, caseId: only?.caseId ?? null };
        await note(connection, { kind: 'replied', at: context.now(), by, ...about });
        return { kind: 'done', incident: toIncident(row) };
      }),

    threadOpened: (id, by, threadId) =>
      transact(context.db, async (connection) => {
        const row = await connection
          .updateTable('incidents')
          .set({ thread_id: threadId })
          .where('id', '=', id)
          .where('thread_id', 'is', null)
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? lost(connection, id) : moved(connection, row, 'thread', by, context);
      }),
  };
}

async function reporterOf(connection: Connection, caseId: string, incidentId: string): Promise<Waiting[]> {
  const rows = await connection
    .selectFrom('cases')
    .innerJoin('reports', 'reports.id', 'cases.report_id')
    .select('reports.reporter_id as userId')
    .where('cases.id', '=', caseId)
    .where('cases.incident_id', '=', incidentId)
    .execute();
  return rows.map(({ userId }) => ({ userId, caseId }));
}
