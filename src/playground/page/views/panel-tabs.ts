/** The tabs of the side panel. A new pane is one more line here. */
import type { TemplateResult } from 'lit';
import type { Texts } from '../texts.ts';
import { entryView } from './entry.ts';
import { galleryView } from './gallery.ts';
import type { SeenPage } from './page.ts';
import { whyView } from './why.ts';

export interface PanelTab {
  readonly id: string;
  readonly title: (words: Texts) => string;
  /** Whether it stays while another tab is on show. */
  readonly keeps: boolean;
  /** Whether it wants more room beside the messages. */
  readonly wide: boolean;
  readonly view: (page: SeenPage) => TemplateResult;
}

export const panelTabs: readonly PanelTab[] = [
  { id: 'gallery', title: (words) => words.gallery, keeps: false, wide: false, view: galleryView },
  { id: 'why', title: (words) => words.why, keeps: false, wide: true, view: whyView },
  { id: 'entry', title: (words) => words.entry, keeps: true, wide: true, view: entryView },
];
