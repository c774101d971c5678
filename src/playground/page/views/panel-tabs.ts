/** The tabs of the side panel. A new pane is one more line here. */
import type { TemplateResult } from 'lit';
import type { Texts } from '../texts.ts';
import { galleryView } from './gallery.ts';
import type { SeenPage } from './page.ts';

export interface PanelTab {
  readonly id: string;
  readonly title: (words: Texts) => string;
  readonly view: (page: SeenPage) => TemplateResult;
}

export const panelTabs: readonly PanelTab[] = [
  { id: 'gallery', title: (words) => words.gallery, view: galleryView },
];

export function hasTab(id: string): boolean {
  return panelTabs.some((tab) => tab.id === id);
}
