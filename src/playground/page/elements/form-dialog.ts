/** A modal of the bot as the browser's own dialog: focus, Escape and the rest of the page being out of reach come with it. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Begun } from '../../web/protocol.ts';
import { componentType, paragraph, type Part } from '../discord.ts';
import { type Language, texts } from '../texts.ts';
import { LightElement } from './light.ts';

class FormDialog extends LightElement {
  static override properties = {
    form: { attribute: false },
    fault: { attribute: false },
    language: { attribute: false },
  };

  declare form: Begun['form'];
  /** What could not be done: the page behind cannot say it while the dialog is open. */
  declare fault: string | null;
  declare language: Language;
  declare submit: (values: Readonly<Record<string, string | readonly string[]>>) => Promise<boolean>;
  declare closed: () => void;

  constructor() {
    super();
    this.form = null;
    this.fault = null;
    this.language = 'en';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('form')) return;
    const dialog = this.querySelector('dialog');
    if (this.form === null) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }

  override render(): TemplateResult {
    const words = texts[this.language];
    const parts = (this.form?.modal.components ?? []) as unknown as readonly Part[];
    return html`<dialog class="form" aria-labelledby="form-title" @close=${this.closed}>
      <form @submit=${this.#submit}>
        <h2 id="form-title">${this.form?.modal.title}</h2>
        ${parts.map((part) => this.#part(part))}
        <div role="alert">${this.fault === null ? nothing : html`<p class="notice">${this.fault}</p>`}</div>
        <p class="buttons">
          <button type="button" class="plain" @click=${this.closed}>${words.cancel}</button>
          <button type="submit" class="primary">${words.submit}</button>
        </p>
      </form>
    </dialog>`;
  }

  #part(part: Part): TemplateResult | readonly TemplateResult[] {
    switch (part.type) {
      case componentType.label:
        return this.#field(part.component ?? part, part.label ?? '', part.description);
      case componentType.row:
        return (part.components ?? []).map((one) => this.#field(one, one.label ?? '', undefined));
      case componentType.textDisplay:
        return html`<p>${part.content}</p>`;
      default:
        return html``;
    }
  }

  #field(part: Part, label: string, description: string | undefined): TemplateResult {
    const id = part.custom_id ?? '';
    return html`<div class="option">
      <label for=${`field-${id}`}>${label}</label>
      ${description === undefined ? nothing : html`<small class="quiet" id=${`about-${id}`}>${description}</small>`}
      ${part.type === componentType.select ? this.#select(part, id) : this.#text(part, id)}
    </div>`;
  }

  #text(part: Part, id: string): TemplateResult {
    const { placeholder = '', value = '', min_length: least, max_length: most, required = true } = part;
    return part.style === paragraph
      ? html`<textarea
          id=${`field-${id}`}
          name=${id}
          rows="4"
          placeholder=${placeholder}
          minlength=${least ?? nothing}
          maxlength=${most ?? 4000}
          ?required=${required}
          .value=${value}
        ></textarea>`
      : html`<input
          id=${`field-${id}`}
          name=${id}
          autocomplete="off"
          placeholder=${placeholder}
          minlength=${least ?? nothing}
          maxlength=${most ?? 4000}
          ?required=${required}
          .value=${value}
        />`;
  }

  #select(
    { options = [], required = true, placeholder, max_values: most = 1 }: Part,
    id: string,
  ): TemplateResult {
    return html`<select
      class="select"
      id=${`field-${id}`}
      name=${id}
      ?multiple=${most > 1}
      ?required=${required}
    >
      ${
        most > 1 || options.some((option) => option.default === true)
          ? nothing
          : html`<option value="">${placeholder ?? ''}</option>`
      }
      ${options.map(
        ({ value, label, default: chosen = false }) =>
          html`<option value=${value} ?selected=${chosen}>${label}</option>`,
      )}
    </select>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const fields = [
      ...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('[name]'),
    ];
    const values = fields.map((field) => [field.name, valueOf(field)] as const);
    void this.submit(Object.fromEntries(values));
  };
}

function valueOf(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string | string[] {
  if (!(field instanceof HTMLSelectElement)) return field.value;
  return [...field.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
}

customElements.define('form-dialog', FormDialog);
