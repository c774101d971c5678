/** Where a message is, for people to click. */
import type { MessageRef, Report } from '../../escalation/report.ts';

export function messageLink(guildId: string | null, { channelId, messageId }: MessageRef): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;
}

/** The message of a report. A command has none of its own: there it is the answer; null while there is none. */
export function placeOf({ kind, channelId, source, answer }: Report): MessageRef | null {
  return kind === 'command' ? answer : { channelId, messageId: source };
}
