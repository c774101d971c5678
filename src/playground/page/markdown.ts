/**
 * Discord's Markdown → what is drawn. The parser yields a tree; each of its leaves is put in as text, never as markup,
 * and a link leads to http(s) or is no link.
 */
import { parse } from 'discord-markdown-parser';
import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../web/protocol.ts';
import { withBullets } from './lists.ts';
import { personOf } from './looks.ts';
import { type Language, texts } from './texts.ts';
import { stampText } from './time.ts';

/** What the text may refer to. */
export interface Around {
  readonly seen: Snapshot;
  readonly language: Language;
  readonly now: Date;
  readonly inEmbed?: boolean;
  readonly jump: (channelId: string, messageId: string) => void;
  readonly open: (channelId: string) => void;
}

export interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly id?: string;
  readonly name?: string;
  readonly timestamp?: string;
  readonly format?: string;
}

type Drawn = TemplateResult | string | typeof nothing | readonly Drawn[];

export function markdown(text: string, around: Around): Drawn {
  return draw(withBullets(parse(text, 'extended')), around);
}

function draw(content: Node['content'], around: Around): Drawn {
  if (content === undefined) return nothing;
  if (typeof content === 'string') return content;
  return content.filter(isSeen).map((node, place, all) => {
    const drawn = drawNode(node, around);
    // The parser takes the break after it for a part of it.
    return node.type === 'subtext' && place < all.length - 1 ? [drawn, '\n'] : drawn;
  });
}

/** A block ends its line by itself: the break after it would be a second one. */
function isSeen({ type }: Node, place: number, all: readonly Node[]): boolean {
  return type !== 'br' || all[place - 1]?.type !== 'codeBlock';
}

function drawNode(node: Node, around: Around): Drawn {
  const inner = (): Drawn => draw(node.content, around);
  switch (node.type) {
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<discord-code ?embed=${around.inEmbed}>${inner()}</discord-code>`;
    case 'codeBlock':
      return html`<discord-code multiline ?embed=${around.inEmbed}>${inner()}</discord-code>`;
    case 'blockQuote':
      return html`<blockquote>${draw(inQuote(node.content), around)}</blockquote>`;
    case 'spoiler':
      return html`<span class="spoiler" tabindex="0">${inner()}</span>`;
    case 'heading':
      return html`<p class="heading">${inner()}</p>`;
    case 'subtext':
      return html`<small>${inner()}</small>`;
    case 'link':
    case 'url':
    case 'autolink':
      return drawLink(node.target ?? '', inner(), around);
    case 'user':
      return mention('user', nameFor(node, around.seen), around, node.id);
    case 'role':
      return mention('role', nameFor(node, around.seen), around);
    case 'everyone':
    case 'here':
      return mention('role', node.type, around);
    case 'channel':
      return drawChannel(node.id ?? '', around);
    case 'timestamp':
      return drawStamp(node, around);
    case 'emoji':
      return `:${node.name ?? ''}:`;
    case 'twemoji':
      return node.name ?? '';
    case 'slashCommand':
      return html`<code>/${node.name ?? ''}</code>`;
    case 'br':
    case 'newline':
      return '\n';
    default:
      return inner();
  }
}

function inQuote(content: Node['content']): Node['content'] {
  return typeof content === 'object' ? withBullets(content) : content;
}

const messageLink = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)$/;

/** A link to a message of this server leads there within the page; another opens a page of its own. */
function drawLink(target: string, content: Drawn, around: Around): Drawn {
  const [, channelId, messageId] = messageLink.exec(target) ?? [];
  if (channelId !== undefined && messageId !== undefined) {
    const name = around.seen.channels.find(({ id }) => id === channelId)?.name;
    const shown = content === nothing || isBare(content, target) ? `#${name ?? '…'} ›` : content;
    return html`<button
      type="button"
      class="link"
      @click=${() => {
        around.jump(channelId, messageId);
      }}
    >
      ${shown}
    </button>`;
  }
  if (!/^https?:\/\//i.test(target)) return content;
  return html`<a
    href=${target}
    target="_blank"
    rel="noopener noreferrer"
    title=${`${target} (${texts[around.language].linkOutside})`}
    >${content}</a
  >`;
}

/** A link that stands for itself, without a text of its own. */
function isBare(content: Drawn, target: string): boolean {
  return content === target || (Array.isArray(content) && content.length === 1 && content[0] === target);
}

/** The name of whom a mention is of; what is not known shows its id. */
export function nameFor({ type, id = '' }: Node, seen: Snapshot): string {
  const known = type === 'role' ? seen.roles.find((one) => one.id === id) : personOf(seen, id);
  return known?.name ?? id;
}

function mention(type: 'user' | 'role', name: string | undefined, { seen }: Around, id?: string): Drawn {
  const isViewer = id !== undefined && id === seen.viewer;
  return html`<discord-mention type=${type} ?highlight=${isViewer}>${name ?? ''}</discord-mention>`;
}

function drawChannel(id: string, { seen, open }: Around): Drawn {
  const channel = seen.channels.find((one) => one.id === id);
  if (channel === undefined) return '#…';
  return html`<button
    type="button"
    class="link"
    @click=${() => {
      open(id);
    }}
  >
    #${channel.name}
  </button>`;
}

function drawStamp({ timestamp, format }: Node, { now, language }: Around): Drawn {
  const seconds = Number(timestamp);
  const full = stampText(seconds, 'F', now, language);
  return html`<time class="stamp" title=${full}>${stampText(seconds, format ?? '', now, language)}</time>`;
}
