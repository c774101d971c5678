/** Somebody types. */
import { present } from './present.ts';
import type { Channel } from './types.ts';
import { dispatch, type World } from './world.ts';

export function startTyping(world: World, channel: Channel, userId: string): void {
  const event = present({
    channel_id: channel.id,
    guild_id: channel.guildId ?? undefined,
    user_id: userId,
    timestamp: Math.floor(world.now() / 1000),
  });
  dispatch(world, 'TYPING_START', event, channel);
  world.events.emit('typing', { channelId: channel.id, userId });
}
