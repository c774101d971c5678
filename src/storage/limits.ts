/** Sliding windows in the database: the same limit for all processes together. */
import type { Allowance, LimitStore, Window } from '../escalation/limits.ts';
import { slide } from '../escalation/sliding-window.ts';
import type { Connection, StoreContext } from './context.ts';
import { transact } from './transact.ts';

export function createLimitStore({ db, now }: StoreContext): LimitStore {
  return {
    allow: ({ userId, channelId }, limits) =>
      transact(db, async (connection): Promise<Allowance> => {
        const moment = now();
        // Always the person before the channel, so that two who wait for each other cannot come about.
        const user = await open(connection, userKey(userId), limits.user, moment);
        if (user.slid.kind === 'limited') return refuse(connection, user, 'user', moment);
        const channel = await open(connection, `channel:${channelId}`, limits.channel, moment);
        if (channel.slid.kind === 'limited') return refuse(connection, channel, 'channel', moment);
        for (const { key, slid } of [user, channel])
          await connection
            .updateTable('limits')
            .set({ hits: JSON.stringify(slid.hits) })
            .where('key', '=', key)
            .execute();
        return { kind: 'allowed' };
      }),
  };
}

export function userKey(userId: string): string {
  return `user:${userId}`;
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Holds the row until the transaction ends: writing it is what locks it. */
async function open(connection: Connection, key: string, window: Window, moment: number) {
  const row = await connection
    .insertInto('limits')
    .values({ key, hits: '[]', told_until: 0, latest_at: moment })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ latest_at: moment }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return { key, toldUntil: row.told_until, slid: slide(JSON.parse(row.hits) as number[], moment, window) };
}

async function refuse(
  connection: Connection,
  { key, toldUntil, slid }: Opened,
  by: 'user' | 'channel',
  moment: number,
): Promise<Allowance> {
  const until = slid.kind === 'limited' ? slid.until : moment;
  const first = toldUntil <= moment;
  if (first)
    await connection.updateTable('limits').set({ told_until: until }).where('key', '=', key).execute();
  return { kind: 'limited', by, first, until };
}
