/** A command being filled in: its options as fields, with the bot's suggestions while typing. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Pick } from '../slash.ts';
import type { OptionValue } from '../actions.ts';
import { optionType } from '../discord.ts';
import { mostBytes, wireFile } from '../files.ts';
import { optionView } from '../views/option.ts';
import { type SeenPage, textsOf } from '../views/page.ts';
import { LightElement } from './light.ts';
import './suggest-field.ts';
import type { SuggestField } from './suggest-field.ts';

class CommandForm extends LightElement {
  static override properties = {
    page: { attribute: false },
    pick: { attribute: false },
    rest: { attribute: false },
  };

  declare page: SeenPage;
  declare pick: Pick;
  /** What was typed after the name: it belongs to the first option. */
  declare rest: string;
  declare closed: () => void;

  protected override firstUpdated(): void {
    // The fields that suggest draw themselves a moment later.
    void this.querySelector('suggest-field')?.updateComplete;
    queueMicrotask(() => {
      this.querySelector<HTMLElement>('[name]')?.focus();
    });
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // A new message must not touch what is being typed.
    return changed.has('pick') || this.page.state.language !== changed.get('page')?.state.language;
  }

  override render(): TemplateResult {
    const words = textsOf(this.page);
    return html`<form class="command" @submit=${this.#submit} @keydown=${this.#onKey}>
      <p><b>/${this.pick.name}</b> <span>${this.pick.description}</span></p>
      <div class="options">
        ${this.pick.options.map((option, index) => optionView(this.page, option, index === 0 ? this.rest : '', this.#suggest(option.name)))}
      </div>
      <p class="buttons">
        <button type="submit" class="primary">${words.run}</button>
        <button type="button" class="plain" @click=${this.closed}>${words.cancel}</button>
      </p>
    </form>`;
  }

  #suggest(name: string): SuggestField['suggest'] {
    return (typed) => {
      const texts = [...this.querySelectorAll('suggest-field')].map(
        ({ name: key, value }) => [key, value] as const,
      );
      const given = Object.fromEntries(texts.filter(([, value]) => value !== ''));
      return this.page.actions.suggest(this.pick.name, { ...given, [name]: typed }, name);
    };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.closed();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#tooBig()) {
      this.page.actions.change({ notice: textsOf(this.page).tooBig });
      return;
    }
    const values = await Promise.all(
      this.pick.options.map(async (option) => [option.name, await this.#value(option)] as const),
    );
    const given = Object.fromEntries(
      values.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    if (await this.page.actions.slash(this.pick.name, given)) this.closed();
  };

  #tooBig(): boolean {
    const files = [...this.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((input) => [
      ...(input.files ?? []),
    ]);
    return files.reduce((sum, { size }) => sum + size, 0) > mostBytes;
  }

  /** Null: left empty. */
  async #value({ name, type }: APIApplicationCommandBasicOption): Promise<OptionValue | null> {
    const suggest = [...this.querySelectorAll('suggest-field')].find((one) => one.name === name);
    if (suggest !== undefined) return suggest.value === '' ? null : suggest.value;
    const control = this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`);
    if (control === null || control.value === '') return null;
    const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
    if (file !== undefined) return { file: await wireFile(file) };
    if (type === optionType.boolean) return control.value === 'true';
    if (type === optionType.integer || type === optionType.number) return Number(control.value);
    const isReference = [optionType.user, optionType.channel, optionType.role, optionType.mentionable].some(
      (one) => one === type,
    );
    return isReference ? { id: control.value } : control.value;
  }
}

customElements.define('command-form', CommandForm);
