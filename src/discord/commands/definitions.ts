/** The commands as Discord is told of them, in every language. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Phrase } from '../language/phrases.ts';
import type { Words } from '../language/words.ts';

/** These phrases need nothing filled in. */
type CommandPhrase = Extract<Phrase, `command.${string}`>;

/** `/error` keeps its name in every language: people tell each other to type it. */
export const errorCommand = 'error';
export const errorOptions = { query: 'query', model: 'model', log: 'log' } as const;

/** Most that `query` may hold; a longer paste belongs into a message or a file. */
const longestQuery = 4000;

/** The English name of the message menu's item; Discord sends this one, whatever language it is shown in. */
export function menuName(words: Words): string {
  return words.en('command.menu');
}

export function commandDefinitions(words: Words): RESTPostAPIApplicationCommandsJSONBody[] {
  const inChinese = (phrase: CommandPhrase): LocalizationMap => {
    const text = words.zh(phrase);
    return { 'zh-CN': text, 'zh-TW': text };
  };
  const described = (name: string, namePhrase: CommandPhrase, phrase: CommandPhrase) => ({
    name,
    name_localizations: inChinese(namePhrase),
    description: words.en(phrase),
    description_localizations: inChinese(phrase),
  });
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: errorCommand,
      description: words.en('command.error'),
      description_localizations: inChinese('command.error'),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...described(errorOptions.query, 'command.queryName', 'command.query'),
          required: true,
          autocomplete: true,
          max_length: longestQuery,
        },
        {
          type: ApplicationCommandOptionType.String,
          ...described(errorOptions.model, 'command.modelName', 'command.model'),
          max_length: 100,
        },
        {
          type: ApplicationCommandOptionType.Attachment,
          ...described(errorOptions.log, 'command.logName', 'command.log'),
        },
      ],
      ...everywhere,
    },
    {
      type: ApplicationCommandType.Message,
      name: menuName(words),
      name_localizations: inChinese('command.menu'),
      ...everywhere,
    },
  ];
}
