/** From the id of a button, select or modal to what it does. Works after a restart: nothing is kept in memory. */
import { decodePage } from '../commands/cases/page-id.ts';
import { turnPage } from '../commands/cases/turn-page.ts';
import { decodeCustomId } from '../custom-id.ts';
import { languageOfLocale } from '../language/language-of.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { useAnswer } from './answer/route.ts';
import { useCard } from './card/route.ts';
import type { ControlInteraction } from './control.ts';

export async function useControl(interaction: ControlInteraction, services: Services): Promise<void> {
  const page = interaction.isButton() ? decodePage(interaction.customId) : null;
  if (page !== null && interaction.isButton()) return turnPage(interaction, page, services);
  const id = decodeCustomId(interaction.customId);
  if (id?.on === 'answer') return useAnswer(interaction, id, services);
  if (id?.on === 'card') return useCard(interaction, id, services);
  await sayPrivately(interaction, services.words[languageOfLocale(interaction.locale)]('refusal.expired'));
}
