/** What one person sees of the embedded Discord, in the shape that travels to the page. */
import { ChannelType, PermissionFlagsBits as P, type APIAttachment } from 'discord-api-types/v10';
import type { DemoGuild, EmbeddedDiscord } from '../embedded-discord.ts';
import { guildPermissions, mayDo, speaking } from '../world/permissions.ts';
import type { Channel, Command, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { filesPath } from './pages.ts';
import type { Snapshot, WireChannel, WirePerson } from './protocol.ts';

/** A demo of hours stays quick; what is older than this is not sent. */
const mostMessages = 200;

export interface Place {
  readonly discord: EmbeddedDiscord;
  readonly guild: DemoGuild;
}

export function snapshotFor({ discord, guild }: Place, viewer: string): Snapshot {
  const { world } = discord;
  const channels = channelsFor(world, viewer);
  return {
    type: 'snapshot',
    viewer,
    guild: { id: guild.guild.id, name: guild.guild.name },
    botId: discord.bot.id,
    people: peopleOf({ discord, guild }),
    roles: [...guild.guild.roles.values()].map(({ id, name }) => ({ id, name })),
    channels,
    commands: commandsFor(world, guild, viewer),
    messages: Object.fromEntries(channels.map(({ id }) => [id, messagesFor(discord, viewer, id)])),
  };
}

/** The people to switch between, in the order of the demo: who asks, who answers, who owns the server; then the bot. */
export function peopleOf({ discord, guild }: Place): WirePerson[] {
  const person = (id: string, part: WirePerson['part']): WirePerson => {
    const known = discord.world.people.get(id);
    const name = known?.user.global_name ?? known?.user.username ?? id;
    return { id, name, locale: known?.locale ?? 'en-US', part };
  };
  return [
    person(guild.alice.id, 'user'),
    person(guild.bo.id, 'user'),
    person(guild.mei.id, 'staff'),
    person(guild.guild.ownerId, 'owner'),
    person(discord.bot.id, 'bot'),
  ];
}

export function channelsFor(world: World, viewer: string): WireChannel[] {
  return [...world.channels.values()]
    .filter((channel) => seesChannel(world, channel, viewer))
    .map((channel) => ({
      id: channel.id,
      name: channel.name ?? world.application.name,
      topic: channel.topic ?? '',
      kind: channel.thread !== null ? 'thread' : channel.type === ChannelType.DM ? 'direct' : 'text',
      parentId: channel.parentId,
      mayWrite: mayDo(world, channel, viewer, speaking(channel)),
    }));
}

export function seesChannel(world: World, channel: Channel, viewer: string): boolean {
  return mayDo(world, channel, viewer, P.ViewChannel);
}

/** An ephemeral message is for the one whom it answers. */
export function seesMessage(world: World, message: Message, viewer: string): boolean {
  const channel = world.channels.get(message.channel_id);
  if (channel === undefined || !seesChannel(world, channel, viewer)) return false;
  const onlyFor = world.facts.get(message.id)?.visibleTo ?? null;
  return onlyFor === null || onlyFor === viewer;
}

function messagesFor(discord: EmbeddedDiscord, viewer: string, channelId: string): Message[] {
  const { world } = discord;
  return discord
    .messagesIn(channelId)
    .filter((message) => seesMessage(world, message, viewer))
    .slice(-mostMessages)
    .map((message) => forPage(world, message));
}

/** Attachments are fetched from the page's own server. */
export function forPage(world: World, message: Message): Message {
  const local = (one: APIAttachment): APIAttachment => {
    const path = one.url.startsWith(`${world.cdnUrl}/`) ? one.url.slice(world.cdnUrl.length + 1) : '';
    const url = `${filesPath}${path.split('?')[0] ?? ''}`;
    return { ...one, url, proxy_url: url };
  };
  return { ...message, attachments: message.attachments.map(local) };
}

function commandsFor(world: World, { guild }: DemoGuild, viewer: string): Command[] {
  const held = guildPermissions(guild, viewer);
  return [...world.globalCommands.values()].filter(({ default_member_permissions: needed }) => {
    if (needed === null) return true;
    const required = needed === '0' ? P.Administrator : BigInt(needed);
    return (held & required) === required;
  });
}
