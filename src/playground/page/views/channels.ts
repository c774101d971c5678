/** The channels that the person sees, threads below their channel, and the direct messages with the bot. */
import { html, nothing, type TemplateResult } from 'lit';
import type { WireChannel } from '../../web/protocol.ts';
import { currentChannel } from '../looks.ts';
import { type SeenPage, textsOf } from './page.ts';

export function channelsView(page: SeenPage): TemplateResult {
  const { channels } = page.seen;
  const threadsOf = (id: string) => channels.filter(({ parentId }) => parentId === id);
  const rows = channels
    .filter(({ kind }) => kind === 'text')
    .flatMap((channel) => [channel, ...threadsOf(channel.id)]);
  const direct = channels.filter(({ kind }) => kind === 'direct');
  const words = textsOf(page);
  return html`
    <ul class="channels">
      ${rows.map((channel) => row(page, channel))}
    </ul>
    <h2>${words.directMessages}</h2>
    <ul class="channels">
      ${direct.map((channel) => row(page, channel))}
    </ul>
  `;
}

export function channelLabel({ kind, name }: WireChannel): string {
  return kind === 'direct' ? `@${name}` : kind === 'thread' ? `› ${name}` : `#${name}`;
}

function row(page: SeenPage, channel: WireChannel): TemplateResult {
  const { state, actions } = page;
  const unread = state.unread[channel.id] ?? 0;
  const here = currentChannel(state)?.id === channel.id;
  return html`<li class=${channel.kind}>
    <button
      type="button"
      aria-current=${here ? 'page' : nothing}
      class=${unread > 0 ? 'unread' : ''}
      @click=${() => {
        actions.open(channel.id);
      }}
    >
      <span>${channelLabel(channel)}</span>
      ${unread > 0 ? html`<span class="badge" aria-label=${textsOf(page).waiting(unread)}>${unread}</span>` : nothing}
    </button>
  </li>`;
}
