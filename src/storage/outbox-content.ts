/** What a row of the outbox says at this moment. */
import type { Selectable } from 'kysely';
import { digestAfterMs } from '../escalation/agenda-rules.ts';
import { digestLines, type Digest, type Notice } from '../escalation/deliverer.ts';
import type { OutboxContent, OutboxRow } from '../escalation/outbox.ts';
import type { Connection, StoreContext } from './context.ts';
import { readIncidentFile } from './incidents.ts';
import { toIncident, toReport } from './rows.ts';
import type { OutboxTable } from './schema.ts';
import { waitingStates } from './waiting.ts';

type Row = Selectable<OutboxTable>;

export async function readContent(
  { id }: OutboxRow,
  { db, now }: StoreContext,
): Promise<OutboxContent | null> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  if (row.kind === 'digest') return readDigest(db, row.scope, now());
  if (row.kind === 'notice') return readNotice(db, row);
  return readCard(db, row);
}

async function readCard(connection: Connection, { kind, incident_id: id }: Row) {
  const file = id === null ? null : await readIncidentFile(connection, id);
  if (file === null || id === null || (kind !== 'card' && kind !== 'reminder')) return null;
  if (kind === 'reminder' && file.incident.state !== 'open') return null;
  const { ping } = await connection
    .selectFrom('incidents')
    .select('ping')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { kind, file, ping: ping === 1 };
}

async function readNotice(connection: Connection, row: Row) {
  const { incident_id: incidentId, case_id: caseId, user_id: userId, notice: kind, by_id: by, text } = row;
  if (incidentId === null || caseId === null || userId === null || kind === null || by === null) return null;
  const incident = await connection
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', incidentId)
    .executeTakeFirst();
  const report = await connection
    .selectFrom('reports')
    .innerJoin('cases', 'cases.report_id', 'reports.id')
    .selectAll('reports')
    .where('cases.id', '=', caseId)
    .executeTakeFirst();
  if (incident === undefined || report === undefined) return null;
  const notice: Notice = {
    kind,
    userId,
    by,
    text,
    caseId,
    report: toReport(report, caseId),
    incident: toIncident(incident),
  };
  return { kind: 'notice' as const, notice };
}

async function readDigest(connection: Connection, scope: string, now: number) {
  const old = connection
    .selectFrom('incidents')
    .where('scope', '=', scope)
    .where('state', 'in', waitingStates)
    .where('opened_at', '<=', now - digestAfterMs);
  const { total } = await old.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await old.selectAll().orderBy('opened_at').limit(digestLines).execute();
  if (rows.length === 0) return null;
  const digest: Digest = {
    guildId: scope === '' ? null : scope,
    incidents: rows.map(toIncident),
    total,
  };
  return { kind: 'digest' as const, digest };
}
