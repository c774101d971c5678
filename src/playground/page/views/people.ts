/** Whom to play: the page then shows what that person sees. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import type { WirePerson } from '../../web/protocol.ts';
import { avatarOf } from '../avatar.ts';
import { type SeenPage, textsOf } from './page.ts';

export function peopleView(page: SeenPage): TemplateResult {
  const people = page.seen.people.filter(({ part }) => part !== 'bot');
  return html`<fieldset class="people">
    <legend>${textsOf(page).playAs}</legend>
    ${repeat(
      people,
      ({ id }) => id,
      (person) => personView(page, person),
    )}
  </fieldset>`;
}

function personView(page: SeenPage, { id, name, part }: WirePerson): TemplateResult {
  const { state, seen, actions } = page;
  const words = textsOf(page);
  const waiting = state.waiting[id] ?? 0;
  return html`<label>
    <input
      type="radio"
      name="person"
      .checked=${live(seen.viewer === id)}
      @change=${() => void actions.become(id)}
    />
    <img src=${avatarOf(name)} alt="" width="32" height="32" />
    <span><b>${name}</b><small>${words.parts[part]}</small></span>
    ${waiting > 0 ? html`<span class="badge" aria-label=${words.waiting(waiting)}>${waiting}</span>` : nothing}
  </label>`;
}
