/**
 * The library's elements as the page uses them, and what it lacks: Discord's present colours, contrast that everybody
 * can read, and a visible focus. Their styles are in shadow trees, where the page's style sheet does not reach.
 */
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-messages.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordFileAttachment } from '@skyra/discord-components-core/discord-file-attachment.js';
import { DiscordImageAttachment } from '@skyra/discord-components-core/discord-image-attachment.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { css, type CSSResult, type LitElement } from 'lit';

const refinements: readonly (readonly [typeof LitElement, CSSResult])[] = [
  [
    DiscordMessage,
    css`
      :host {
        color: var(--text) !important;
        line-height: 1.375rem;
      }
      .discord-message-timestamp {
        color: var(--muted) !important;
        margin-left: 0.5rem;
      }
      .discord-message-inner-center {
        align-items: flex-start;
      }
      .discord-message-body-only-indent {
        flex: none;
        margin-left: 0;
        white-space: nowrap;
      }
      .discord-message-content {
        min-width: 0;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      .discord-author-info .discord-author-username {
        color: var(--strong) !important;
      }
      .discord-application-tag {
        background-color: var(--brand) !important;
      }
    `,
  ],
  [
    DiscordButton,
    css`
      :host > *:first-child {
        height: auto;
        border-radius: 8px;
        padding: 2px 14px;
        min-height: 30px;
      }
      .primary {
        background-color: var(--brand);
      }
      .success {
        background-color: #1f7a3d;
      }
      .success.hoverable:hover {
        background-color: #17602f;
      }
      .destructive {
        background-color: #c9353a;
      }
      .secondary {
        color: var(--strong);
        background-color: var(--secondary);
      }
      .secondary.hoverable:hover {
        background-color: var(--secondary-hover);
      }
      :focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ],
  [
    DiscordCode,
    css`
      :host {
        background-color: transparent;
      }
      code,
      :host([multiline]) code,
      :host([embed]) code,
      :host([embed][multiline]) code {
        box-sizing: border-box;
        margin: 0;
        max-width: 100%;
        color: var(--text);
        background-color: var(--code);
        border-color: var(--line);
        overflow-wrap: anywhere;
      }
      :host([multiline]) code {
        width: fit-content;
        min-width: 50%;
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host {
        color: var(--text) !important;
      }
      :host .discord-embed-root {
        min-width: 0;
      }
      :host .discord-embed-wrapper {
        background-color: var(--embed) !important;
        border-color: var(--line) !important;
      }
      :host .discord-embed-wrapper .discord-embed-grid {
        min-width: 0;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ],
  [
    DiscordEmbedField,
    css`
      :host {
        overflow-wrap: anywhere;
      }
    `,
  ],
  [
    DiscordEmbedFields,
    css`
      @media (max-width: 30rem) {
        ::slotted([inline-index]) {
          grid-column: 1/13 !important;
        }
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host,
      :host([light-theme]) {
        color: var(--muted) !important;
      }
    `,
  ],
  [
    DiscordFileAttachment,
    css`
      .discord-file-attachment-mosaic-style {
        background-color: var(--embed) !important;
        border-color: var(--line) !important;
      }
      .discord-file-attachment-metadata {
        color: var(--muted);
      }
    `,
  ],
  [
    DiscordImageAttachment,
    css`
      img {
        max-width: 100%;
        height: auto;
      }
    `,
  ],
  [
    DiscordMention,
    css`
      :host {
        color: var(--mention) !important;
        background-color: var(--mention-back) !important;
      }
    `,
  ],
  [
    DiscordReply,
    css`
      :host {
        color: var(--muted) !important;
        min-width: 0;
        overflow: hidden;
      }
      .discord-replied-message-username {
        color: var(--text) !important;
        opacity: 1;
      }
      .discord-replied-message-content {
        overflow: hidden;
        cursor: default;
      }
      .discord-replied-message-content:hover {
        color: inherit !important;
      }
      .discord-application-tag {
        background-color: var(--brand) !important;
      }
    `,
  ],
];

/** Once, before the first of them is drawn. */
export function refineLook(): void {
  for (const [element, styles] of refinements) element.elementStyles = [...element.elementStyles, styles];
}
