/** *Claim*, *Dismiss*, *Reopen*: one move in the database each. */
import type { CardUse } from './use.ts';
import { settleMove } from './outcome.ts';

export async function pressClaim(use: CardUse): Promise<void> {
  await settleMove(
    await use.services.incidents.claim(use.incident.id, use.interaction.user.id),
    'claimed',
    use,
  );
}

export async function pressDismiss(use: CardUse): Promise<void> {
  await settleMove(
    await use.services.incidents.dismiss(use.incident.id, use.interaction.user.id),
    'dismissed',
    use,
  );
}

export async function pressReopen(use: CardUse): Promise<void> {
  await settleMove(
    await use.services.incidents.reopen(use.incident.id, use.interaction.user.id),
    'open',
    use,
  );
}
