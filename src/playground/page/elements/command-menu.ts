/** The context menu of a message. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { APIMessage } from '../../web/protocol.ts';
import { commandType } from '../discord.ts';
import { answersReport, reportOf, viewerOf } from '../looks.ts';
import { localised } from '../slash.ts';
import { type SeenPage, textsOf } from '../views/page.ts';
import { LightElement } from './light.ts';

interface Item {
  readonly label: string;
  readonly run: () => void;
  /** Under which word it stands. */
  readonly group?: string;
}

class CommandMenu extends LightElement {
  static override properties = { page: { attribute: false } };

  declare page: SeenPage;
  #opener: HTMLElement | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    const { menu } = this.page.state;
    const popover = this.querySelector<HTMLElement>('[popover]');
    if (popover === null || menu === (changed.get('page')?.state.menu ?? null)) return;
    if (menu === null) {
      popover.hidePopover();
      return;
    }
    this.#opener = document.activeElement as HTMLElement | null;
    popover.showPopover();
    popover.style.left = `${Math.max(8, Math.min(menu.x, innerWidth - popover.offsetWidth - 8))}px`;
    popover.style.top = `${Math.max(8, Math.min(menu.y, innerHeight - popover.offsetHeight - 8))}px`;
    popover.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  override render(): TemplateResult {
    const { menu } = this.page.state;
    return html`<div
      class="menu"
      popover="auto"
      role="menu"
      aria-label="⋯"
      @toggle=${this.#onToggle}
      @keydown=${this.#onKey}
    >
      ${menu === null ? nothing : this.#items(menu.message).map((item) => this.#item(item))}
    </div>`;
  }

  #item({ label, run, group }: Item): TemplateResult {
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      @click=${() => {
        this.page.actions.openMenu(null);
        run();
      }}
    >
      ${group === undefined ? nothing : html`<small>${group} › </small>`}${label}
    </button>`;
  }

  #items(message: APIMessage): Item[] {
    const { seen, state, actions } = this.page;
    const words = textsOf(this.page);
    const viewer = viewerOf(state);
    const isOwn = message.author.id === seen.viewer;
    const isStaff = viewer?.part === 'staff';
    const apps = seen.commands
      .filter(({ type }) => type === commandType.message)
      .map((command) => ({
        group: words.apps,
        label: localised(command, 'name', viewer?.locale ?? 'en-US'),
        run: () => {
          actions.menuCommand(message, command.name);
        },
      }));
    const item = (offered: boolean, label: string, run: () => void): Item[] =>
      offered ? [{ label, run }] : [];
    return [
      ...apps,
      ...item(isStaff && (message.author.bot !== true || answersReport(message)), words.why, () => {
        actions.explain(reportOf(message));
      }),
      ...item(true, words.reply, () => {
        actions.change({ replyTo: message, editing: null });
      }),
      ...item(message.content !== '', words.copy, () => void navigator.clipboard.writeText(message.content)),
      ...item(isOwn, words.edit, () => {
        actions.change({ editing: message, replyTo: null });
      }),
      ...item(isOwn || viewer?.part !== 'user', words.remove, () => {
        actions.remove(message);
      }),
    ];
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'closed') return;
    // Unless a click has already led somewhere else.
    if (document.activeElement === document.body || this.contains(document.activeElement))
      this.#opener?.focus();
    if (this.page.state.menu !== null) this.page.actions.openMenu(null);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    // From there the browser goes on.
    if (event.key === 'Tab') {
      this.#opener?.focus();
      this.page.actions.openMenu(null);
    }
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
}

customElements.define('command-menu', CommandMenu);
