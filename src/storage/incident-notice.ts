/** "We know about this": putting the notice on an incident and taking it off. */
import type { IncidentStore } from '../escalation/incident.ts';
import type { StoreContext } from './context.ts';
import { lost, moved } from './incident-moves.ts';
import { joinOrOpen } from './place.ts';
import { toIncident } from './rows.ts';
import { transact } from './transact.ts';
import { casesWaiting } from './waiting.ts';

export function createNoticeMoves(context: StoreContext): Pick<IncidentStore, 'know' | 'unknow'> {
  const { now } = context;
  return {
    know: ({ guildId, entryId, model }, by, text) =>
      transact(context.db, async (connection) => {
        const trouble = { id: '', guild_id: guildId, entry_id: entryId, model };
        const { incident } = await joinOrOpen(connection, trouble, { cases: 0, quiet: true }, context);
        const row = await connection
          .updateTable('incidents')
          .set({ notice_text: text, notice_by: by, notice_at: now(), latest_at: incident.latest_at })
          .where('id', '=', incident.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await moved(connection, row, 'known', by, context);
        return toIncident(row);
      }),

    unknow: (id, by) =>
      transact(context.db, async (connection) => {
        const row = await connection
          .updateTable('incidents')
          .set({ notice_text: null, notice_by: null, notice_at: null })
          .where('id', '=', id)
          .where('notice_text', 'is not', null)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return lost(connection, id);
        if (row.closed_at !== null || (await casesWaiting(connection, id)) > 0)
          return moved(connection, row, 'unknown', by, context);
        const ended = await connection
          .updateTable('incidents')
          .set({ state: 'resolved', closed_by: by, closed_at: now() })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        return moved(connection, ended, 'unknown', by, context);
      }),
  };
}
