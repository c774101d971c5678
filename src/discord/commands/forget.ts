/** `/forget`: everybody may have their own data removed, and staff somebody else's. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { languageOfLocale } from '../language/language-of.ts';
import { isStaff } from '../permissions.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { forgetOptions } from './own-definitions.ts';

export async function runForget(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const say = services.words[languageOfLocale(interaction.locale)];
  const user = interaction.options.getUser(forgetOptions.user) ?? interaction.user;
  const own = user.id === interaction.user.id;
  if (!own && !(await mayForgetOthers(interaction, services)))
    return sayPrivately(interaction, say('forget.staffOnly'));
  const reports = String(await services.privacy.forget(user.id));
  services.nudge();
  services.log.info({ own, reports }, 'data of a user removed');
  await sayPrivately(
    interaction,
    own ? say('forget.done', { reports }) : say('forget.doneFor', { who: `<@${user.id}>`, reports }),
  );
}

async function mayForgetOthers(
  interaction: ChatInputCommandInteraction,
  { settingsOf }: Services,
): Promise<boolean> {
  return interaction.guildId !== null && isStaff(interaction, await settingsOf(interaction.guildId));
}
