/** `/setup` as Discord is told of it: for those who manage the server. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../../language/words.ts';
import { choice, describedCommand, describedOption } from '../describe.ts';
import { inServers } from '../where.ts';

export const setupCommand = 'setup';
export const setupOptions = {
  supportChannel: 'support-channel',
  staffRole: 'staff-role',
  watch: 'watch',
  unwatch: 'unwatch',
  watchAll: 'watch-all',
  quiet: 'quiet',
  language: 'language',
  retention: 'retention-days',
} as const;

/** Excerpts are for working on a case, not for the archive. */
export const retentionDays = { least: 1, most: 365 } as const;

/** What can hold a card, and what people ask in; a forum's posts are its threads. */
const deskTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
const watchTypes = [...deskTypes, ChannelType.GuildForum] as const;

export function setupDefinition(words: Words): RESTPostAPIApplicationCommandsJSONBody {
  const channel = (types: readonly (typeof watchTypes)[number][]) => ({
    type: ApplicationCommandOptionType.Channel as const,
    channel_types: [...types],
  });
  return {
    type: ApplicationCommandType.ChatInput,
    ...describedCommand(words, setupCommand, 'command.setup'),
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        ...channel(deskTypes),
        ...describedOption(
          words,
          setupOptions.supportChannel,
          'command.supportChannelName',
          'command.supportChannel',
        ),
      },
      {
        type: ApplicationCommandOptionType.Role,
        ...describedOption(words, setupOptions.staffRole, 'command.staffRoleName', 'command.staffRole'),
      },
      {
        ...channel(watchTypes),
        ...describedOption(words, setupOptions.watch, 'command.watchName', 'command.watch'),
      },
      {
        ...channel(watchTypes),
        ...describedOption(words, setupOptions.unwatch, 'command.unwatchName', 'command.unwatch'),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...describedOption(words, setupOptions.watchAll, 'command.watchAllName', 'command.watchAll'),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...describedOption(words, setupOptions.quiet, 'command.quietName', 'command.quiet'),
      },
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, setupOptions.language, 'command.languageName', 'command.language'),
        choices: [choice(words, 'en', 'command.english'), choice(words, 'zh', 'command.chinese')],
      },
      {
        type: ApplicationCommandOptionType.Integer,
        ...describedOption(words, setupOptions.retention, 'command.retentionName', 'command.retention'),
        min_value: retentionDays.least,
        max_value: retentionDays.most,
      },
    ],
    ...inServers,
  };
}
