/** The whole page: channels and people, the talk, the side panel, and what lies over them. */
import { html, nothing, type TemplateResult } from 'lit';
import '../elements/command-menu.ts';
import '../elements/composer.ts';
import '../elements/form-dialog.ts';
import { closeDrawer, covering } from '../drawers.ts';
import { currentChannel, languageOf, viewerOf } from '../looks.ts';
import { channelLabel, channelsView } from './channels.ts';
import { closeView } from './close.ts';
import { headerView } from './header.ts';
import { hintView } from './hint.ts';
import { messagesView } from './messages.ts';
import { type Page, type SeenPage, textsOf } from './page.ts';
import { panelView } from './panel.ts';
import { peopleView } from './people.ts';

export function appView(page: Page): TemplateResult {
  const { state } = page;
  const words = textsOf(page);
  if (state.seen === null)
    return html`<p class="loading" role="status">${state.connected ? '…' : words.lost}</p>`;
  return seenView({ ...page, seen: state.seen });
}

function seenView(page: SeenPage): TemplateResult {
  const { state, seen, actions } = page;
  const words = textsOf(page);
  const channel = currentChannel(state);
  const over = covering(state);
  return html`
    <a class="skip" href="#messages" ?inert=${over !== null}>${words.skip}</a>
    <div
      class="page"
      data-drawer=${state.drawer ?? 'none'}
      @keydown=${({ key }: KeyboardEvent) => {
        if (key === 'Escape' && state.drawer !== null) closeDrawer(actions, state);
      }}
    >
      <nav class="side" aria-label=${words.channels} ?inert=${over === 'panel'}>
        <h1>${seen.guild.name}</h1>
        ${closeView(page)} ${channelsView(page)} ${peopleView(page)}
      </nav>
      <main
        ?inert=${over !== null}
        aria-label=${words.where(viewerOf(state)?.name ?? '', channel === undefined ? '' : channelLabel(channel))}
      >
        ${headerView(page, channel)} ${hintView(page)}
        ${channel === undefined ? nothing : messagesView(page, channel)} ${noticeView(page)}
        <play-composer .page=${page}></play-composer>
      </main>
      ${panelView(page)}
    </div>
    ${
      state.drawer === null
        ? nothing
        : html`<div
            class="backdrop"
            @click=${() => {
              closeDrawer(actions, state);
            }}
          ></div>`
    }
    <form-dialog
      .form=${state.form}
      .fault=${state.form === null ? null : faultOf(page)}
      .language=${languageOf(state)}
      .submit=${actions.submit}
      .closed=${() => {
        if (state.form !== null) actions.change({ form: null, notice: null });
      }}
    ></form-dialog>
    <command-menu .page=${page}></command-menu>
  `;
}

function faultOf(page: SeenPage): string | null {
  return page.state.connected ? page.state.notice : textsOf(page).lost;
}

/** Said in the dialog instead while one is open. */
function noticeView(page: SeenPage): TemplateResult {
  const { state, actions } = page;
  const words = textsOf(page);
  const text = state.form === null ? faultOf(page) : null;
  return html`<div role="alert">
    ${
      text === null
        ? nothing
        : html`<p class="notice">
            <span>${text}</span>
            <button
              type="button"
              class="icon"
              aria-label=${words.close}
              @click=${() => {
                actions.change({ notice: null });
              }}
            >
              ×
            </button>
          </p>`
    }
  </div>`;
}
