/** "We know about this": the notices that staff put on open incidents. */
import type { KnownNotice } from '../escalation/incident.ts';
import { modelKeyOf, scopeOf } from '../escalation/incident-key.ts';
import type { Connection } from './context.ts';

/** The notice of exactly this model, else that of every model of the cause. */
export async function findNotice(
  connection: Connection,
  guildId: string | null,
  entryId: string | null,
  model: string | null,
): Promise<KnownNotice | null> {
  if (entryId === null) return null;
  const row = await connection
    .selectFrom('incidents')
    .select(['notice_text as text', 'notice_by as by', 'notice_at as at'])
    .where('scope', '=', scopeOf(guildId))
    .where('entry_key', '=', entryId)
    .where('model_key', 'in', [modelKeyOf(model), ''])
    .where('closed_at', 'is', null)
    .where('notice_text', 'is not', null)
    .orderBy('model_key', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  return toNotice(row);
}

export function toNotice(row: {
  text: string | null;
  by: string | null;
  at: number | null;
}): KnownNotice | null {
  const { text, by, at } = row;
  return text === null || by === null || at === null ? null : { text, by, at };
}
