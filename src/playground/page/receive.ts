/** What the server tells → what the page knows. Pure. */
import type { APIMessage, ServerMessage, Snapshot } from '../web/protocol.ts';
import { currentChannel } from './looks.ts';
import { initial, type State } from './store.ts';

/** Older ones leave the page. */
const mostMessages = 500;

export function receive(state: State, told: ServerMessage): Partial<State> {
  const { seen } = state;
  if (told.type === 'snapshot') return shown(state, told);
  if (seen === null) return {};
  switch (told.type) {
    case 'message':
      return heard(state, seen, told.message);
    case 'gone':
      return { seen: withoutMessage(seen, told.id) };
    case 'channels':
      return { seen: { ...seen, channels: told.channels } };
    case 'elsewhere':
      return {
        waiting: {
          ...state.waiting,
          ...Object.fromEntries(told.people.map((id) => [id, (state.waiting[id] ?? 0) + 1])),
        },
      };
    case 'response':
      return {};
  }
}

/** Another person looks at the page: nothing half-done of the last one stays. Nor does anything of another world. */
function shown(state: State, seen: Snapshot): Partial<State> {
  const known = { seen, world: seen.guild.id, person: seen.viewer };
  if (state.world !== null && state.world !== known.world) return { ...begunAnew(state), ...known };
  const samePerson = state.seen?.viewer === seen.viewer;
  const waiting = without(state.waiting, seen.viewer);
  return samePerson
    ? { ...known, waiting }
    : { ...known, waiting, unread: {}, replyTo: null, editing: null, form: null, menu: null };
}

/** The playground has begun anew: what stays is how the page looks. */
function begunAnew(state: State): State {
  const { connected, language, theme, chosenTheme, gallery, hint } = state;
  return {
    ...initial,
    connected,
    language,
    theme,
    chosenTheme,
    gallery,
    hint: { ...hint, claimed: false },
  };
}

/** The counts of all but one. */
export function without(counts: State['unread'], id: string): State['unread'] {
  return Object.fromEntries(Object.entries(counts).filter(([key]) => key !== id));
}

function heard(state: State, seen: Snapshot, message: APIMessage): Partial<State> {
  const channelId = message.channel_id;
  const before = seen.messages[channelId] ?? [];
  const known = before.some(({ id }) => id === message.id);
  const after = known
    ? before.map((one) => (one.id === message.id ? message : one))
    : [...before, message].slice(-mostMessages);
  const patch = { seen: withMessages(seen, channelId, after) };
  if (known || currentChannel(state)?.id === channelId || message.author.id === seen.viewer) return patch;
  return { ...patch, unread: { ...state.unread, [channelId]: (state.unread[channelId] ?? 0) + 1 } };
}

/** Replies to it, also those in a thread, forget what it said. */
function withoutMessage(seen: Snapshot, id: string): Snapshot {
  const left = Object.entries(seen.messages).map(([channelId, messages]) => [
    channelId,
    messages
      .filter((one) => one.id !== id)
      .map((one) => (one.referenced_message?.id === id ? { ...one, referenced_message: null } : one)),
  ]);
  return { ...seen, messages: Object.fromEntries(left) as Snapshot['messages'] };
}

function withMessages(seen: Snapshot, channelId: string, messages: readonly APIMessage[]): Snapshot {
  return { ...seen, messages: { ...seen.messages, [channelId]: messages } };
}
