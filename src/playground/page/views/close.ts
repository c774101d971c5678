/** The button that closes the column it stands in, where columns lie over the page. */
import { html, type TemplateResult } from 'lit';
import { closeDrawer } from '../drawers.ts';
import { type SeenPage, textsOf } from './page.ts';

export function closeView(page: SeenPage): TemplateResult {
  return html`<button
    type="button"
    class="icon close"
    aria-label=${textsOf(page).close}
    @click=${() => {
      closeDrawer(page.actions, page.state);
    }}
  >
    ×
  </button>`;
}
