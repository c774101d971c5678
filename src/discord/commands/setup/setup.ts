/** `/setup`: changes what is given, and shows what holds and what is missing. */
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { GuildSettings } from '../../../escalation/guild.ts';
import { languageOfLocale } from '../../language/language-of.ts';
import { managesServer } from '../../permissions.ts';
import { sayPrivately } from '../../respond.ts';
import type { Services } from '../../services.ts';
import { placeSettings } from '../../settings.ts';
import { type Changes, changesOf, mostWatched } from './changes.ts';
import { missingIn } from './missing.ts';
import { setupView } from './view.ts';

export async function runSetup(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const say = services.words[languageOfLocale(interaction.locale)];
  const { guildId } = interaction;
  if (guildId === null || !managesServer(interaction))
    return sayPrivately(interaction, say('setup.notYours'));
  // Looking at channels and permissions may take Discord a while.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const before = await services.guilds.settings(guildId);
  const changes = changesOf(interaction.options, before, services.settings);
  if (typeof changes === 'string') {
    await interaction.editReply(
      changes === 'tooMany' ? say('setup.tooMany', { most: String(mostWatched) }) : say('setup.everyone'),
    );
    return;
  }
  const settings = await applied(interaction, before, changes, services);
  const place = placeSettings(settings, services.settings);
  const missing = await missingIn(interaction.client, place, say);
  await interaction.editReply(setupView(settings, services.settings, missing, say));
}

async function applied(
  { user, guildId }: ChatInputCommandInteraction,
  before: GuildSettings,
  changes: Changes,
  { guilds, nudge, log }: Services,
): Promise<GuildSettings> {
  if (guildId === null || Object.keys(changes).length === 0) return before;
  const settings = await guilds.change(guildId, user.id, changes);
  nudge();
  log.info({ guild: guildId, by: user.id, changed: Object.keys(changes) }, 'settings changed');
  return settings;
}
