/** Where a message is, for people to click. */
import { type MessageRef, nobody, type Report } from '../../escalation/report.ts';

export function messageLink(guildId: string | null, { channelId, messageId }: MessageRef): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;
}

/**
 * The message of a report. A command has none of its own: there it is the answer. Null while there is none, and when it
 * was forgotten.
 */
export function placeOf({ kind, channelId, source, answer, reporterId }: Report): MessageRef | null {
  if (reporterId === nobody) return null;
  return kind === 'command' ? answer : { channelId, messageId: source };
}
