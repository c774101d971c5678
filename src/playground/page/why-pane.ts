/** `<why-pane>`: how the report of a message, or a text that is typed here, was read. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Why } from '../workbench/answers.ts';
import { whyWords } from '../workbench/why-words.ts';
import { type Ask, sentenceOf } from './ask.ts';
import { paneStyles } from './pane-styles.ts';
import { type Language, paneWords } from './pane-words.ts';
import { whyStyles, whyView } from './why-view.ts';

interface TypedText {
  readonly text: FormDataEntryValue | null;
  readonly asked: boolean;
}

export class WhyPane extends LitElement {
  static override styles = [paneStyles, whyStyles];
  static override properties = {
    ask: { attribute: false },
    messageId: { attribute: false },
    chosen: { attribute: false },
    answered: { attribute: false },
    language: {},
    why: { state: true },
    typed: { state: true },
    fault: { state: true },
    busy: { state: true },
  };

  declare ask: Ask | undefined;
  /** The message whose report is explained; null: none yet. */
  declare messageId: string | null;
  /** Another object each time that somebody asks for that message: a text of their own then makes way for it. */
  declare chosen: object | null;
  /** Whether the bot answered that message. */
  declare answered: boolean;
  declare language: Language;
  declare why: Why | null;
  /** What is explained is a text that was typed here: nobody could have answered it. */
  declare typed: boolean;
  declare fault: string | null;
  declare busy: boolean;
  /** Only the answer to the last question counts. */
  #question = 0;

  constructor() {
    super();
    this.messageId = null;
    this.chosen = null;
    this.answered = true;
    this.language = 'en';
    this.why = null;
    this.typed = false;
    this.fault = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('messageId') && !changed.has('ask') && !changed.has('chosen')) return;
    if (this.messageId !== null) void this.#read({ messageId: this.messageId });
    else this.#forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('why')) this.#showDecisive();
  }

  protected override render() {
    const words = paneWords[this.language].why;
    return html`<section lang=${this.language} aria-labelledby="title" aria-busy=${this.busy}>
      <h2 id="title">${words.title}</h2>
      <p class="muted">${words.intro}</p>
      ${this.#ownText(words)}
      ${this.fault === null ? nothing : html`<p role="alert" class="bad">${this.fault}</p>`}
      ${
        this.why === null
          ? html`<p role="status">${this.busy ? words.reading : words.noMessage}</p>`
          : whyView(this.why, this.typed || this.answered, whyWords[this.language], words)
      }
    </section>`;
  }

  /** Away until it is wanted: mostly somebody looks at what is there. */
  #ownText(words: (typeof paneWords)[Language]['why']) {
    return html`<details>
      <summary>${words.readThis}</summary>
      <form @submit=${this.#submit}>
        <textarea
          name="text"
          aria-label=${words.readThis}
          rows="4"
          maxlength="1000000"
          spellcheck="false"
          required
        ></textarea>
        <div class="row">
          <label><input type="checkbox" name="asked" /> ${words.asked}</label>
          <button type="submit">${words.read}</button>
        </div>
      </form>
    </details>`;
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.#read({ text: form.get('text'), asked: form.has('asked') });
  };

  async #read(body: { readonly messageId: string } | TypedText): Promise<void> {
    if (this.ask === undefined) return;
    this.#question += 1;
    const question = this.#question;
    this.busy = true;
    try {
      const why = (await this.ask('why', body)) as Why;
      if (question !== this.#question) return;
      this.why = why;
      this.typed = 'text' in body;
      this.fault = null;
    } catch (error) {
      if (question !== this.#question) return;
      this.why = null;
      this.fault = sentenceOf(error);
    }
    this.busy = false;
  }

  /** What is still being read does not count any more, either. */
  #forget(): void {
    this.#question += 1;
    this.why = null;
    this.fault = null;
    this.busy = false;
  }

  /** In a long log the decisive line is far below. */
  #showDecisive(): void {
    const text = this.renderRoot.querySelector('pre');
    const decisive = text?.querySelector<HTMLElement>('.decisive');
    if (text !== null && decisive) text.scrollTop = decisive.offsetTop - text.clientHeight / 3;
  }
}

customElements.define('why-pane', WhyPane);

declare global {
  interface HTMLElementTagNameMap {
    'why-pane': WhyPane;
  }
}
