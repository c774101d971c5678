/** Cutting a message down to what an application without MESSAGE_CONTENT may read of it. */
import type { APIMessage } from 'discord-api-types/v10';
import type { World } from './world.ts';

/** Own messages, DMs and messages that mention the bot are readable always. */
export function mayReadContent(world: World, message: APIMessage): boolean {
  const bot = world.application.id;
  return (
    message.author.id === bot ||
    message.application_id === bot ||
    world.channels.get(message.channel_id)?.guildId === null ||
    message.mentions.some((user) => user.id === bot)
  );
}

/** Replied-to messages inside are judged on their own; forwarded ones share the fate of the message. */
export function withoutContent<T extends APIMessage>(world: World, message: T): T {
  const { referenced_message: replied } = message;
  const inner = replied ? { referenced_message: withoutContent(world, replied) } : {};
  if (mayReadContent(world, message)) return { ...message, ...inner };
  const blank = { content: '', embeds: [], attachments: [], components: [] };
  const snapshots = message.message_snapshots?.map((one) => ({
    ...one,
    message: { ...one.message, ...blank },
  }));
  return { ...message, ...inner, ...blank, ...(snapshots ? { message_snapshots: snapshots } : {}) };
}
