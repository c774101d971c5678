/** `/forget`: takes a person out of the database. */
import type { PrivacyStore } from '../escalation/desk-stores.ts';
import { nobody } from '../escalation/report.ts';
import type { Connection, StoreContext } from './context.ts';
import { userKey } from './limits.ts';
import { oweCard } from './owed.ts';
import type { ReportTable } from './schema.ts';
import { closeCase } from './solve.ts';
import { transact } from './transact.ts';
import { waitingStates } from './waiting.ts';

export function createPrivacyStore(context: StoreContext): PrivacyStore {
  return {
    forget: (userId) =>
      transact(context.db, async (connection) => {
        const reports = await connection
          .selectFrom('reports')
          .selectAll()
          .where((where) => where.or([where('reporter_id', '=', userId), where('asker_id', '=', userId)]))
          .orderBy('claimed_at')
          .execute();
        for (const report of reports) {
          if (report.reporter_id === userId) await forgetReport(connection, report, context);
          else
            await connection
              .updateTable('reports')
              .set({ asker_id: nobody })
              .where('id', '=', report.id)
              .execute();
        }
        await connection.deleteFrom('outbox').where('user_id', '=', userId).execute();
        await connection.deleteFrom('limits').where('key', '=', userKey(userId)).execute();
        await forgetActs(connection, userId);
        return reports.length;
      }),
  };
}

/** What is left says that there was a case of this cause and model, and when. */
async function forgetReport(
  connection: Connection,
  report: ReportTable,
  context: StoreContext,
): Promise<void> {
  await connection
    .updateTable('reports')
    .set({
      source: `forgotten:${report.id}`,
      asker_id: report.asker_id === report.reporter_id ? nobody : report.asker_id,
      reporter_id: nobody,
      state: 'settled',
      outcome: 'gone',
      model_written: null,
      model_group: null,
      line: null,
      request_id: null,
      request_time: null,
      answer_channel_id: null,
      answer_message_id: null,
    })
    .where('id', '=', report.id)
    .execute();
  const known = await connection
    .selectFrom('cases')
    .innerJoin('incidents', 'incidents.id', 'cases.incident_id')
    .select(['cases.id', 'cases.state', 'incidents.id as incidentId', 'incidents.scope'])
    .where('report_id', '=', report.id)
    .executeTakeFirst();
  if (known === undefined) return;
  if (waitingStates.some((state) => state === known.state))
    await closeCase(connection, known.id, 'dismissed', nobody, context);
  else await oweCard(connection, { id: known.incidentId, scope: known.scope }, context);
}

/** Staff are people, too. */
async function forgetActs(connection: Connection, userId: string): Promise<void> {
  for (const column of ['claimed_by', 'closed_by', 'notice_by'] as const)
    await connection
      .updateTable('incidents')
      .set({ [column]: nobody })
      .where(column, '=', userId)
      .execute();
  await connection.updateTable('cases').set({ closed_by: nobody }).where('closed_by', '=', userId).execute();
  await connection.updateTable('outbox').set({ by_id: nobody }).where('by_id', '=', userId).execute();
  await connection.updateTable('events').set({ by_id: nobody }).where('by_id', '=', userId).execute();
}
