/** The values a person gives to the options of a slash command, checked as the client checks them. */
import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { storeAttachment, type Upload } from '../world/attachments.ts';
import { channelObject, memberWithoutUser } from '../world/channel-object.ts';
import { findChannel, findPerson } from '../world/find.ts';
import { idOf, type Channel, type Ref } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { ClientRefusal } from './client-refusal.ts';

export type OptionValue = string | number | boolean | Upload | { id: string };
export type OptionValues = Record<string, OptionValue>;

interface GivenOption {
  name: string;
  type: Type;
  value?: string | number | boolean;
  focused?: true;
  options?: GivenOption[];
}

export interface Resolved {
  users?: Record<string, unknown>;
  members?: Record<string, unknown>;
  roles?: Record<string, unknown>;
  channels?: Record<string, unknown>;
  attachments?: Record<string, unknown>;
}

export interface Given {
  options: GivenOption[];
  resolved: Resolved;
}

export interface Filling {
  values: OptionValues;
  /** The option being typed; with it nothing is required yet. */
  focused?: string | undefined;
}

/** `path` leads through a sub-command group and a sub-command to the options proper. */
export function fillOptions(
  world: World,
  channel: Channel,
  definition: readonly APIApplicationCommandOption[],
  path: readonly string[],
  filling: Filling,
): Given {
  const resolved: Resolved = {};
  const descend = (
    options: readonly APIApplicationCommandOption[],
    [step, ...rest]: readonly string[],
  ): GivenOption[] => {
    if (step === undefined) return fill(world, channel, options, filling, resolved);
    const branch = options.find(({ name, type }) => name === step && isBranch(type));
    if (!branch) throw new ClientRefusal(`there is no sub-command ${step}`);
    return [
      {
        name: branch.name,
        type: branch.type,
        options: descend('options' in branch ? (branch.options ?? []) : [], rest),
      },
    ];
  };
  return { options: descend(definition, path), resolved };
}

function isBranch(type: Type): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function fill(
  world: World,
  channel: Channel,
  definition: readonly APIApplicationCommandOption[],
  { values, focused }: Filling,
  resolved: Resolved,
): GivenOption[] {
  if (definition.some(({ type }) => isBranch(type)))
    throw new ClientRefusal('this command needs a sub-command');
  const unknown = Object.keys(values).find((name) => !definition.some((option) => option.name === name));
  if (unknown !== undefined) throw new ClientRefusal(`there is no option ${unknown}`);
  return (definition as readonly APIApplicationCommandBasicOption[]).flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined)
        throw new ClientRefusal(`option ${option.name} is required`);
      return [];
    }
    const typing = option.name === focused;
    const sent = typing ? (value as string) : valueFor(world, channel, option, value, resolved);
    return [
      { name: option.name, type: option.type, value: sent, ...(typing ? { focused: true as const } : {}) },
    ];
  });
}

function valueFor(
  world: World,
  channel: Channel,
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  resolved: Resolved,
): string | number | boolean {
  switch (option.type) {
    case Type.String:
      return text(option, value);
    case Type.Integer:
    case Type.Number:
      return number(option, value);
    case Type.Boolean:
      if (typeof value !== 'boolean') throw new ClientRefusal(`option ${option.name} takes yes or no`);
      return value;
    case Type.Attachment: {
      const upload = value as Upload;
      const folder = `ephemeral-attachments/${world.application.id}`;
      const attachment = storeAttachment(world, upload, folder);
      (resolved.attachments ??= {})[attachment.id] = { ...attachment, ephemeral: true };
      return attachment.id;
    }
    default:
      return resolveInto(world, channel, option.type, idOf(value as Ref), resolved);
  }
}

const MAX_TEXT = 6000;

function text(option: APIApplicationCommandBasicOption & { type: Type.String }, value: OptionValue): string {
  if (typeof value !== 'string') throw new ClientRefusal(`option ${option.name} takes text`);
  const { min_length: min = 0, max_length: max = MAX_TEXT } = option as {
    min_length?: number;
    max_length?: number;
  };
  // A text field of the client has one line.
  const line = value.replace(/\r?\n/g, ' ');
  if (line.length < min || line.length > max)
    throw new ClientRefusal(`option ${option.name} takes ${min} to ${max} characters`);
  checkChoice(option, line);
  return line;
}

function number(option: APIApplicationCommandBasicOption, value: OptionValue): number {
  const { min_value: min = -Infinity, max_value: max = Infinity } = option as {
    min_value?: number;
    max_value?: number;
  };
  const fits = typeof value === 'number' && value >= min && value <= max;
  if (!fits || (option.type === Type.Integer && !Number.isInteger(value))) {
    throw new ClientRefusal(`option ${option.name} does not take ${JSON.stringify(value)}`);
  }
  checkChoice(option, value);
  return value;
}

function checkChoice(option: APIApplicationCommandBasicOption, value: string | number): void {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new ClientRefusal(`option ${option.name} does not offer ${value}`);
  }
}

/** Users, roles, channels and mentionables travel as ids, with the objects beside them. */
export function resolveInto(
  world: World,
  channel: Channel,
  type: Type,
  id: string,
  resolved: Resolved,
): string {
  const guild = world.guilds.get(channel.guildId ?? '');
  const role = guild?.roles.get(id);
  if (type === Type.Channel) (resolved.channels ??= {})[id] = channelObject(world, findChannel(world, id));
  else if (role && type !== Type.User) (resolved.roles ??= {})[id] = role;
  else {
    (resolved.users ??= {})[id] = findPerson(world, id).user;
    const member = guild?.members.get(id);
    if (member) (resolved.members ??= {})[id] = { ...memberWithoutUser(member), permissions: '0' };
  }
  return id;
}
