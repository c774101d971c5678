/** A command being filled in: its options as fields, with the bot's suggestions while typing. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { localised, type Pick } from '../slash.ts';
import type { OptionValue } from '../actions.ts';
import { optionType } from '../discord.ts';
import { wireFile } from '../files.ts';
import { viewerOf } from '../looks.ts';
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
        ${this.pick.options.map((option, index) => this.#field(option, index === 0 ? this.rest : ''))}
      </div>
      <p class="buttons">
        <button type="submit" class="primary">${words.run}</button>
        <button type="button" class="plain" @click=${this.closed}>${words.cancel}</button>
      </p>
    </form>`;
  }

  #field(option: APIApplicationCommandBasicOption, typed: string): TemplateResult {
    const locale = this.#locale();
    const required = option.required === true;
    const description = localised(option, 'description', locale);
    return html`<div class="option">
      <label for=${`option-${option.name}`}
        >${localised(option, 'name', locale)}
        ${required ? nothing : html`<small>${textsOf(this.page).optional}</small>`}</label
      >
      ${this.#control(option, typed, required)}
      <small class="quiet" id=${`about-${option.name}`}>${description}</small>
    </div>`;
  }

  #control(option: APIApplicationCommandBasicOption, typed: string, required: boolean): TemplateResult {
    const { name } = option;
    const words = textsOf(this.page);
    const { people, roles, channels } = this.page.seen;
    if ('choices' in option) {
      const rows = option.choices.map((choice) => ({
        value: String(choice.value),
        label: localised(choice, 'name', this.#locale()),
      }));
      return this.#list(name, rows, required);
    }
    const named = (all: readonly { id: string; name: string }[]) =>
      all.map(({ id, name: label }) => ({ value: id, label }));
    switch (option.type) {
      case optionType.boolean:
        return this.#list(
          name,
          [
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ],
          required,
        );
      case optionType.user:
        return this.#list(name, named(people), required);
      case optionType.role:
        return this.#list(name, named(roles), required);
      case optionType.mentionable:
        return this.#list(name, named([...people, ...roles]), required);
      case optionType.channel:
        return this.#list(name, named(channels.filter(({ kind }) => kind === 'text')), required);
      case optionType.attachment:
        return html`<input type="file" id=${`option-${name}`} name=${name} ?required=${required} />`;
      case optionType.integer:
      case optionType.number:
        return html`<input
          type="number"
          step=${option.type === optionType.integer ? '1' : 'any'}
          min=${('min_value' in option ? option.min_value : undefined) ?? nothing}
          max=${('max_value' in option ? option.max_value : undefined) ?? nothing}
          id=${`option-${name}`}
          name=${name}
          ?required=${required}
        />`;
      default:
        return html`<suggest-field
          .name=${name}
          .typed=${typed}
          .longest=${('max_length' in option ? option.max_length : undefined) ?? 6000}
          .required=${required}
          .label=${textsOf(this.page).suggestions}
          .suggest=${'autocomplete' in option && option.autocomplete ? this.#suggest(name) : null}
        ></suggest-field>`;
    }
  }

  #list(name: string, rows: readonly { value: string; label: string }[], required: boolean): TemplateResult {
    return html`<select
      class="select"
      id=${`option-${name}`}
      name=${name}
      aria-describedby=${`about-${name}`}
      ?required=${required}
    >
      <option value=""></option>
      ${rows.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
    </select>`;
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

  #locale(): string {
    return viewerOf(this.page.state)?.locale ?? 'en-US';
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.closed();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const values = await Promise.all(
      this.pick.options.map(async (option) => [option.name, await this.#value(option)] as const),
    );
    const given = Object.fromEntries(
      values.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    if (await this.page.actions.slash(this.pick.name, given)) this.closed();
  };

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
