/** Cases in the database. */
import type { CaseFile, CaseStore } from '../escalation/case.ts';
import type { Connection, StoreContext } from './context.ts';
import { toCase, toReport } from './rows.ts';
import { waitingStates } from './waiting.ts';

export function createCaseStore({ db }: StoreContext): CaseStore {
  return {
    find: async (id) => {
      const [file] = await readFiles(db, casesWithReports(db).where('cases.id', '=', id));
      return file ?? null;
    },

    openOf: (userId, guildId, most) => {
      const mine = casesWithReports(db)
        .where('reports.reporter_id', '=', userId)
        .where('cases.state', 'in', waitingStates)
        .orderBy('cases.opened_at', 'desc')
        .limit(most);
      return readFiles(db, guildId === null ? mine : mine.where('reports.guild_id', '=', guildId));
    },

    ofIncident: (incidentId, most, skip = 0) =>
      readFiles(
        db,
        casesWithReports(db)
          .where('cases.incident_id', '=', incidentId)
          .orderBy('cases.opened_at', 'desc')
          .orderBy('cases.id', 'desc')
          .limit(most)
          .offset(skip),
      ),
  };
}

function casesWithReports(connection: Connection) {
  return connection
    .selectFrom('cases')
    .innerJoin('reports', 'reports.id', 'cases.report_id')
    .innerJoin('incidents', 'incidents.id', 'cases.incident_id')
    .select(['cases.id', 'incidents.card_channel_id', 'incidents.card_message_id']);
}

async function readFiles(
  connection: Connection,
  query: ReturnType<typeof casesWithReports>,
): Promise<CaseFile[]> {
  const found = await query.execute();
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const cases = await connection.selectFrom('cases').selectAll().where('id', 'in', ids).execute();
  const reports = await connection
    .selectFrom('reports')
    .selectAll()
    .where(
      'id',
      'in',
      cases.map((row) => row.report_id),
    )
    .execute();
  return found.flatMap((place) => {
    const row = cases.find(({ id }) => id === place.id);
    const report = reports.find(({ id }) => id === row?.report_id);
    if (row === undefined || report === undefined) return [];
    return [{ case: toCase(row, place), report: toReport(report, row.id) }];
  });
}

export async function caseIdOf(connection: Connection, reportId: string): Promise<string | null> {
  const row = await connection
    .selectFrom('cases')
    .select('id')
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return row?.id ?? null;
}
