/** `<entry-pane>`: edit a knowledge entry and see at once where it would lead. Nothing is saved but by the person. */
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { EntryName, EntryText, Trial } from '../workbench/answers.ts';
import { type Ask, sentenceOf } from './ask.ts';
import { moveCursor } from './editor-place.ts';
import { paneStyles } from './pane-styles.ts';
import { type Language, paneWords } from './pane-words.ts';
import { saveAsFile } from './save-as-file.ts';
import { isSound, summaryText, trialView } from './trial-view.ts';

const checkAfterMs = 300;
const mostBytes = 200_000;

export class EntryPane extends LitElement {
  static override styles = [
    paneStyles,
    css`
      #editor {
        min-height: 22rem;
        resize: vertical;
        white-space: pre;
        overflow: auto;
        tab-size: 2;
      }
      .file input {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      .file {
        display: inline-flex;
        align-items: center;
      }
    `,
  ];
  static override properties = {
    ask: { attribute: false },
    language: {},
    names: { state: true },
    source: { state: true },
    text: { state: true },
    trial: { state: true },
    fault: { state: true },
    busy: { state: true },
  };

  declare ask: Ask | undefined;
  declare language: Language;
  declare names: readonly EntryName[];
  /** What was opened, as it was; id is null for a file. */
  declare source: { readonly id: string | null; readonly yaml: string };
  declare text: string;
  declare trial: Trial | null;
  declare fault: string | null;
  declare busy: boolean;
  /** Only the answer to the last question counts. */
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.language = 'en';
    this.names = [];
    this.source = { id: null, yaml: '' };
    this.text = '';
    this.trial = null;
    this.fault = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#onLeave);
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ask') && this.ask !== undefined) void this.#loadNames(this.ask);
  }

  protected override render() {
    const words = paneWords[this.language].entry;
    const { trial } = this;
    return html`<section lang=${this.language} aria-labelledby="title">
      <h2 id="title">${words.title}</h2>
      <p><strong>${words.notSaved}</strong></p>
      <div class="row">
        <label>
          ${words.choose}
          <select @change=${this.#choose}>
            <option value="" ?selected=${this.source.id === null}>${words.chooseOne}</option>
            ${this.names.map(
              ({ id, title }) =>
                html`<option value=${id} ?selected=${this.source.id === id}>
                  ${title[this.language]} (${id})
                </option>`,
            )}
          </select>
        </label>
        <label class="file">
          ${words.openFile}
          <input type="file" accept=".yaml,.yml" @change=${this.#openFile} />
        </label>
      </div>
      <label for="editor">${words.editor}</label>
      <textarea
        id="editor"
        rows="20"
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        .value=${this.text}
        @input=${this.#edited}
      ></textarea>
      <div class="row">
        <button type="button" ?disabled=${this.text.trim() === ''} @click=${this.#save}>${words.save}</button>
        <button type="button" ?disabled=${!this.#isEdited()} @click=${this.#undo}>${words.undo}</button>
        <span class="muted">${this.busy ? words.checking : nothing}</span>
      </div>
      ${this.fault === null ? nothing : html`<p role="alert" class="bad">${this.fault}</p>`}
      <p role="status" class=${trial === null ? 'muted' : isSound(trial) ? 'good' : 'bad'}>
        ${trial === null ? words.empty : summaryText(trial, words)}
      </p>
      <div aria-busy=${this.busy}>${trial === null ? nothing : trialView(trial, words, this.#goTo)}</div>
    </section>`;
  }

  async #loadNames(ask: Ask): Promise<void> {
    try {
      this.names = (await ask('entries', {})) as readonly EntryName[];
    } catch (error) {
      this.fault = sentenceOf(error);
    }
  }

  readonly #choose = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const id = select.value;
    if (id === '' || !this.#mayDiscard()) {
      select.value = this.source.id ?? '';
      return;
    }
    void this.#open(async () => {
      const { yaml } = (await this.ask?.('entry', { id })) as EntryText;
      return { id, yaml };
    });
  };

  readonly #openFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // Emptied, so that the same file can be opened again.
    input.value = '';
    if (file === undefined || !this.#mayDiscard()) return;
    void this.#open(async () => {
      if (file.size > mostBytes) throw new Error(paneWords[this.language].entry.notText(file.name));
      return { id: null, yaml: await file.text() };
    });
  };

  async #open(read: () => Promise<EntryPane['source']>): Promise<void> {
    try {
      this.source = await read();
    } catch (error) {
      this.fault = sentenceOf(error);
      return;
    }
    this.#setText(this.source.yaml);
    await this.#check();
  }

  /** The browser asks before it lets go of what was not saved. */
  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.#isEdited()) event.preventDefault();
  };

  readonly #edited = (event: Event) => {
    this.text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), checkAfterMs);
  };

  readonly #undo = () => {
    this.#setText(this.source.yaml);
    void this.#check();
  };

  readonly #save = () => {
    saveAsFile(`${this.trial?.entryId ?? this.source.id ?? 'entry'}.yaml`, this.text);
  };

  readonly #goTo = (line: number, column?: number) => {
    const editor = this.renderRoot.querySelector('textarea');
    if (editor !== null) moveCursor(editor, line, column);
  };

  #setText(text: string): void {
    clearTimeout(this.#timer);
    // The editor knows no other line end.
    this.text = text.replace(/\r\n?/g, '\n');
  }

  #isEdited(): boolean {
    return this.text !== this.source.yaml.replace(/\r\n?/g, '\n');
  }

  #mayDiscard(): boolean {
    return !this.#isEdited() || confirm(paneWords[this.language].entry.discard);
  }

  async #check(): Promise<void> {
    if (this.ask === undefined) return;
    this.#question += 1;
    const question = this.#question;
    this.busy = true;
    try {
      const trial =
        this.text.trim() === '' ? null : ((await this.ask('try-entry', { yaml: this.text })) as Trial);
      if (question !== this.#question) return;
      this.trial = trial;
      this.fault = null;
    } catch (error) {
      if (question !== this.#question) return;
      this.trial = null;
      this.fault = sentenceOf(error);
    }
    this.busy = false;
  }
}

customElements.define('entry-pane', EntryPane);

declare global {
  interface HTMLElementTagNameMap {
    'entry-pane': EntryPane;
  }
}
