/** Claim, resolve, dismiss, reopen: one conditional UPDATE decides who did it, and all that follows is one transaction. */
import type { EventKind } from '../escalation/event.ts';
import type { IncidentStore } from '../escalation/incident.ts';
import type { Moved } from '../escalation/moved.ts';
import type { Connection, StoreContext } from './context.ts';
import { note } from './events.ts';
import { lockIncident } from './locks.ts';
import { oweCard, oweNotices } from './owed.ts';
import { followReport } from './open-case.ts';
import { hasKey, keyOf, plan } from './place.ts';
import { toIncident } from './rows.ts';
import type { IncidentTable } from './schema.ts';
import { transact } from './transact.ts';
import { peopleWaiting, waitingStates } from './waiting.ts';

export function createStaffMoves(
  context: StoreContext,
): Pick<IncidentStore, 'claim' | 'resolve' | 'dismiss' | 'reopen'> {
  return {
    claim: (id, by) => transact(context.db, (connection) => claim(connection, id, by, context)),
    resolve: (id, by, text) =>
      transact(context.db, (connection) => close(connection, id, by, 'resolved', text, context)),
    dismiss: (id, by) =>
      transact(context.db, (connection) => close(connection, id, by, 'dismissed', null, context)),
    reopen: (id, by) => transact(context.db, (connection) => reopen(connection, id, by, context)),
  };
}

async function claim(connection: Connection, id: string, by: string, context: StoreContext): Promise<Moved> {
  const row = await connection
    .updateTable('incidents')
    .set({ state: 'claimed', claimed_by: by, claimed_at: context.now() })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return lost(connection, id);
  await connection
    .updateTable('cases')
    .set({ state: 'claimed' })
    .where('incident_id', '=', id)
    .where('state', '=', 'open')
    .execute();
  const people = await peopleWaiting(connection, id);
  const word = { notice: 'claimed', by, text: null, once: String(row.reopened) } as const;
  await oweNotices(connection, row, people, word, context);
  return moved(connection, row, 'claimed', by, context);
}

async function close(
  connection: Connection,
  id: string,
  by: string,
  state: 'resolved' | 'dismissed',
  text: string | null,
  context: StoreContext,
): Promise<Moved> {
  const closed = { state, closed_by: by, closed_at: context.now() };
  const row = await connection
    .updateTable('incidents')
    .set({ ...closed, note: text })
    .where('id', '=', id)
    .where('state', 'in', waitingStates)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return lost(connection, id);
  const people = await peopleWaiting(connection, id);
  await connection
    .updateTable('cases')
    .set(closed)
    .where('incident_id', '=', id)
    .where('state', 'in', waitingStates)
    .execute();
  if (state === 'resolved') {
    const word = { notice: 'resolved', by, text, once: String(row.reopened) } as const;
    await oweNotices(connection, row, people, word, context);
  }
  await connection.deleteFrom('agenda').where('kind', '=', 'reminder').where('subject', '=', id).execute();
  return moved(connection, row, state, by, context);
}

async function reopen(connection: Connection, id: string, by: string, context: StoreContext): Promise<Moved> {
  const before = await lockIncident(connection, id, context);
  if (before === null) return { kind: 'gone' };
  const other = await connection
    .selectFrom('incidents')
    .selectAll()
    .where('scope', '=', before.scope)
    .where('entry_key', '=', before.entry_key)
    .where('model_key', '=', before.model_key)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (other !== undefined) return { kind: 'lost', incident: toIncident(other) };
  // Nobody is left in it: they have gone over to another incident since.
  if (!(await hasCasesClosedWith(connection, before))) return { kind: 'lost', incident: toIncident(before) };
  const open = { state: 'open', closed_by: null, closed_at: null } as const;
  const row = await connection
    .updateTable('incidents')
    .set((old) => ({
      ...open,
      claimed_by: null,
      claimed_at: null,
      note: null,
      reopened: old('reopened', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['resolved', 'dismissed'])
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return { kind: 'lost', incident: toIncident(before) };
  // Not those that their reporters had closed before.
  await connection
    .updateTable('cases')
    .set(open)
    .where('incident_id', '=', id)
    .where('closed_at', '=', before.closed_at)
    .execute();
  await plan(connection, row, context);
  const result = await moved(connection, row, 'reopened', by, context);
  return (await moveStrays(connection, row, context)) ? readAgain(connection, id) : result;
}

async function hasCasesClosedWith(
  connection: Connection,
  { id, closed_at: closedAt }: IncidentTable,
): Promise<boolean> {
  const row = await connection
    .selectFrom('cases')
    .select('id')
    .where('incident_id', '=', id)
    .where('closed_at', '=', closedAt)
    .executeTakeFirst();
  return row !== undefined;
}

/** While it was closed, another model or cause may have become known of some reports: they belong elsewhere now. */
async function moveStrays(
  connection: Connection,
  incident: IncidentTable,
  context: StoreContext,
): Promise<boolean> {
  const reports = await connection
    .selectFrom('reports')
    .innerJoin('cases', 'cases.report_id', 'reports.id')
    .selectAll('reports')
    .where('cases.incident_id', '=', incident.id)
    .where('cases.state', 'in', waitingStates)
    .orderBy('cases.opened_at')
    .execute();
  const strays = reports.filter((report) => !hasKey(incident, keyOf(report)));
  for (const report of strays) await followReport(connection, report, null, context);
  return strays.length > 0;
}

async function readAgain(connection: Connection, id: string): Promise<Moved> {
  const row = await connection
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { kind: 'done', incident: toIncident(row) };
}

/** The one who was quicker is in the row. */
export async function lost(connection: Connection, id: string): Promise<Moved> {
  const row = await connection.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? { kind: 'gone' } : { kind: 'lost', incident: toIncident(row) };
}

/** What is the same for every move: its event and the card. */
export async function moved(
  connection: Connection,
  row: IncidentTable,
  kind: EventKind,
  by: string,
  context: StoreContext,
): Promise<Moved> {
  const event = { kind, at: context.now(), by, guildId: row.guild_id, incidentId: row.id, caseId: null };
  await note(connection, event);
  await oweCard(connection, row, context);
  return { kind: 'done', incident: toIncident(row) };
}
