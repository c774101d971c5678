/** What people can use on a message: buttons, selects, and the modals that those open. */
import type {
  ButtonInteraction,
  Interaction,
  ModalMessageModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';

export type ControlInteraction =
  ButtonInteraction | StringSelectMenuInteraction | ModalMessageModalSubmitInteraction;

/** Modals of ours always come from a message. */
export function isControl(interaction: Interaction): interaction is ControlInteraction {
  if (interaction.isButton() || interaction.isStringSelectMenu()) return true;
  return interaction.isModalSubmit() && interaction.isFromMessage();
}
