/** Incidents in the database: reading them, and all their moves together. */
import {
  type IncidentFile,
  type IncidentFilter,
  type IncidentStore,
  shownReporters,
  shownReports,
} from '../escalation/incident.ts';
import { modelKeyOf, scopeOf } from '../escalation/incident-key.ts';
import type { Connection, StoreContext } from './context.ts';
import { createNoticeMoves } from './incident-notice.ts';
import { createStaffMoves } from './incident-moves.ts';
import { createTalkMoves } from './incident-talk.ts';
import { findNotice } from './known.ts';
import { toIncident, toReport } from './rows.ts';
import { casesWaiting, waitingStates } from './waiting.ts';

export function createIncidentStore(context: StoreContext): IncidentStore {
  const { db } = context;
  return {
    find: async (id) => {
      const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toIncident(row);
    },
    file: (id) => readIncidentFile(db, id),
    list: (filter) => list(db, filter),
    noticeFor: (guildId, entryId, model) => findNotice(db, guildId, entryId, model),
    ...createStaffMoves(context),
    ...createTalkMoves(context),
    ...createNoticeMoves(context),
  };
}

export async function readIncidentFile(connection: Connection, id: string): Promise<IncidentFile | null> {
  const row = await connection.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const reports = () =>
    connection
      .selectFrom('cases')
      .innerJoin('reports', 'reports.id', 'cases.report_id')
      .where('cases.incident_id', '=', id);
  const inTime = () => reports().selectAll('reports').select('cases.id as case_id');
  const recent = await inTime().orderBy('opened_at', 'desc').limit(shownReports).execute();
  const first = await inTime().orderBy('opened_at').limit(1).execute();
  const reporters = await reports()
    .select(['reporter_id', (of) => of.fn.min('opened_at').as('since')])
    .groupBy('reporter_id')
    .orderBy('since')
    .limit(shownReporters)
    .execute();
  const { people } = await reports()
    .select((of) => of.fn.count<number>('reporter_id').distinct().as('people'))
    .executeTakeFirstOrThrow();
  const [earliest] = first;
  return {
    incident: toIncident(row),
    recent: recent.map((report) => toReport(report, report.case_id)),
    first: earliest === undefined ? null : toReport(earliest, earliest.case_id),
    reporters: reporters.map(({ reporter_id }) => reporter_id),
    reporterCount: people,
    waiting: await casesWaiting(connection, id),
  };
}

async function list(connection: Connection, { guildId, state, model, most, skip }: IncidentFilter) {
  let matching = connection.selectFrom('incidents').where('scope', '=', scopeOf(guildId));
  if (state === 'unfinished') matching = matching.where('state', 'in', waitingStates);
  else if (state !== 'all') matching = matching.where('state', '=', state);
  if (model !== undefined) matching = matching.where('model_key', '=', modelKeyOf(model));
  const { total } = await matching
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll()
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .offset(skip)
    .execute();
  return { total, incidents: rows.map(toIncident) };
}
