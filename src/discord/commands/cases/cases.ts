/** `/cases`: what staff have to do, page by page. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { languageOfLocale } from '../../language/language-of.ts';
import { isStaff } from '../../permissions.ts';
import { sayPrivately } from '../../respond.ts';
import type { Services } from '../../services.ts';
import { casesOptions } from '../staff-definitions.ts';
import { listPage } from './list-page.ts';
import { listStates } from './page-id.ts';

export async function runCases(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const { guildId, options } = interaction;
  if (guildId === null || !isStaff(interaction, await services.settingsOf(guildId)))
    return sayPrivately(interaction, services.words[language]('staff.only'));
  const wanted = options.getString(casesOptions.state);
  const state = listStates.find((known) => known === wanted) ?? 'unfinished';
  const model = options.getString(casesOptions.model)?.trim() ?? '';
  const view = await listPage(guildId, { state, model, page: 0 }, language, services);
  await interaction.reply({ ...view, flags: MessageFlags.Ephemeral });
}
