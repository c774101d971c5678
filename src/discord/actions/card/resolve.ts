/** *Resolve*: with an optional note, which every reporter gets. */
import type { ButtonInteraction, ModalMessageModalSubmitInteraction } from 'discord.js';
import { noteField, resolveModal } from '../../views/card-controls.ts';
import { settleMove } from './outcome.ts';
import type { CardUse } from './use.ts';
import { written } from './written.ts';

export async function pressResolve({
  interaction,
  incident,
  say,
}: CardUse<ButtonInteraction>): Promise<void> {
  await interaction.showModal(resolveModal(incident, say));
}

export async function giveNote(use: CardUse<ModalMessageModalSubmitInteraction>): Promise<void> {
  const { interaction, incident, services } = use;
  const note = written(interaction, noteField, services);
  await settleMove(await services.incidents.resolve(incident.id, interaction.user.id, note), 'resolved', use);
}
