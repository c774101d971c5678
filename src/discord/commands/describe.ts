/** Names and descriptions of commands and options in every language. */
import type { LocalizationMap } from 'discord.js';
import type { Phrase } from '../language/phrases.ts';
import type { Words } from '../language/words.ts';

/** These phrases need nothing filled in. */
export type CommandPhrase = Extract<Phrase, `command.${string}`>;

/** Discord knows two kinds of Chinese and falls back to neither. */
export function inChinese(words: Words, phrase: CommandPhrase): LocalizationMap {
  const text = words.zh(phrase);
  return { 'zh-CN': text, 'zh-TW': text };
}

export interface Described {
  readonly name: string;
  readonly name_localizations?: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

/** A command keeps its name in every language: people tell each other to type it. */
export function describedCommand(words: Words, name: string, text: CommandPhrase): Described {
  return { name, description: words.en(text), description_localizations: inChinese(words, text) };
}

/** An option, whose name is shown in the language of the person too. */
export function describedOption(
  words: Words,
  name: string,
  shown: CommandPhrase,
  text: CommandPhrase,
): Described {
  return { ...describedCommand(words, name, text), name_localizations: inChinese(words, shown) };
}

/** One of the values to choose from. */
export function choice<Value extends string>(words: Words, value: Value, shown: CommandPhrase) {
  return { name: words.en(shown), name_localizations: inChinese(words, shown), value };
}
