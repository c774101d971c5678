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
export function answersReport({ type, message_reference: reference, ...message }: APIMessage): boolean {
  const used = message.interaction_metadata;
  if (used !== undefined) return 'name' in used && takesReport.includes(used.name);
  return reference !== undefined && type !== messageType.threadStarter && type !== messageType.threadCreated;
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
