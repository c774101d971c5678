/** `/cases state:open model:gpt-4o` as typed → the values of a slash command, by what the bot has registered. Pure. */
import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { OptionValue, OptionValues } from '../people/options.ts';

export interface TypedCommand {
  /** With its sub-commands: `incident start`. */
  readonly name: string;
  readonly options: OptionValues;
}

/** `#help`, `@Alice` and files as what they stand for; it throws for what is not there. */
export type Look = (type: Type, text: string) => OptionValue;

export function readSlash(
  name: string,
  text: string,
  definition: readonly APIApplicationCommandOption[],
  look: Look,
): TypedCommand {
  const [step = '', ...rest] = text.split(' ');
  const branch = definition.find((option) => isBranch(option) && option.name === step);
  if (branch !== undefined) {
    const inner = 'options' in branch ? (branch.options ?? []) : [];
    return readSlash(`${name} ${step}`, rest.join(' '), inner, look);
  }
  const options = definition as readonly APIApplicationCommandBasicOption[];
  return { name, options: values(text.trim(), options, look) };
}

function isBranch({ type }: APIApplicationCommandOption): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

/** A value goes on until the name of the next option; text without a name in front belongs to the first option. */
function values(
  text: string,
  options: readonly APIApplicationCommandBasicOption[],
  look: Look,
): OptionValues {
  const given: OptionValues = {};
  const names = options.map(({ name }) => name).join('|');
  const [bare = '', ...pairs] = text.split(new RegExp(`(?:^|\\s)(${names}):`));
  const [first] = options;
  if (bare.trim() !== '' && first !== undefined) given[first.name] = valueOf(first, bare.trim(), look);
  for (let index = 0; index < pairs.length; index += 2) {
    const option = options.find(({ name }) => name === pairs[index]);
    if (option !== undefined) given[option.name] = valueOf(option, (pairs[index + 1] ?? '').trim(), look);
  }
  return given;
}

function valueOf({ type }: APIApplicationCommandBasicOption, text: string, look: Look): OptionValue {
  switch (type) {
    case Type.String:
      return text;
    case Type.Integer:
    case Type.Number:
      return Number(text);
    case Type.Boolean:
      return /^(true|yes|on)$/i.test(text);
    default:
      return look(type, text);
  }
}
