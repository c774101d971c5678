/** What stands above the line one writes in: the commands that fit, what is replied to or edited, the files to go. */
import { html, nothing, type TemplateResult } from 'lit';
import { mostFiles, sizeText } from '../files.ts';
import { nameOf } from '../looks.ts';
import type { Pick } from '../slash.ts';
import { type SeenPage, textsOf } from './page.ts';

export interface Picker {
  readonly picks: readonly Pick[];
  /** Which of them the arrows are on. */
  readonly active: number;
  readonly pick: (pick: Pick) => void;
}

export function pickerView(page: SeenPage, { picks, active, pick }: Picker): TemplateResult {
  const words = textsOf(page);
  const none = html`<li class="quiet" role="option" aria-selected="false">${words.noCommand}</li>`;
  const rows = picks.map(
    (one, index) =>
      html`<li
        role="option"
        id=${`pick-${index}`}
        aria-selected=${index === active}
        @click=${() => {
          pick(one);
        }}
      >
        <b>/${one.name}</b> <span>${one.description}</span>
      </li>`,
  );
  return html`<ul id="picker" class="picker" role="listbox" aria-label=${words.commands}>
    ${picks.length === 0 ? none : rows}
  </ul>`;
}

export function aboveView(page: SeenPage, leave: () => void): TemplateResult | typeof nothing {
  const { replyTo, editing } = page.state;
  const words = textsOf(page);
  if (replyTo === null && editing === null) return nothing;
  return html`<p class="above">
    <span>${replyTo === null ? words.editingNote : words.replyingTo(nameOf(page.seen, replyTo))}</span>
    <button type="button" class="link" @click=${leave}>${words.cancel}</button>
  </p>`;
}

export function filesView(
  page: SeenPage,
  files: readonly File[],
  takeAway: (file: File) => void,
): TemplateResult | typeof nothing {
  const words = textsOf(page);
  if (files.length === 0) return nothing;
  return html`<ul class="files">
    ${files.map(
      (file) =>
        html`<li>
          <span>${file.name}</span> <small>${sizeText(file.size)}</small>
          <button
            type="button"
            class="icon"
            aria-label=${words.removeFile(file.name)}
            @click=${() => {
              takeAway(file);
            }}
          >
            ×
          </button>
        </li>`,
    )}
    ${files.length > mostFiles ? html`<li role="status">${words.tooManyFiles}</li>` : nothing}
  </ul>`;
}
