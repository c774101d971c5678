/** The side panel: one of its tabs on show. */
import { html, nothing, type TemplateResult } from 'lit';
import { closeView } from './close.ts';
import { type PanelTab, panelTabs } from './panel-tabs.ts';
import { type SeenPage, textsOf } from './page.ts';

export function panelView(page: SeenPage): TemplateResult | typeof nothing {
  const shown = panelTabs.find(({ id }) => id === page.state.panel.tab) ?? panelTabs[0];
  if (shown === undefined) return nothing;
  const words = textsOf(page);
  return html`<aside class=${shown.wide ? 'panel wide' : 'panel'} aria-label=${words.panel}>
    <div role="tablist" aria-label=${words.panel} @keydown=${onArrows(page, shown)}>
      ${panelTabs.map((tab) => tabView(page, tab, tab === shown))}
    </div>
    ${closeView(page)} ${panelTabs.map((tab) => paneView(page, tab, tab === shown))}
  </aside>`;
}

/** What somebody writes in a pane outlives a look at another. */
function paneView(page: SeenPage, { id, view, keeps }: PanelTab, isShown: boolean): TemplateResult {
  return html`<div
    role="tabpanel"
    id=${`pane-${id}`}
    aria-labelledby=${`tab-${id}`}
    tabindex="0"
    ?hidden=${!isShown}
  >
    ${isShown || keeps ? view(page) : nothing}
  </div>`;
}

function tabView(page: SeenPage, { id, title }: PanelTab, isShown: boolean): TemplateResult {
  return html`<button
    type="button"
    role="tab"
    id=${`tab-${id}`}
    aria-selected=${isShown}
    aria-controls=${`pane-${id}`}
    tabindex=${isShown ? 0 : -1}
    @click=${() => {
      show(page, id);
    }}
  >
    ${title(textsOf(page))}
  </button>`;
}

/** A tab that is chosen by itself is about no single message. */
function show({ actions }: SeenPage, tab: string): void {
  actions.change({ panel: { tab, messageId: null } });
}

function onArrows(page: SeenPage, shown: PanelTab): (event: KeyboardEvent) => void {
  return ({ key, currentTarget }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = panelTabs.at((panelTabs.indexOf(shown) + step) % panelTabs.length);
    if (step === 0 || next === undefined) return;
    show(page, next.id);
    (currentTarget as Element).querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
}
