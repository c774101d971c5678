/** The buttons under `/cases`. Whose list it is does not matter, but whether they are still staff does. */
import type { ButtonInteraction } from 'discord.js';
import { languageOfLocale } from '../../language/language-of.ts';
import { isStaff } from '../../permissions.ts';
import { sayPrivately } from '../../respond.ts';
import type { Services } from '../../services.ts';
import { listPage } from './list-page.ts';
import type { PageOf } from './page-id.ts';

export async function turnPage(
  interaction: ButtonInteraction,
  page: PageOf,
  services: Services,
): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const { guildId } = interaction;
  if (guildId === null || !isStaff(interaction, await services.settingsOf(guildId)))
    return sayPrivately(interaction, services.words[language]('staff.only'));
  await interaction.update(await listPage(guildId, page, language, services));
}
