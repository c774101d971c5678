/** Real pastes by cause: one click puts one into the composer. */
import { html, nothing, type TemplateResult } from 'lit';
import type { GalleryEntry } from '../../web/protocol.ts';
import { languageOf } from '../looks.ts';
import { type SeenPage, textsOf } from './page.ts';

export function galleryView(page: SeenPage): TemplateResult {
  return html`<p class="lead">${textsOf(page).galleryLead}</p>
    <ul class="gallery">
      ${page.state.gallery.map((entry) => entryView(page, entry))}
    </ul>`;
}

function entryView(page: SeenPage, { status, title, examples }: GalleryEntry): TemplateResult {
  const words = textsOf(page);
  const [first, ...more] = examples;
  const name = title[languageOf(page.state)];
  return html`<li>
    <h3>
      ${status.length === 0 ? nothing : html`<span class="status">${status.join(' · ')}</span>`} ${name}
    </h3>
    ${first === undefined ? nothing : exampleView(page, name, first)}
    ${
      more.length === 0
        ? nothing
        : html`<details>
            <summary>${words.pasteMore(more.length)}</summary>
            ${more.map((example) => exampleView(page, name, example))}
          </details>`
    }
  </li>`;
}

function exampleView(page: SeenPage, title: string, example: string): TemplateResult {
  const words = textsOf(page);
  return html`<button
    type="button"
    class="example"
    title=${words.pasteThis(title)}
    @click=${() => {
      page.actions.change({ paste: { text: example }, editing: null, drawer: null });
    }}
  >
    <span>${example}</span>
  </button>`;
}
