/** The message that holds an answer: is it there, and taking it away. */
import type { Client } from 'discord.js';
import type { MessageRef } from '../../escalation/report.ts';
import { isForbidden, isGone } from '../api-errors.ts';

export async function messageExists(client: Client, { channelId, messageId }: MessageRef): Promise<boolean> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isTextBased() !== true) return false;
    await channel.messages.fetch({ message: messageId, force: true });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    if (isForbidden(error)) return true;
    throw error;
  }
}

/** Succeeds also when it is gone already, or the channel is. */
export async function deleteAnswer(client: Client, { channelId, messageId }: MessageRef): Promise<void> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isTextBased() === true) await channel.messages.delete(messageId);
  } catch (error) {
    if (!isGone(error) && !isForbidden(error)) throw error;
  }
}
