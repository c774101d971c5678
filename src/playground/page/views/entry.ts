/** An entry of the knowledge base, tried while it is written. */
import { html, type TemplateResult } from 'lit';
import '../entry-pane.ts';
import { languageOf } from '../looks.ts';
import type { SeenPage } from './page.ts';

export function entryView({ state, actions }: SeenPage): TemplateResult {
  return html`<entry-pane .ask=${actions.ask} .language=${languageOf(state)}></entry-pane>`;
}
