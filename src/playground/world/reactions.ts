/** Reactions to messages: who put which emoji. */
import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import { present } from './present.ts';
import type { Channel } from './types.ts';
import { dispatch, type World } from './world.ts';

export interface Reacting {
  channel: Channel;
  message: APIMessage;
  userId: string;
  emoji: string;
}

export function react(world: World, { channel, message, userId, emoji }: Reacting): void {
  const users = reactors(world, message.id, emoji);
  if (users.has(userId)) return;
  users.add(userId);
  refresh(world, channel, message);
  tellReaction(world, 'MESSAGE_REACTION_ADD', { channel, message, userId, emoji });
}

export function unreact(world: World, { channel, message, userId, emoji }: Reacting): void {
  if (!reactors(world, message.id, emoji).delete(userId)) return;
  refresh(world, channel, message);
  tellReaction(world, 'MESSAGE_REACTION_REMOVE', { channel, message, userId, emoji });
}

function reactors(world: World, messageId: string, emoji: string): Set<string> {
  const all = world.reactions.get(messageId) ?? new Map<string, Set<string>>();
  world.reactions.set(messageId, all);
  const users = all.get(emoji) ?? new Set<string>();
  all.set(emoji, users);
  return users;
}

/** A reaction is no edit: the message changes, but no MESSAGE_UPDATE tells of it. */
function refresh(world: World, channel: Channel, message: APIMessage): void {
  const shown = [...(world.reactions.get(message.id) ?? [])].flatMap(([emoji, users]) =>
    users.size === 0 ? [] : [reactionObject(world, emoji, users)],
  );
  const reactions = shown.length > 0 ? shown : undefined;
  world.messages.get(channel.id)?.set(message.id, present<APIMessage>({ ...message, reactions }));
}

function reactionObject(world: World, emoji: string, users: Set<string>): APIReaction {
  return {
    emoji: { id: null, name: emoji },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(world.application.id),
    me_burst: false,
    burst_colors: [],
  };
}

function tellReaction(world: World, t: string, { channel, message, userId, emoji }: Reacting): void {
  const event = present({
    user_id: userId,
    channel_id: channel.id,
    message_id: message.id,
    message_author_id: message.author.id,
    guild_id: channel.guildId ?? undefined,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
  });
  dispatch(world, t, event, channel);
}
