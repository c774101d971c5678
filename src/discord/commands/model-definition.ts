/** `/model`, for everybody: is a model offered, and under which name? */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../language/words.ts';
import { longestModelName } from '../views/controls.ts';
import { describedCommand, describedOption } from './describe.ts';
import { everywhere } from './where.ts';

export const modelCommand = 'model';
export const modelOptions = { name: 'name' } as const;

export function modelDefinition(words: Words): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...describedCommand(words, modelCommand, 'command.modelLookUp'),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, modelOptions.name, 'command.nameName', 'command.name'),
        required: true,
        autocomplete: true,
        max_length: longestModelName,
      },
    ],
    ...everywhere,
  };
}
