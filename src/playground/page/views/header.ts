/** The line above the messages: where one is, and the switches. */
import { html, type TemplateResult } from 'lit';
import type { WireChannel } from '../../web/protocol.ts';
import { type Drawer, openDrawer } from '../drawers.ts';
import { languageOf } from '../looks.ts';
import { channelLabel } from './channels.ts';
import { type SeenPage, textsOf } from './page.ts';

export function headerView(page: SeenPage, channel: WireChannel | undefined): TemplateResult {
  const { state, actions } = page;
  const words = textsOf(page);
  const drawer = (which: Drawer) => () => {
    openDrawer(actions, which);
  };
  return html`<header>
    <button
      type="button"
      class="icon narrow"
      aria-label=${words.showChannels}
      aria-expanded=${state.drawer === 'channels'}
      data-opens="channels"
      @click=${drawer('channels')}
    >
      ☰
    </button>
    <h2>${channel === undefined ? '' : channelLabel(channel)}</h2>
    <p>${channel?.topic}</p>
    <button
      type="button"
      class="text"
      title=${words.languageLabel}
      @click=${() => {
        actions.change({ language: languageOf(state) === 'zh' ? 'en' : 'zh' });
      }}
    >
      ${words.language}
    </button>
    <button
      type="button"
      class="icon"
      aria-label=${words.theme}
      @click=${() => {
        const theme = state.theme === 'dark' ? 'light' : 'dark';
        actions.change({ theme, chosenTheme: theme });
      }}
    >
      ◐
    </button>
    <button
      type="button"
      class="icon narrow"
      aria-label=${words.showPanel}
      aria-expanded=${state.drawer === 'panel'}
      data-opens="panel"
      @click=${drawer('panel')}
    >
      ✦
    </button>
  </header>`;
}
