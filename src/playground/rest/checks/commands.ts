/** Rules for application commands that the published schema does not carry. */
import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  Locale,
  type ApplicationIntegrationType,
  type InteractionContextType,
} from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import type { FormErrors } from '../form-errors.ts';
import { checkSchema } from './schema.ts';

export const MAX_COMMANDS = 100;
const MAX_COMMAND_TEXT = 8000;
/** Discord's own pattern for the names of slash commands and of all options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Localizations = Record<string, string | null> | null;

export interface OptionBody {
  type: Option;
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: { name: string; value: string | number }[] | null;
  options?: OptionBody[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
  channel_types?: number[] | null;
}

export interface CommandBody {
  name: string;
  name_localizations?: Localizations;
  type?: ApplicationCommandType | null;
  description?: string | null;
  description_localizations?: Localizations;
  options?: OptionBody[] | null;
  default_member_permissions?: string | number | null;
  dm_permission?: boolean | null;
  contexts?: InteractionContextType[] | null;
  integration_types?: ApplicationIntegrationType[] | null;
  nsfw?: boolean | null;
}

export function checkCommand(value: unknown, schema: ZodMiniType, errors: FormErrors): CommandBody {
  const body = value as CommandBody;
  if (!checkSchema(schema, withNumericPermissions(value), errors)) return body;
  const slash = (body.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  if (slash) {
    checkName(body.name, errors.at('name'));
    if (!body.description?.trim()) errors.required('description');
  } else if (body.description) {
    errors.add(
      'APPLICATION_COMMANDS_CONTEXT_MENU_DESCRIPTION',
      'Context menu commands cannot have description',
      ['description'],
    );
  }
  checkLocales(body, slash, errors);
  if (Array.isArray(body.options)) checkOptions(body.options, errors.at('options'));
  if (textOf(body) > MAX_COMMAND_TEXT)
    errors.add('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND_TEXT})`);
  return body;
}

/** Clients send permissions as a string, as the documentation says; the schema wants a number. */
function withNumericPermissions(value: unknown): unknown {
  const body = value as CommandBody | null;
  const given = body?.default_member_permissions;
  return typeof given === 'string' && /^\d+$/.test(given)
    ? { ...body, default_member_permissions: Number(given) }
    : value;
}

export function checkUniqueNames(commands: readonly CommandBody[], errors: FormErrors): void {
  const seen = new Set<string>();
  commands.forEach(({ name, type }, index) => {
    const key = `${type ?? ApplicationCommandType.ChatInput} ${name}`;
    if (seen.has(key))
      errors.add('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [index]);
    seen.add(key);
  });
}

function checkName(name: string, errors: FormErrors): void {
  if (NAME.test(name) && name === name.toLowerCase()) return;
  errors.add('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

const LOCALES = new Set<string>(Object.values(Locale));

type Localized = Pick<CommandBody, 'name_localizations' | 'description_localizations'>;

function checkLocales(
  { name_localizations: names, description_localizations: texts }: Localized,
  slash: boolean,
  errors: FormErrors,
): void {
  for (const [locale, name] of Object.entries(names ?? {})) {
    const here = errors.at('name_localizations', locale);
    if (!LOCALES.has(locale)) here.add('BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord.`);
    else if (slash && name !== null) checkName(name, here);
  }
  for (const locale of Object.keys(texts ?? {})) {
    if (!LOCALES.has(locale))
      errors
        .at('description_localizations', locale)
        .add('BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord.`);
  }
}

function checkOptions(options: readonly OptionBody[], errors: FormErrors): void {
  const names = new Set<string>();
  let optionalSeen = false;
  options.forEach((option, index) => {
    const here = errors.at(index);
    if (typeof option.name === 'string') checkName(option.name, here.at('name'));
    if (!option.description) here.required('description');
    if (names.has(option.name))
      here.add('APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option name already exists', ['name']);
    names.add(option.name);
    if (option.required && optionalSeen) {
      here.add(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optionalSeen ||= !option.required;
    if (option.autocomplete && option.choices?.length) {
      here.add(
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
        'Choices cannot be used with autocomplete',
        ['choices'],
      );
    }
    checkLocales(option, true, here);
    if (isGroup(option)) checkOptions(option.options ?? [], here.at('options'));
  });
  const groups = options.filter(isGroup).length;
  if (groups > 0 && groups < options.length) {
    errors.add(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function isGroup({ type }: OptionBody): boolean {
  return type === Option.Subcommand || type === Option.SubcommandGroup;
}

function textOf({
  name,
  description,
  options,
}: Pick<CommandBody, 'name' | 'description' | 'options'>): number {
  const own = name.length + (description ?? '').length;
  return (options ?? []).reduce((sum, option) => {
    const choices = (option.choices ?? []).reduce(
      (all, { name: label, value }) => all + label.length + String(value).length,
      0,
    );
    return sum + textOf(option) + choices;
  }, own);
}
