/** Permissions or channels have changed: cards that could not be delivered are owed again. */
import type { Services } from '../services.ts';

/** Cards of direct messages, which belong to no server, may be due at a desk there too. */
export async function onPermissions(
  guildId: string,
  { refusals, nudge, log }: Pick<Services, 'refusals' | 'nudge' | 'log'>,
): Promise<void> {
  const cards = (await refusals.retryCards(guildId)) + (await refusals.retryCards(null));
  if (cards === 0) return;
  nudge();
  log.info({ guild: guildId, cards }, 'permissions changed: trying cards again');
}
