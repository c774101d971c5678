/** A text field with a list of suggestions below it, asked of the bot while somebody types. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../../web/protocol.ts';
import { LightElement } from './light.ts';

/** A pause in typing after which the bot is asked. */
const pauseMs = 120;

export class SuggestField extends LightElement {
  static override properties = {
    name: { attribute: false },
    typed: { attribute: false },
    longest: { attribute: false },
    required: { attribute: false },
    label: { attribute: false },
    choices: { state: true },
    active: { state: true },
  };

  declare name: string;
  /** What the field begins with. */
  declare typed: string;
  declare longest: number;
  declare required: boolean;
  /** What the list is called. */
  declare label: string;
  /** Null: nothing is suggested. */
  declare suggest: ((typed: string) => Promise<Choice[]>) | null;
  declare choices: readonly Choice[];
  declare active: number;

  #chosen: Choice | null = null;
  #timer = 0;
  #asked = 0;

  constructor() {
    super();
    this.choices = [];
    this.active = -1;
    this.required = false;
    this.label = '';
  }

  /** What is sent: the value behind the suggestion that was chosen, or the text itself. */
  get value(): string {
    const text = this.querySelector('input')?.value ?? '';
    return this.#chosen !== null && this.#chosen.name === text ? String(this.#chosen.value) : text;
  }

  protected override firstUpdated(): void {
    const input = this.querySelector('input');
    if (input === null) return;
    input.value = this.typed;
    if (this.typed !== '') this.#ask();
  }

  override render(): TemplateResult {
    const open = this.choices.length > 0;
    const isCombobox = this.suggest !== null;
    return html`<input
        type="text"
        id=${`option-${this.name}`}
        name=${this.name}
        maxlength=${this.longest}
        ?required=${this.required}
        autocomplete="off"
        aria-describedby=${`about-${this.name}`}
        role=${isCombobox ? 'combobox' : nothing}
        aria-autocomplete=${isCombobox ? 'list' : nothing}
        aria-expanded=${isCombobox ? open : nothing}
        aria-controls=${isCombobox ? `list-${this.name}` : nothing}
        aria-activedescendant=${this.active >= 0 ? `choice-${this.active}` : nothing}
        @input=${this.#onInput}
        @focus=${this.#onFocus}
        @blur=${this.#close}
        @keydown=${this.#onKey}
      />
      ${
        isCombobox
          ? html`<ul
              class="picker"
              role="listbox"
              id=${`list-${this.name}`}
              aria-label=${this.label}
              ?hidden=${!open}
            >
              ${this.choices.map(
                (choice, index) =>
                  html`<li
                    role="option"
                    id=${`choice-${index}`}
                    aria-selected=${index === this.active}
                    @pointerdown=${(event: Event) => {
                      // Before the field loses the focus.
                      event.preventDefault();
                      this.#choose(choice);
                    }}
                  >
                    ${choice.name}
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  protected override updated(): void {
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onInput = (): void => {
    // What stands there was meant for another text: Enter must not take it.
    this.#close();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#ask();
    }, pauseMs);
  };

  readonly #onFocus = (): void => {
    if (this.value === '') this.#ask();
  };

  #ask(): void {
    if (this.suggest === null) return;
    this.#asked += 1;
    const asked = this.#asked;
    void this.suggest(this.querySelector('input')?.value ?? '').then((choices) => {
      // They have typed on meanwhile, or left the field.
      if (asked !== this.#asked || document.activeElement !== this.querySelector('input')) return;
      this.choices = choices;
      this.active = -1;
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const chosen = this.choices[this.active];
    const { length } = this.choices;
    if (length === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') this.active = (this.active + 1) % length;
    else if (event.key === 'ArrowUp') this.active = this.active <= 0 ? length - 1 : this.active - 1;
    else if (event.key === 'Escape') this.#close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) this.#choose(chosen);
    else return;
    event.preventDefault();
  };

  #choose(choice: Choice): void {
    const input = this.querySelector('input');
    if (input === null) return;
    input.value = choice.name;
    this.#chosen = choice;
    this.#close();
  }

  readonly #close = (): void => {
    this.#asked += 1;
    this.choices = [];
    this.active = -1;
  };
}

customElements.define('suggest-field', SuggestField);

declare global {
  interface HTMLElementTagNameMap {
    'suggest-field': SuggestField;
  }
}
