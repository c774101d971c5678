/** A small support community to play in: three channels, two users in need and one of the staff. */
import { PermissionFlagsBits as P, type APIRole, type APIUser } from 'discord-api-types/v10';
import type { PeopleApi } from './people/people-api.ts';
import type { Channel, Guild } from './world/types.ts';

export interface DemoGuild {
  guild: Guild;
  /** Where people ask. */
  help: Channel;
  /** Where people talk about anything. */
  general: Channel;
  /** Staff only; the bot writes there. */
  supportDesk: Channel;
  staffRole: APIRole;
  botRole: APIRole;
  alice: APIUser;
  bo: APIUser;
  mei: APIUser;
}

type Builder = Pick<
  PeopleApi,
  'createUser' | 'createGuild' | 'createRole' | 'createChannel' | 'addMember' | 'setMemberRoles'
> & {
  bot: APIUser;
};

/** What errdesk asks for when it is invited. */
export const BOT_PERMISSIONS =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.CreatePublicThreads |
  P.UseApplicationCommands;

export interface DemoOptions {
  readonly name?: string;
  readonly locale?: string;
  /** Bo reads and writes Chinese. */
  readonly chineseUser?: boolean;
}

export function seedDemoGuild(
  discord: Builder,
  { name = 'Example API', locale = 'en-US', chineseUser = false }: DemoOptions = {},
): DemoGuild {
  const owner = discord.createUser({ username: 'owner', globalName: 'Owner' });
  const alice = discord.createUser({ username: 'alice', globalName: 'Alice', locale });
  const bo = discord.createUser({
    username: 'bo',
    ...(chineseUser ? { globalName: '小博', locale: 'zh-CN' } : { globalName: 'Bo', locale }),
  });
  const mei = discord.createUser({ username: 'mei', globalName: 'Mei', locale });
  const guild = discord.createGuild({ name, owner, preferredLocale: locale });
  const staffRole = discord.createRole(guild, {
    name: 'Support',
    permissions: P.ViewChannel | P.SendMessages | P.ManageMessages | P.ManageThreads,
    mentionable: true,
  });
  const botRole = discord.createRole(guild, { name: 'errdesk', permissions: BOT_PERMISSIONS });
  discord.setMemberRoles(guild, discord.bot, [botRole]);
  discord.addMember(guild, alice);
  discord.addMember(guild, bo);
  discord.addMember(guild, mei, [staffRole]);
  const help = discord.createChannel({ guild, name: 'help', topic: 'Ask about the API' });
  const general = discord.createChannel({ guild, name: 'general', topic: 'Anything else' });
  const supportDesk = discord.createChannel({
    guild,
    name: 'support-desk',
    topic: 'Cases for the staff',
    overwrites: [
      { for: guild, deny: P.ViewChannel },
      { for: staffRole, allow: P.ViewChannel },
      { for: discord.bot, allow: P.ViewChannel },
    ],
  });
  return { guild, help, general, supportDesk, staffRole, botRole, alice, bo, mei };
}
