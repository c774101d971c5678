/**
 * What staff work with: `/cases` and `/incident`. Discord cannot hide them from everybody but one configured role, so
 * they are offered to all and refused at use; a server may hide them under Integrations.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../language/words.ts';
import { longestFilter } from './cases/page-id.ts';
import { choice, describedCommand, describedOption } from './describe.ts';
import { inServers } from './where.ts';

export const casesCommand = 'cases';
export const casesOptions = { state: 'state', model: 'model' } as const;

export const incidentCommand = 'incident';
export const incidentSteps = { start: 'start', end: 'end' } as const;
export const incidentOptions = { error: 'error', text: 'text', model: 'model' } as const;

/** It stands above the cause in every answer, so it has to be short. */
export const longestNotice = 500;

export function staffDefinitions(words: Words): RESTPostAPIApplicationCommandsJSONBody[] {
  return [casesDefinition(words), incidentDefinition(words)];
}

function casesDefinition(words: Words): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...describedCommand(words, casesCommand, 'command.cases'),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, casesOptions.state, 'command.stateName', 'command.state'),
        choices: [
          choice(words, 'open', 'command.stateOpen'),
          choice(words, 'claimed', 'command.stateClaimed'),
          choice(words, 'resolved', 'command.stateResolved'),
          choice(words, 'dismissed', 'command.stateDismissed'),
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        ...describedOption(words, casesOptions.model, 'command.modelName', 'command.casesModel'),
        max_length: longestFilter,
      },
    ],
    ...inServers,
  };
}

function incidentDefinition(words: Words): RESTPostAPIApplicationCommandsJSONBody {
  const error = {
    type: ApplicationCommandOptionType.String as const,
    ...describedOption(words, incidentOptions.error, 'command.incidentErrorName', 'command.incidentError'),
    required: true,
    autocomplete: true as const,
    max_length: 100,
  };
  const model = {
    type: ApplicationCommandOptionType.String as const,
    ...describedOption(words, incidentOptions.model, 'command.modelName', 'command.incidentModel'),
    autocomplete: true as const,
    max_length: 100,
  };
  return {
    type: ApplicationCommandType.ChatInput,
    ...describedCommand(words, incidentCommand, 'command.incident'),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...describedOption(words, incidentSteps.start, 'command.incidentStartName', 'command.incidentStart'),
        options: [
          error,
          {
            type: ApplicationCommandOptionType.String,
            ...describedOption(
              words,
              incidentOptions.text,
              'command.incidentTextName',
              'command.incidentText',
            ),
            required: true,
            max_length: longestNotice,
          },
          model,
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...describedOption(words, incidentSteps.end, 'command.incidentEndName', 'command.incidentEnd'),
        options: [error, model],
      },
    ],
    ...inServers,
  };
}
