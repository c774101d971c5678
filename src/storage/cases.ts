/** Cases in the database. */
import type { CaseStore } from '../escalation/case.ts';
import type { OpenedBy } from '../escalation/report.ts';
import type { Connection, StoreContext } from './context.ts';
import { toCase, toReport } from './rows.ts';

export function createCaseStore({ db }: StoreContext): CaseStore {
  const find: CaseStore['find'] = async (id) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return null;
    const report = await db
      .selectFrom('reports')
      .selectAll()
      .where('id', '=', row.report_id)
      .executeTakeFirstOrThrow();
    return { case: toCase(row), report: toReport(report, row.id) };
  };
  return {
    find,

    openOf: async (userId, guildId, most) => {
      const all = db
        .selectFrom('reports')
        .innerJoin('cases', 'cases.report_id', 'reports.id')
        .select('cases.id')
        .where('reporter_id', '=', userId)
        .orderBy('opened_at', 'desc')
        .limit(most);
      const found = await (guildId === null ? all : all.where('guild_id', '=', guildId)).execute();
      const files = await Promise.all(found.map(({ id }) => find(id)));
      return files.filter((file) => file !== null);
    },

    ofIncident: async (incidentId) => {
      const file = await find(incidentId);
      return file === null ? [] : [file];
    },

    cardPlaced: async (id, { channelId, messageId }) => {
      await db
        .updateTable('cases')
        .set({ card_channel_id: channelId, card_message_id: messageId })
        .where('id', '=', id)
        .execute();
    },
  };
}

/** Opens the case of a report unless it has one. To be called inside a transaction. */
export async function openCase(
  connection: Connection,
  reportId: string,
  openedBy: OpenedBy,
  { now, newId }: StoreContext,
): Promise<void> {
  await connection
    .insertInto('cases')
    .values({ id: newId(), report_id: reportId, state: 'open', opened_by: openedBy, opened_at: now() })
    .onConflict((conflict) => conflict.column('report_id').doNothing())
    .execute();
}

export async function caseIdOf(connection: Connection, reportId: string): Promise<string | null> {
  const row = await connection
    .selectFrom('cases')
    .select('id')
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return row?.id ?? null;
}
