/** Opens the case of a report, and keeps it in the right incident. To be called inside the transaction of the report. */
import { incidentKeyOf } from '../escalation/incident-key.ts';
import type { OpenedBy } from '../escalation/report.ts';
import type { Connection, StoreContext } from './context.ts';
import { note } from './events.ts';
import { lockIncident } from './locks.ts';
import { oweCard, oweNotices } from './owed.ts';
import { hasKey, isKnown, joinOrOpen, keyOf } from './place.ts';
import type { CaseTable, IncidentTable, ReportTable } from './schema.ts';
import { casesWaiting } from './waiting.ts';

/** Opens the case when it is wanted and there is none; an existing one follows what has become known of the report. */
export async function followReport(
  connection: Connection,
  report: ReportTable,
  openedBy: OpenedBy | null,
  context: StoreContext,
): Promise<void> {
  const known = await connection
    .selectFrom('cases')
    .selectAll()
    .where('report_id', '=', report.id)
    .executeTakeFirst();
  if (known === undefined) {
    if (openedBy !== null) await openCase(connection, report, openedBy, context);
    return;
  }
  const incident = await lockIncident(connection, known.incident_id, context);
  // Read again now that nobody else can move it: staff may have closed it a moment ago.
  const row = await connection
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', known.id)
    .executeTakeFirstOrThrow();
  if (incident === null) return;
  if (row.closed_at !== null && openedBy === 'asker') return openAgain(connection, report, row, context);
  if (row.closed_at !== null || hasKey(incident, keyOf(report)))
    return oweCard(connection, incident, context);
  await move(connection, report, row, incident, context);
}

async function openCase(
  connection: Connection,
  report: ReportTable,
  openedBy: OpenedBy,
  context: StoreContext,
): Promise<void> {
  const quiet = await isKnown(connection, report);
  const { incident, opened } = await joinOrOpen(connection, report, { cases: 1, quiet }, context);
  const id = context.newId();
  await connection
    .insertInto('cases')
    .values({
      id,
      report_id: report.id,
      incident_id: incident.id,
      state: stateIn(incident),
      opened_by: openedBy,
      opened_at: context.now(),
    })
    .execute();
  await arrived(connection, report, id, { incident, opened }, context);
}

/** Somebody is still stuck although the case was closed. */
async function openAgain(
  connection: Connection,
  report: ReportTable,
  row: CaseTable,
  context: StoreContext,
): Promise<void> {
  const quiet = await isKnown(connection, report);
  const { incident, opened } = await joinOrOpen(connection, report, { cases: 1, quiet }, context);
  await connection
    .updateTable('cases')
    .set({ incident_id: incident.id, state: stateIn(incident), closed_by: null, closed_at: null })
    .where('id', '=', row.id)
    .execute();
  if (incident.id !== row.incident_id) await left(connection, row, context);
  await arrived(connection, report, row.id, { incident, opened }, context);
}

/** Another cause or model than before: the whole incident is renamed when it is this case alone. */
async function move(
  connection: Connection,
  report: ReportTable,
  row: CaseTable,
  from: IncidentTable,
  context: StoreContext,
): Promise<void> {
  if (await rename(connection, report, from)) return oweCard(connection, from, context);
  // Staff have had their ping for this case.
  const { incident, opened } = await joinOrOpen(connection, report, { cases: 1, quiet: true }, context);
  await connection
    .updateTable('cases')
    .set({ incident_id: incident.id, state: stateIn(incident) })
    .where('id', '=', row.id)
    .execute();
  await left(connection, row, context);
  if ((await casesWaiting(connection, from.id)) === 0 && from.notice_text === null)
    await connection
      .updateTable('incidents')
      .set({ state: 'merged', merged_into: incident.id, closed_at: context.now() })
      .where('id', '=', from.id)
      .execute();
  await arrived(connection, report, row.id, { incident, opened }, context);
}

async function rename(connection: Connection, report: ReportTable, from: IncidentTable): Promise<boolean> {
  if (from.count !== 1 || from.notice_text !== null) return false;
  const { scope, entryKey, modelKey } = incidentKeyOf({
    id: report.id,
    guildId: report.guild_id,
    entryId: report.entry_id,
    model: report.model,
  });
  const { numUpdatedRows } = await connection
    .updateTable('incidents')
    .set({ entry_id: report.entry_id, model: report.model, entry_key: entryKey, model_key: modelKey })
    .where('id', '=', from.id)
    .where('closed_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('incidents as other')
            .select('other.id')
            .where('other.scope', '=', scope)
            .where('other.entry_key', '=', entryKey)
            .where('other.model_key', '=', modelKey)
            .where('other.closed_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function left(connection: Connection, row: CaseTable, context: StoreContext): Promise<void> {
  const incident = await connection
    .updateTable('incidents')
    .set((old) => ({ count: old('count', '-', 1) }))
    .where('id', '=', row.incident_id)
    .returning(['id', 'scope', 'guild_id'])
    .executeTakeFirstOrThrow();
  await note(connection, event('left', incident, row.id, context));
  await oweCard(connection, incident, context);
}

async function arrived(
  connection: Connection,
  report: ReportTable,
  caseId: string,
  { incident, opened }: { incident: IncidentTable; opened: boolean },
  context: StoreContext,
): Promise<void> {
  await note(connection, event(opened ? 'opened' : 'joined', incident, caseId, context));
  await oweCard(connection, incident, context);
  if (incident.state !== 'claimed' || incident.claimed_by === null) return;
  // The others were told when it was claimed.
  const word = {
    notice: 'claimed',
    by: incident.claimed_by,
    text: null,
    once: String(incident.reopened),
  } as const;
  await oweNotices(connection, incident, [{ userId: report.reporter_id, caseId }], word, context);
}

function stateIn({ state }: IncidentTable): 'open' | 'claimed' {
  return state === 'claimed' ? 'claimed' : 'open';
}

function event(
  kind: 'opened' | 'joined' | 'left',
  { id, guild_id }: Pick<IncidentTable, 'id' | 'guild_id'>,
  caseId: string,
  { now }: StoreContext,
) {
  return { kind, at: now(), by: null, guildId: guild_id, incidentId: id, caseId };
}
