/** GUILD_CREATE as one session gets it. */
import { GatewayIntentBits as Intent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { channelObject, guildObject } from '../world/channel-object.ts';
import { mayDo } from '../world/permissions.ts';
import type { Guild } from '../world/types.ts';
import type { World } from '../world/world.ts';

export function guildCreate(world: World, guild: Guild, intents: number): object {
  const bot = world.application.id;
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const members = [...guild.members.values()].filter(
    ({ user }) => intents & Intent.GuildMembers || user.id === bot,
  );
  const threads = channels.filter(
    (one) => one.thread?.metadata.archived === false && mayDo(world, one, bot, P.ViewChannel),
  );
  return {
    ...guildObject(guild),
    // Without this key discord.js takes the guild for unavailable, for ever.
    unavailable: false,
    large: false,
    joined_at: guild.members.get(bot)?.joined_at,
    member_count: guild.members.size,
    members,
    channels: channels.filter((one) => !one.thread).map((one) => channelObject(world, one)),
    threads: threads.map((one) => channelObject(world, one)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
