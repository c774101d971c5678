/** How an incident stands, in words: `Claimed by @Mei 2 minutes ago`. */
import type { Incident } from '../../escalation/incident.ts';
import { nobody } from '../../escalation/report.ts';
import type { Say } from '../language/words.ts';
import { ago } from './text.ts';

export function stateText(incident: Incident, say: Say): string {
  const state = say(`state.${incident.state}`);
  const who = actorOf(incident);
  return who === null ? state : say('state.by', { state, who: `<@${who.id}>`, when: ago(who.at) });
}

/** Who brought it into the state that it is in; null when nobody in particular did. */
export function actorOf({
  state,
  claimedBy,
  claimedAt,
  closedBy,
  closedAt,
}: Incident): { id: string; at: number } | null {
  if (state === 'claimed') return known(claimedBy, claimedAt);
  return state === 'resolved' || state === 'dismissed' ? known(closedBy, closedAt) : null;
}

function known(id: string | null, at: number | null): { id: string; at: number } | null {
  return id === null || id === nobody ? null : { id, at: at ?? 0 };
}
