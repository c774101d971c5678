/** People using slash commands, their autocomplete, and context menus. */
import {
  ApplicationCommandType as Kind,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits as P,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { withFreshLinks } from '../world/attachments.ts';
import { findChannel, findMessage, findPerson } from '../world/find.ts';
import { openInteraction } from '../world/interactions.ts';
import { directMessageChannel } from '../world/people.ts';
import { channelPermissions, mayDo } from '../world/permissions.ts';
import { idOf, type Channel, type Choice, type Command, type Ref } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { ClientRefusal } from './client-refusal.ts';
import { InteractionHandle } from './interaction-handle.ts';
import { fillOptions, resolveInto, type OptionValues, type Resolved } from './options.ts';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

export interface SlashUse {
  user: Ref;
  /** Left out: the DM with the bot. */
  channel?: Ref;
  /** With sub-commands: `desk claim`. */
  name: string;
  options?: OptionValues;
  locale?: string;
}

export function slash(world: World, use: SlashUse): InteractionHandle {
  const { channel, command, path } = prepare(world, use);
  const { options, resolved } = fillOptions(world, channel, optionsOf(command), path, {
    values: use.options ?? {},
  });
  const record = openInteraction(world, {
    type: InteractionType.ApplicationCommand,
    user: use.user,
    channel,
    label: `/${use.name}`,
    locale: use.locale,
    commandName: use.name,
    data: { ...commandData(command), options, ...ifAny(resolved) },
  });
  return new InteractionHandle(world, record);
}

export interface AutocompleteUse extends SlashUse {
  /** The option being typed in; by default the last one given. */
  focused?: string;
  ms?: number;
}

export function autocomplete(world: World, use: AutocompleteUse): Promise<Choice[]> {
  const { channel, command, path } = prepare(world, use);
  const focused = use.focused ?? Object.keys(use.options ?? {}).at(-1) ?? '';
  const given = fillOptions(world, channel, optionsOf(command), path, { values: use.options ?? {}, focused });
  const record = openInteraction(world, {
    type: InteractionType.ApplicationCommandAutocomplete,
    user: use.user,
    channel,
    label: `autocomplete of /${use.name}`,
    locale: use.locale,
    data: { ...commandData(command), options: given.options },
  });
  return new InteractionHandle(world, record).choices(use.ms);
}

export interface ContextMenuUse {
  user: Ref;
  name: string;
  message?: Ref;
  /** For a command on a user; then `channel` says where. */
  target?: Ref;
  channel?: Ref;
  locale?: string;
}

export function contextMenu(world: World, use: ContextMenuUse): InteractionHandle {
  const message = use.message ? findMessage(world, use.message) : undefined;
  const kind = message ? Kind.Message : Kind.User;
  const channel = findChannel(world, message?.channel_id ?? use.channel ?? '');
  const command = findCommand(world, channel, use.name, kind);
  checkMayUse(world, channel, idOf(use.user), command);
  const resolved: Resolved & { messages?: object } = {};
  if (message) resolved.messages = { [message.id]: withFreshLinks(world, message) };
  else resolveInto(world, channel, ApplicationCommandOptionType.User, idOf(use.target ?? ''), resolved);
  const record = openInteraction(world, {
    type: InteractionType.ApplicationCommand,
    user: use.user,
    channel,
    label: use.name,
    locale: use.locale,
    commandName: use.name,
    data: { ...commandData(command), target_id: message?.id ?? idOf(use.target ?? ''), resolved },
  });
  return new InteractionHandle(world, record);
}

function prepare(world: World, use: SlashUse): { channel: Channel; command: Command; path: string[] } {
  const channel = use.channel ? findChannel(world, use.channel) : directMessageChannel(world, use.user);
  const [name = '', ...path] = use.name.replace(/^\//, '').split(' ');
  const command = findCommand(world, channel, name, Kind.ChatInput);
  checkMayUse(world, channel, findPerson(world, use.user).user.id, command);
  return { channel, command, path };
}

/** A guild's own command hides the global one of the same name. */
function findCommand(world: World, channel: Channel, name: string, kind: Kind): Command {
  const own = world.guildCommands.get(channel.guildId ?? '')?.values() ?? [];
  const offered = [...own, ...world.globalCommands.values()].filter(({ type }) => type === kind);
  const command = offered.find((one) => one.name === name);
  if (command) return command;
  const names = offered.map((one) => one.name).join(', ') || 'none';
  throw new ClientRefusal(`there is no command ${name}; registered: ${names}`);
}

function checkMayUse(world: World, channel: Channel, userId: string, command: Command): void {
  const held = channelPermissions(world, channel, userId);
  if (!mayDo(world, channel, userId, P.ViewChannel | P.UseApplicationCommands)) {
    throw new ClientRefusal(`this user cannot use commands in #${channel.name ?? 'DM'}`);
  }
  if (channel.guildId === null) {
    const inDm = command.contexts ? command.contexts.includes(InteractionContextType.BotDM) : true;
    if (!inDm || command.guild_id) throw new ClientRefusal(`${command.name} is not offered in DMs`);
    return;
  }
  const needed = command.default_member_permissions;
  if (needed === null) return;
  const required = needed === '0' ? P.Administrator : BigInt(needed);
  if ((held & required) !== required) throw new ClientRefusal(`${command.name} is not offered to this user`);
}

function optionsOf({ options }: Command): readonly APIApplicationCommandOption[] {
  return options ?? [];
}

function commandData({ id, name, type, guild_id: guildId }: Command): object {
  return { id, name, type, ...(guildId ? { guild_id: guildId } : {}) };
}

function ifAny(resolved: Resolved): object {
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}
