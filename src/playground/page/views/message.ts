/** One message with everything that hangs on it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { APIMessage } from '../../web/protocol.ts';
import { avatarOf } from '../avatar.ts';
import { flag, messageType } from '../discord.ts';
import { sizeOf } from '../files.ts';
import { answersReport, asItIsNow, languageOf, nameOf, reportOf, viewerOf } from '../looks.ts';
import { markdown } from '../markdown.ts';
import { clock, whenText } from '../time.ts';
import { answersView } from './answers.ts';
import { embedView } from './embed.ts';
import { aroundOf, type SeenPage, textsOf } from './page.ts';
import { rowView } from './rows.ts';

/** @param follows the message before it is by the same person, a moment ago */
export function messageView(page: SeenPage, message: APIMessage, follows: boolean): TemplateResult {
  const { state, seen } = page;
  const name = nameOf(seen, message);
  const at = new Date(message.timestamp);
  const language = languageOf(state);
  const when = whenText(at, new Date(), language);
  const flags = message.flags ?? 0;
  return html`<discord-message
    data-id=${message.id}
    role="article"
    aria-label=${`${name}, ${when}`}
    class=${(flags & flag.ephemeral) === 0 ? '' : 'ephemeral'}
    author=${name}
    avatar=${avatarOf(name)}
    timestamp=${follows ? clock(at, language) : when}
    ?bot=${message.author.bot === true}
    ?message-body-only=${follows}
    ?highlight=${message.mentions.some(({ id }) => id === seen.viewer)}
    @contextmenu=${openMenu(page, message)}
  >
    ${answersView(page, message)}
    <span class="content">${contentView(page, message)}</span>
    ${message.attachments.map((file) => attachmentView(file))}
    ${shownOf(page, message).embeds.map((embed) => embedView(page, embed))}
    ${(message.components ?? []).map((row) => rowView(page, message, row))} ${threadView(page, message)}
    ${toolsView(page, message, name)}
  </discord-message>`;
}

function contentView(page: SeenPage, message: APIMessage): unknown {
  const words = textsOf(page);
  if (((message.flags ?? 0) & flag.loading) !== 0)
    return html`<i class="quiet">${words.thinking(nameOf(page.seen, message))}</i>`;
  if (message.type === messageType.threadStarter && message.referenced_message === null)
    return html`<i class="quiet">${words.gone}</i>`;
  return html`${markdown(shownOf(page, message).content, aroundOf(page))}${
    message.edited_timestamp === null ? nothing : html` <small class="quiet">${words.edited}</small>`
  }`;
}

/** A thread begins with the message it hangs on: that one's words and embeds, without its buttons. */
function shownOf({ seen }: SeenPage, message: APIMessage): APIMessage {
  const starter = message.type === messageType.threadStarter ? message.referenced_message : null;
  return starter ? asItIsNow(seen, starter) : message;
}

const picture = /\.(jpe?g|png|gif|webp)$/i;

function attachmentView({ filename, size, url }: APIMessage['attachments'][number]): TemplateResult {
  const { amount, unit } = sizeOf(size);
  const file = picture.test(filename)
    ? html`<discord-image-attachment url=${url} alt=${filename}></discord-image-attachment>`
    : html`<discord-file-attachment
        name=${filename}
        bytes=${amount}
        bytes-unit=${unit}
        href=${url}
        target="_blank"
        rel="noreferrer noopener"
      ></discord-file-attachment>`;
  return html`<discord-attachments slot="attachments">${file}</discord-attachments>`;
}

function threadView(page: SeenPage, { thread }: APIMessage): TemplateResult | typeof nothing {
  if (thread === undefined || !('name' in thread)) return nothing;
  return html`<button
    type="button"
    slot="thread"
    class="thread"
    @click=${() => {
      page.actions.open(thread.id);
    }}
  >
    <b>${thread.name}</b> ${textsOf(page).openThread} ›
  </button>`;
}

/** Below and beside: who else sees it, and what can be done with it. */
function toolsView(page: SeenPage, message: APIMessage, name: string): TemplateResult {
  const { state, seen, actions } = page;
  const words = textsOf(page);
  const ephemeral = ((message.flags ?? 0) & flag.ephemeral) !== 0;
  const explains =
    viewerOf(state)?.part === 'staff' && message.author.id === seen.botId && answersReport(message);
  return html`
    ${
      ephemeral
        ? html`<p slot="thread" class="only-you">
            ${words.onlyYou} ·
            <button
              type="button"
              class="link"
              @click=${() => {
                actions.dismiss(message);
              }}
            >
              ${words.dismiss}
            </button>
          </p>`
        : nothing
    }
    <span class="tools">
      ${
        explains
          ? html`<button
              type="button"
              @click=${() => {
                actions.explain(reportOf(message));
              }}
            >
              ${words.why}
            </button>`
          : nothing
      }
      <button
        type="button"
        aria-haspopup="menu"
        aria-label=${words.actionsFor(name)}
        @click=${openMenu(page, message)}
      >
        ⋯
      </button>
    </span>
  `;
}

function openMenu({ actions }: SeenPage, message: APIMessage): (event: MouseEvent) => void {
  return (event) => {
    event.preventDefault();
    const box = (event.target as Element).getBoundingClientRect();
    // A key has no place: the menu then opens at what has the focus.
    const at = event.clientX === 0 ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY };
    actions.openMenu({ message, ...at });
  };
}
