/** The line one writes in, with the button that adds files and the one that sends. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { longest } from '../files.ts';
import { type SeenPage, textsOf } from './page.ts';

export interface WriteLine {
  /** The channel, as it is called. */
  readonly channel: string;
  readonly text: string;
  /** A message that was sent is being changed. */
  readonly editing: boolean;
  /** The command of the open list that the arrows are on: null without a list, -1 in an empty one. */
  readonly active: number | null;
  readonly onInput: (event: Event) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly attach: (files: FileList | null) => void;
  readonly send: () => void;
}

export function writeLineView(page: SeenPage, line: WriteLine): TemplateResult {
  const words = textsOf(page);
  const label = words.composer(line.channel);
  const listed = line.active !== null;
  return html`<div class="composer">
      ${line.editing ? nothing : attachView(words.attach, line.attach)}
      <textarea
        rows="1"
        role=${listed ? 'combobox' : nothing}
        aria-expanded=${listed ? 'true' : nothing}
        aria-controls=${listed ? 'picker' : nothing}
        aria-activedescendant=${listed && line.active >= 0 ? `pick-${line.active}` : nothing}
        aria-label=${label}
        placeholder=${label}
        .value=${live(line.text)}
        @input=${line.onInput}
        @keydown=${line.onKey}
        @paste=${line.onPaste}
      ></textarea>
      <button type="button" class="primary" @click=${line.send}>${words.send}</button>
    </div>
    ${line.text.length > longest ? longView(line.editing ? words.editTooLong : words.tooLong) : nothing}`;
}

/** Files cannot be added to a message later. */
function attachView(label: string, attach: WriteLine['attach']): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
  };
  const chosen = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    attach(input.files);
    input.value = '';
  };
  return html`<button type="button" class="icon" aria-label=${label} @click=${choose}>+</button>
    <input type="file" multiple hidden @change=${chosen} />`;
}

function longView(text: string): TemplateResult {
  return html`<p class="quiet" role="status">${text}</p>`;
}
