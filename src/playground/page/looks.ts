/** Questions to the page's state that several views ask. Pure. */
import type { APIMessage, Snapshot, WireChannel, WirePerson } from '../web/protocol.ts';
import { messageType } from './discord.ts';
import type { State } from './store.ts';
import type { Language } from './texts.ts';

export function personOf(seen: Snapshot, id: string): WirePerson | undefined {
  return seen.people.find((one) => one.id === id);
}

export function viewerOf(state: State): WirePerson | undefined {
  return state.seen === null ? undefined : personOf(state.seen, state.seen.viewer);
}

export function languageOf(state: State): Language {
  return state.language ?? (viewerOf(state)?.locale.startsWith('zh') === true ? 'zh' : 'en');
}

/** Staff look at their desk first, everybody else at the first channel. */
export function currentChannel({ seen, places }: State): WireChannel | undefined {
  if (seen === null) return undefined;
  const chosen = seen.channels.find(({ id }) => id === places[seen.viewer]);
  if (chosen !== undefined) return chosen;
  const isStaff = personOf(seen, seen.viewer)?.part === 'staff';
  return seen.channels.find(({ name }) => isStaff && name === 'support-desk') ?? seen.channels[0];
}

export function nameOf(seen: Snapshot, message: APIMessage): string {
  const { author } = message;
  return personOf(seen, author.id)?.name ?? author.global_name ?? author.username;
}

/** A message as it is now, where it is on the page; what another carries of it may be older. */
export function asItIsNow({ messages }: Snapshot, message: APIMessage): APIMessage {
  return messages[message.channel_id]?.find(({ id }) => id === message.id) ?? message;
}

/** The commands that are given a report; others speak of cases and settings. */
const takesReport: readonly unknown[] = ['error', 'Diagnose error'];

/** Whether a message of the bot answers a report: cards, words of staff and other commands do not. */
export function answersReport(message: APIMessage): boolean {
  const used = message.interaction_metadata;
  if (used !== undefined) return 'name' in used && takesReport.includes(used.name);
  return message.type === messageType.reply && isAnswer(message);
}

/**
 * What staff do is told in a reply to the report, too, and so is that somebody posts too much: neither has a title.
 * An answer that was set aside has lost its title by an edit, and names nobody.
 */
function isAnswer({ embeds, content, edited_timestamp: edited }: APIMessage): boolean {
  return embeds.some(({ title }) => title !== undefined) || (edited !== null && content === '');
}

/** Whether the bot answered that message, or it is such an answer itself. */
export function isAnswered({ messages, botId }: Snapshot, messageId: string): boolean {
  return Object.values(messages)
    .flat()
    .filter((one) => one.id === messageId || one.message_reference?.message_id === messageId)
    .some((one) => one.author.id === botId && answersReport(one));
}

/** The last report that the bot answered where this person can see it. */
export function lastReport({ messages, botId }: Snapshot): string | null {
  const answers = Object.values(messages)
    .flat()
    .filter((message) => message.author.id === botId && answersReport(message));
  const last = answers.reduce<APIMessage | null>(
    (latest, one) => (latest === null || BigInt(one.id) > BigInt(latest.id) ? one : latest),
    null,
  );
  return last === null ? null : reportOf(last);
}

/** The message that *Why?* explains: what the bot's answer replies to, or the answer to a command itself. */
export function reportOf(message: APIMessage): string {
  return message.message_reference?.message_id ?? message.id;
}
