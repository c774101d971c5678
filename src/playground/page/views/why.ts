/** How a report was read: that of the message asked about, or else the last one. */
import { html, type TemplateResult } from 'lit';
import { isAnswered, languageOf, lastReport } from '../looks.ts';
import '../why-pane.ts';
import type { SeenPage } from './page.ts';

export function whyView({ state, seen, actions }: SeenPage): TemplateResult {
  const messageId = state.panel.messageId ?? lastReport(seen);
  return html`<why-pane
    .ask=${actions.ask}
    .messageId=${messageId}
    .answered=${messageId !== null && isAnswered(seen, messageId)}
    .chosen=${state.panel}
    .language=${languageOf(state)}
  ></why-pane>`;
}
