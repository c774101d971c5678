/** Writes into the outbox. Everything here is to be called inside the transaction of the change it announces. */
import type { NoticeKind } from '../escalation/deliverer.ts';
import type { Connection, StoreContext } from './context.ts';
import type { IncidentTable } from './schema.ts';

type Incident = Pick<IncidentTable, 'id' | 'scope'>;

/** One insert holds at most so many rows: SQLite bounds the values of one statement. */
const rowsPerInsert = 200;

/** The card must show the present state. However many changes are waiting, one row stands for them. */
export async function oweCard(
  connection: Connection,
  incident: Incident,
  { now, newId }: StoreContext,
): Promise<void> {
  const moment = now();
  const lane = `card:${incident.id}`;
  await connection
    .insertInto('outbox')
    .values({
      id: newId(),
      kind: 'card',
      lane,
      once_key: lane,
      scope: incident.scope,
      incident_id: incident.id,
      wanted: 1,
      attempts: 0,
      created_at: moment,
      due_at: moment,
    })
    .onConflict((conflict) =>
      conflict.column('once_key').doUpdateSet((row) => ({ wanted: row('outbox.wanted', '+', 1) })),
    )
    .execute();
}

/** One more ping, after the card that it points to. */
export async function oweReminder(
  connection: Connection,
  incident: Incident,
  context: StoreContext,
): Promise<void> {
  await connection
    .insertInto('outbox')
    .values({ ...fresh(incident, context), kind: 'reminder', lane: `card:${incident.id}` })
    .execute();
}

export async function oweDigest(connection: Connection, scope: string, context: StoreContext): Promise<void> {
  await connection
    .insertInto('outbox')
    .values({ ...fresh({ id: null, scope }, context), kind: 'digest', lane: `digest:${scope}` })
    .execute();
}

export interface Word {
  readonly notice: NoticeKind;
  readonly by: string;
  readonly text: string | null;
  /** The same word is owed to one person only once. */
  readonly once: string;
}

/** A word to each of these people, in the order in which the words were owed. */
export async function oweNotices(
  connection: Connection,
  incident: Incident,
  people: readonly { readonly userId: string; readonly caseId: string }[],
  { notice, by, text, once }: Word,
  context: StoreContext,
): Promise<void> {
  const rows = people.map(({ userId, caseId }) => ({
    ...fresh(incident, context),
    kind: 'notice' as const,
    lane: `user:${incident.id}:${userId}`,
    once_key: `${notice}:${incident.id}:${once}:${userId}`,
    case_id: caseId,
    user_id: userId,
    notice,
    by_id: by,
    text,
  }));
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await connection
      .insertInto('outbox')
      .values(rows.slice(start, start + rowsPerInsert))
      .onConflict((conflict) => conflict.column('once_key').doNothing())
      .execute();
}

function fresh({ id, scope }: { id: string | null; scope: string }, { now, newId }: StoreContext) {
  const moment = now();
  return {
    id: newId(),
    scope,
    incident_id: id,
    wanted: 1,
    attempts: 0,
    created_at: moment,
    due_at: moment,
  };
}
