/** The messages of one channel, the newest at the bottom and in view. */
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { APIMessage, WireChannel } from '../../web/protocol.ts';
import { flag, messageType } from '../discord.ts';
import { stayAtEnd } from '../stay-at-end.ts';
import { channelLabel } from './channels.ts';
import { messageView } from './message.ts';
import { type SeenPage, textsOf } from './page.ts';

/** Discord draws messages of one author within this time as one. */
const togetherMs = 7 * 60_000;

export function messagesView(page: SeenPage, channel: WireChannel): TemplateResult {
  const { state, seen, actions } = page;
  const words = textsOf(page);
  const label = channelLabel(channel);
  const messages = (seen.messages[channel.id] ?? []).filter(({ id }) => !state.dismissed.has(id));
  return html`<div
    id="messages"
    class="messages"
    role="log"
    aria-live="polite"
    aria-label=${words.messagesOf(label)}
    tabindex="0"
    ${stayAtEnd({
      place: `${seen.viewer} ${channel.id}`,
      own: messages.findLast((message) => isOwn(message, seen.viewer))?.id ?? null,
      marked: state.marked,
      seen: () => {
        actions.change({ marked: null });
      },
    })}
  >
    <p class="beginning">${words.beginning(label)}</p>
    <discord-messages ?light-theme=${state.theme === 'light'} no-background>
      ${repeat(
        messages,
        ({ id }) => id,
        (message, index) => messageView(page, message, follows(messages[index - 1], message)),
      )}
    </discord-messages>
  </div>`;
}

function isOwn({ author, interaction_metadata: used }: APIMessage, viewer: string): boolean {
  return author.id === viewer || used?.user.id === viewer;
}

function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & flag.ephemeral) !== 0;
}

function follows(before: APIMessage | undefined, message: APIMessage): boolean {
  return (
    before?.author.id === message.author.id &&
    message.message_reference === undefined &&
    message.interaction_metadata === undefined &&
    before.type !== messageType.threadStarter &&
    isEphemeral(before) === isEphemeral(message) &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < togetherMs
  );
}
