/** What the bot needs in a channel, and who is staff. */
import {
  type Channel,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';

type Needed = readonly (readonly [bit: bigint, name: string])[];

/** Needed to answer or to post cards, with the names that Discord shows. */
const needed: Needed = [
  [PermissionFlagsBits.ViewChannel, 'View Channel'],
  [PermissionFlagsBits.SendMessages, 'Send Messages'],
  [PermissionFlagsBits.EmbedLinks, 'Embed Links'],
  [PermissionFlagsBits.ReadMessageHistory, 'Read Message History'],
];

const neededInThreads: Needed = needed.map(([bit, name]) =>
  bit === PermissionFlagsBits.SendMessages
    ? ([PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'] as const)
    : ([bit, name] as const),
);

/** For *Open thread* on a card. */
const neededForThreads: Needed = [
  [PermissionFlagsBits.CreatePublicThreads, 'Create Public Threads'],
  [PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'],
];

/** Names of the permissions that the bot lacks in a channel; none are needed in direct messages. */
export function missingPermissions(channel: Channel): string[] {
  return channel.isDMBased() ? [] : lacking(channel, channel.isThread() ? neededInThreads : needed);
}

/** The same for the desk, where it opens threads too; without those it still works. */
export function missingAtDesk(channel: Channel): string[] {
  return channel.isDMBased() ? [] : lacking(channel, [...needed, ...neededForThreads]);
}

export function missingForThreads(channel: Channel): string[] {
  return channel.isDMBased() ? [] : lacking(channel, neededForThreads);
}

function lacking(channel: Exclude<Channel, { isDMBased: () => true }>, list: Needed): string[] {
  if (channel.isDMBased()) return [];
  const mine = channel.permissionsFor(channel.client.user);
  return list.flatMap(([bit, name]) => (mine?.has(bit) === true ? [] : [name]));
}

/** Roles of a member, whether discord.js knows the server or not. */
type Member = ChatInputCommandInteraction['member'];

export interface Person {
  readonly member: Member;
  readonly memberPermissions: Readonly<PermissionsBitField> | null;
}

/** Who holds the support role or may manage messages there. Asked anew at each click: roles change. */
export function isStaff(
  { member, memberPermissions }: Person,
  { supportRoleId }: { readonly supportRoleId: string | null },
): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) return true;
  if (member === null || supportRoleId === null) return false;
  return Array.isArray(member.roles)
    ? member.roles.includes(supportRoleId)
    : member.roles.cache.has(supportRoleId);
}

export function managesServer({ memberPermissions }: Person): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}
