/** The commands as Discord is told of them, in every language. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../language/words.ts';
import { longestModelName } from '../views/controls.ts';
import { describedCommand, describedOption, inChinese } from './describe.ts';
import { modelDefinition } from './model-definition.ts';
import { ownDefinitions } from './own-definitions.ts';
import { setupDefinition } from './setup/definition.ts';
import { staffDefinitions } from './staff-definitions.ts';
import { everywhere } from './where.ts';

export const errorCommand = 'error';
export const errorOptions = { query: 'query', model: 'model', log: 'log' } as const;

/** Most that `query` may hold; a longer paste belongs into a message or a file. */
const longestQuery = 4000;

/** The English name of the message menu's item; Discord sends this one, whatever language it is shown in. */
export function menuName(words: Words): string {
  return words.en('command.menu');
}

export function commandDefinitions(words: Words): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    errorDefinition(words),
    {
      type: ApplicationCommandType.Message,
      name: menuName(words),
      name_localizations: inChinese(words, 'command.menu'),
      ...everywhere,
    },
    modelDefinition(words),
    ...ownDefinitions(words),
    ...staffDefinitions(words),
    setupDefinition(words),
  ];
}

function errorDefinition(words: Words): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...describedCommand(words, errorCommand, 'command.error'),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, errorOptions.query, 'command.queryName', 'command.query'),
        required: true,
        autocomplete: true,
        max_length: longestQuery,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, errorOptions.model, 'command.modelName', 'command.model'),
        autocomplete: true,
        max_length: longestModelName,
      },
      {
        type: ApplicationCommandOptionType.Attachment,
        ...describedOption(words, errorOptions.log, 'command.logName', 'command.log'),
      },
    ],
    ...everywhere,
  };
}
