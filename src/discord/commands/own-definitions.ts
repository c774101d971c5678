/** What everybody may ask about themselves: `/case` and `/forget`. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../language/words.ts';
import { describedCommand, describedOption } from './describe.ts';
import { everywhere } from './where.ts';

export const caseCommand = 'case';
export const forgetCommand = 'forget';
export const forgetOptions = { user: 'user' } as const;

export function ownDefinitions(words: Words): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      ...describedCommand(words, caseCommand, 'command.case'),
      ...everywhere,
    },
    {
      type: ApplicationCommandType.ChatInput,
      ...describedCommand(words, forgetCommand, 'command.forget'),
      options: [
        {
          type: ApplicationCommandOptionType.User,
          ...describedOption(words, forgetOptions.user, 'command.userName', 'command.user'),
        },
      ],
      ...everywhere,
    },
  ];
}
