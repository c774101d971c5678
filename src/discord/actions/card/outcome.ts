/** What the one who pressed is told of their move. */
import type { Incident, IncidentState } from '../../../escalation/incident.ts';
import type { Moved } from '../../../escalation/moved.ts';
import type { Say } from '../../language/words.ts';
import { sayPrivately } from '../../respond.ts';
import { messageLink } from '../../views/link.ts';
import { actorOf } from '../../views/state.ts';
import { ago } from '../../views/text.ts';
import type { CardUse } from './use.ts';

/**
 * The card itself is drawn by the outbox only, which keeps the order: a picture drawn here could overtake a newer one.
 * So a move that worked is just acknowledged, and the loser of a race is told who won.
 */
export async function settleMove(moved: Moved, wanted: IncidentState, use: CardUse): Promise<void> {
  const { interaction, services, say } = use;
  services.nudge();
  logMove(moved, use);
  if (moved.kind === 'done' || isOwnWork(moved, wanted, use)) {
    await interaction.deferUpdate();
    return;
  }
  await sayPrivately(
    interaction,
    moved.kind === 'gone' ? say('staff.expired') : lostTo(moved.incident, wanted, use, say),
  );
}

/** They pressed twice, or Discord told two processes of one press: it is as they wanted it, and it was them. */
function isOwnWork(moved: Moved, wanted: IncidentState, { interaction }: CardUse): boolean {
  if (moved.kind !== 'lost' || moved.incident.state !== wanted) return false;
  return actorOf(moved.incident)?.id === interaction.user.id;
}

/** Who was quicker, and what they did. */
function lostTo(now: Incident, wanted: IncidentState, { incident, interaction }: CardUse, say: Say): string {
  if (now.id !== incident.id) {
    const guildId = interaction.guildId;
    const link = now.card === null ? say('cases.noCard') : messageLink(guildId, now.card);
    return say('staff.superseded', { link });
  }
  // Closed, and yet it could not be opened again.
  if (wanted === 'open' && now.closedAt !== null) return say('staff.nobodyLeft');
  const actor = actorOf(now);
  if (actor === null) return now.state === 'open' ? say('staff.alreadyOpen') : say(`state.${now.state}`);
  return say('staff.lost', { who: `<@${actor.id}>`, state: say(`state.${now.state}`), when: ago(actor.at) });
}

export function logMove(moved: Moved, { interaction, incident, services }: CardUse): void {
  services.log.info(
    { incident: incident.id, by: interaction.user.id, control: interaction.customId, result: moved.kind },
    'staff used a card',
  );
}
