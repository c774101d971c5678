/** Which incident a case belongs to. Everything here is to be called inside a transaction. */
import { dayMs } from '../escalation/agenda-rules.ts';
import { type IncidentKey, incidentKeyOf } from '../escalation/incident-key.ts';
import type { Connection, StoreContext } from './context.ts';
import { findNotice } from './known.ts';
import type { IncidentTable, ReportTable } from './schema.ts';

/** Where a report is trouble; a report row fits. */
export type Trouble = Pick<ReportTable, 'id' | 'guild_id' | 'entry_id' | 'model'>;

export interface Placed {
  readonly incident: IncidentTable;
  readonly opened: boolean;
}

export function keyOf({ id, guild_id, entry_id, model }: Trouble): IncidentKey {
  return incidentKeyOf({ id, guildId: guild_id, entryId: entry_id, model });
}

export function hasKey(incident: IncidentTable, { scope, entryKey, modelKey }: IncidentKey): boolean {
  return incident.scope === scope && incident.entry_key === entryKey && incident.model_key === modelKey;
}

/**
 * Joins the open incident of this trouble, or opens it: one statement, so that of many who come at once one opens and
 * the others join. The incident is held until the transaction ends.
 */
export async function joinOrOpen(
  connection: Connection,
  trouble: Trouble,
  { cases, quiet }: { cases: number; quiet: boolean },
  context: StoreContext,
): Promise<Placed> {
  const key = keyOf(trouble);
  const moment = context.now();
  const id = context.newId();
  const incident = await connection
    .insertInto('incidents')
    .values({
      id,
      guild_id: trouble.guild_id,
      entry_id: trouble.entry_id,
      model: trouble.model,
      scope: key.scope,
      entry_key: key.entryKey,
      model_key: key.modelKey,
      state: 'open',
      opened_at: moment,
      reopened: 0,
      count: cases,
      latest_at: moment,
      ping: quiet ? 0 : 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'entry_key', 'model_key'])
        .where('closed_at', 'is', null)
        .doUpdateSet((row) => ({ count: row('incidents.count', '+', cases), latest_at: moment })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  const opened = incident.id === id;
  if (opened) await plan(connection, incident, context);
  return { incident, opened };
}

/** What falls due some day because this incident is open now. */
export async function plan(
  connection: Connection,
  { id, scope }: Pick<IncidentTable, 'id' | 'scope'>,
  { now, rules }: StoreContext,
): Promise<void> {
  await connection
    .insertInto('agenda')
    .values([
      { kind: 'reminder', subject: id, due_at: now() + rules.remindAfterMs },
      { kind: 'digest', subject: scope, due_at: now() + dayMs },
    ])
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doNothing())
    .execute();
}

/** No ping for what staff have said that they know. */
export async function isKnown(
  connection: Connection,
  { guild_id, entry_id, model }: Trouble,
): Promise<boolean> {
  return (await findNotice(connection, guild_id, entry_id, model)) !== null;
}
