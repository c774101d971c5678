/** Takes an answer away. */
import type { Client } from 'discord.js';
import type { MessageRef } from '../../escalation/report.ts';
import { isForbidden, isGone } from '../api-errors.ts';

/** Succeeds also when it is gone already, or the channel is. */
export async function deleteAnswer(client: Client, { channelId, messageId }: MessageRef): Promise<void> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (channel?.isTextBased() === true) await channel.messages.delete(messageId);
  } catch (error) {
    if (!isGone(error) && !isForbidden(error)) throw error;
  }
}
