/** How a report was read: that of the message asked about, or else the last one. */
import { html, type TemplateResult } from 'lit';
import { languageOf, lastReport } from '../looks.ts';
import '../why-pane.ts';
import type { SeenPage } from './page.ts';

export function whyView({ state, seen, actions }: SeenPage): TemplateResult {
  return html`<why-pane
    .ask=${actions.ask}
    .messageId=${state.panel.messageId ?? lastReport(seen)}
    .chosen=${state.panel}
    .language=${languageOf(state)}
  ></why-pane>`;
}
