/** Channels, guilds and members in the shapes of Discord's API. */
import type { APIChannel, APIGuild, APIGuildMember, APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { findPerson } from './find.ts';
import { present } from './present.ts';
import type { Channel, Guild } from './types.ts';
import type { World } from './world.ts';

export function channelObject(world: World, channel: Channel): APIChannel {
  if (channel.type === ChannelType.DM) return directMessageObject(world, channel);
  if (channel.thread) return threadObject(channel);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId ?? '',
    name: channel.name ?? '',
    topic: channel.topic,
    parent_id: channel.parentId,
    position: channel.position,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: channel.rateLimitPerUser,
    last_message_id: channel.lastMessageId,
    permission_overwrites: [...channel.overwrites.values()],
  } as unknown as APIChannel;
}

function directMessageObject(world: World, channel: Channel): APIChannel {
  return {
    id: channel.id,
    type: ChannelType.DM,
    flags: 0,
    last_message_id: channel.lastMessageId,
    recipients: channel.recipientId ? [findPerson(world, channel.recipientId).user] : [],
  } as unknown as APIChannel;
}

function threadObject(channel: Channel): APIChannel {
  const thread = channel.thread;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId ?? '',
    parent_id: channel.parentId ?? '',
    name: channel.name ?? '',
    owner_id: thread?.ownerId ?? '',
    thread_metadata: thread?.metadata,
    message_count: thread?.messageCount ?? 0,
    total_message_sent: thread?.messageCount ?? 0,
    member_count: Math.min(50, thread?.memberIds.size ?? 0),
    rate_limit_per_user: channel.rateLimitPerUser,
    last_message_id: channel.lastMessageId,
    flags: 0,
  } as unknown as APIChannel;
}

export function guildObject(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.preferredLocale,
    roles: [...guild.roles.values()],
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    region: 'local',
    home_header: null,
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    nsfw: false,
    features: ['COMMUNITY'],
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    hub_type: null,
    incidents_data: null,
  } as unknown as APIGuild;
}

/** The member that rides along with an event: without its user, which the event carries already. */
export function memberWithoutUser(member: APIGuildMember & { user: APIUser }): APIGuildMember {
  return present({ ...member, user: undefined }) as unknown as APIGuildMember;
}
