/** What the bot needs in a channel, and who is staff. */
import {
  type Channel,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Settings } from './services.ts';

/** Needed to answer or to post cards, with the names that Discord shows. */
const needed: readonly (readonly [bit: bigint, name: string])[] = [
  [PermissionFlagsBits.ViewChannel, 'View Channel'],
  [PermissionFlagsBits.SendMessages, 'Send Messages'],
  [PermissionFlagsBits.EmbedLinks, 'Embed Links'],
  [PermissionFlagsBits.ReadMessageHistory, 'Read Message History'],
];

const neededInThreads = needed.map(([bit, name]) =>
  bit === PermissionFlagsBits.SendMessages
    ? ([PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads'] as const)
    : ([bit, name] as const),
);

/** Names of the permissions that the bot lacks in a channel; none are needed in direct messages. */
export function missingPermissions(channel: Channel): string[] {
  if (channel.isDMBased()) return [];
  const mine = channel.permissionsFor(channel.client.user);
  const list = channel.isThread() ? neededInThreads : needed;
  return list.flatMap(([bit, name]) => (mine?.has(bit) === true ? [] : [name]));
}

/** Roles of a member, whether discord.js knows the server or not. */
type Member = ChatInputCommandInteraction['member'];

/** Who holds the support role or may manage messages there. Asked anew at each click: roles change. */
export function isStaff(
  { member, memberPermissions }: { member: Member; memberPermissions: Readonly<PermissionsBitField> | null },
  { supportRoleId }: Settings,
): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) return true;
  if (member === null || supportRoleId === null) return false;
  return Array.isArray(member.roles)
    ? member.roles.includes(supportRoleId)
    : member.roles.cache.has(supportRoleId);
}
