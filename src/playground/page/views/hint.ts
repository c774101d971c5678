/** Three steps for whoever comes for the first time; each is ticked off when it has happened. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../../web/protocol.ts';
import { type SeenPage, textsOf } from './page.ts';

export function hintView(page: SeenPage): TemplateResult | typeof nothing {
  const { state, seen, actions } = page;
  if (state.hint.closed) return nothing;
  const words = textsOf(page);
  const done = progress(seen, state.hint.claimed);
  const example = state.gallery[0]?.examples[0];
  return html`<section class="hint" aria-label=${words.hintTitle}>
    <b>${words.hintTitle}</b>
    <ol>
      ${words.hintSteps.map((step, index) => html`<li value=${index + 1} class=${done[index] === true ? 'done' : ''}>${step}</li>`)}
    </ol>
    ${state.hint.claimed ? html`<p role="status">${seen.viewer === seen.people[0]?.id ? words.hintTold : words.hintDone}</p>` : nothing}
    ${
      done[0] === true || example === undefined
        ? nothing
        : html`<button
            type="button"
            class="primary"
            @click=${() => {
              actions.change({ paste: { text: example }, editing: null });
            }}
          >
            ${words.startWithExample}
          </button>`
    }
    <button
      type="button"
      class="icon"
      aria-label=${words.hintClose}
      @click=${() => {
        actions.change({ hint: { ...state.hint, closed: true } });
        document.querySelector<HTMLElement>('play-composer textarea')?.focus();
      }}
    >
      ×
    </button>
  </section>`;
}

function progress({ messages, botId }: Snapshot, claimed: boolean): boolean[] {
  const all = Object.values(messages).flat();
  const asked = all.some(({ author }) => author.id !== botId);
  const answered = all.some(({ author }) => author.id === botId);
  return [asked || answered || claimed, answered || claimed, claimed];
}
