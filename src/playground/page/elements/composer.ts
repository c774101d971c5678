/** Where a person writes: text, files, and – after a slash – commands. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { createDrafts, type Draft, emptyDraft, placeOf } from '../drafts.ts';
import { longest, together } from '../files.ts';
import { currentChannel, viewerOf } from '../looks.ts';
import { begunCommand, matching, type Pick, picksOf } from '../slash.ts';
import { channelLabel } from '../views/channels.ts';
import { aboveView, filesView, pickerView } from '../views/around-composer.ts';
import { type SeenPage, textsOf } from '../views/page.ts';
import './command-form.ts';
import { FileDrop } from './file-drop.ts';
import { LightElement } from './light.ts';

class Composer extends LightElement {
  static override properties = {
    page: { attribute: false },
    text: { state: true },
    files: { state: true },
    picked: { state: true },
    active: { state: true },
  };

  declare page: SeenPage;
  declare text: string;
  declare files: readonly File[];
  declare picked: Draft['picked'];
  /** Which command of the list the arrows are on. */
  declare active: number;

  readonly #drafts = createDrafts();
  /** Where what stands here belongs. */
  #place = '';
  /** The message whose text stands here to be changed. */
  #editing: string | null = null;

  readonly #drop = new FileDrop(this, (files) => {
    this.#attach(files);
  });

  constructor() {
    super();
    this.text = '';
    this.files = [];
    this.picked = null;
    this.active = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('page');
    if (before === undefined) {
      this.#place ||= placeOf(this.page.state);
      return;
    }
    const { paste, editing, replyTo } = this.page.state;
    this.#goTo(placeOf(this.page.state), editing);
    if (paste !== null && paste !== before.state.paste) this.#begin(paste.text);
    const isHere = placeOf(before.state) === this.#place;
    if (isHere && (replyTo !== before.state.replyTo || editing !== before.state.editing)) this.#focus();
  }

  /** An edit that is left is gone; what stood here before it, or was begun at the other place, is back. */
  #goTo(place: string, editing: SeenPage['state']['editing']): void {
    const id = editing?.id ?? null;
    if (place === this.#place && id === this.#editing) return;
    if (this.#editing === null) this.#drafts.keep(this.#place, this.#draft());
    this.#show(editing === null ? this.#drafts.take(place) : { ...emptyDraft, text: editing.content });
    this.#place = place;
    this.#editing = id;
  }

  #draft(): Draft {
    return { text: this.text, files: this.files, picked: this.picked };
  }

  #show({ text, files, picked }: Draft): void {
    this.text = text;
    this.files = files;
    this.picked = picked;
    this.active = 0;
  }

  protected override updated(): void {
    const area = this.querySelector('textarea');
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, innerHeight / 3)}px`;
  }

  override render(): TemplateResult {
    const channel = currentChannel(this.page.state);
    const words = textsOf(this.page);
    if (channel?.mayWrite !== true) return html`<p class="quiet">${words.noWriting}</p>`;
    if (this.picked !== null) return this.#commandView(this.picked);
    const picks = this.#picks();
    return html`
      ${picks === null ? nothing : pickerView(this.page, { picks, active: this.active, pick: this.#pick })}
      ${aboveView(this.page, this.#leave)} ${filesView(this.page, this.files, this.#takeAway)}
      ${this.#drop.over ? html`<p class="drop">${words.dropHere}</p>` : nothing}
      <div class="composer">
        ${this.#editing === null ? this.#attachView() : nothing}
        <textarea
          rows="1"
          role=${picks === null ? nothing : 'combobox'}
          aria-expanded=${picks === null ? nothing : 'true'}
          aria-controls=${picks === null ? nothing : 'picker'}
          aria-activedescendant=${picks === null || picks.length === 0 ? nothing : `pick-${this.active}`}
          aria-label=${words.composer(channelLabel(channel))}
          placeholder=${words.composer(channelLabel(channel))}
          .value=${live(this.text)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @paste=${this.#onPaste}
        ></textarea>
        <button type="button" class="primary" @click=${this.#send}>${words.send}</button>
      </div>
      ${this.text.length > longest ? this.#longView() : nothing}
    `;
  }

  /** Files cannot be added to a message later. */
  #attachView(): TemplateResult {
    const { attach } = textsOf(this.page);
    return html`<button type="button" class="icon" aria-label=${attach} @click=${this.#chooseFiles}>+</button>
      <input type="file" multiple hidden @change=${this.#onChosen} />`;
  }

  #longView(): TemplateResult {
    const words = textsOf(this.page);
    return html`<p class="quiet" role="status">
      ${this.#editing === null ? words.tooLong : words.editTooLong}
    </p>`;
  }

  #commandView({ pick, rest }: NonNullable<Composer['picked']>): TemplateResult {
    const form = html`<command-form
      .page=${this.page}
      .pick=${pick}
      .rest=${rest}
      .closed=${() => {
        this.picked = null;
        this.#begin('');
      }}
    ></command-form>`;
    return html`${keyed(this.#place, form)}`;
  }

  /** The commands that fit what is typed; null while no command is being typed. */
  #picks(): Pick[] | null {
    if (!/^\/[^\n]*$/.test(this.text)) return null;
    const picks = matching(this.#all(), this.text);
    return picks.length === 0 && this.text.includes(' ') ? null : picks;
  }

  #all(): Pick[] {
    return picksOf(this.page.seen.commands, viewerOf(this.page.state)?.locale ?? 'en-US');
  }

  readonly #onInput = (event: Event): void => {
    this.#typed((event.target as HTMLTextAreaElement).value);
  };

  #typed(text: string): void {
    this.text = text;
    this.active = 0;
    if (this.page.state.editing !== null || text.includes('\n')) return;
    const begun = begunCommand(this.#all(), text);
    if (begun === null) return;
    this.picked = begun;
    this.text = '';
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // An input method is at work: Enter ends its word, not the message.
    if (event.isComposing) return;
    const picks = this.#picks() ?? [];
    if (picks.length > 0 && this.#keyInPicker(event, picks)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void this.#send();
    } else if (event.key === 'Escape') this.#leave();
  };

  #keyInPicker({ key }: KeyboardEvent, picks: readonly Pick[]): boolean {
    const chosen = picks[this.active];
    if (key === 'ArrowDown') this.active = (this.active + 1) % picks.length;
    else if (key === 'ArrowUp') this.active = (this.active + picks.length - 1) % picks.length;
    else if (key === 'Escape') this.text = '';
    else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) this.#pick(chosen);
    else return false;
    return true;
  }

  readonly #pick = (pick: Pick): void => {
    this.picked = { pick, rest: '' };
    this.text = '';
  };

  /** No reply and no edit any more. */
  readonly #leave = (): void => {
    this.page.actions.change({ replyTo: null, editing: null, notice: null });
  };

  readonly #takeAway = (file: File): void => {
    this.files = this.files.filter((one) => one !== file);
  };

  readonly #send = async (): Promise<void> => {
    const place = this.#place;
    const editing = this.#editing;
    const { text, files } = this;
    if (text.trim() === '' && files.length === 0) return;
    this.text = '';
    this.files = [];
    if (await this.page.actions.say(text, files)) return;
    if (place === this.#place && editing === this.#editing) this.#show({ ...emptyDraft, text, files });
    else if (editing === null) this.#drafts.keep(place, { ...emptyDraft, text, files });
  };

  readonly #chooseFiles = (): void => {
    this.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  readonly #onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#attach(input.files);
    input.value = '';
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    this.#attach(files);
  };

  #attach(list: FileList | null): void {
    const words = textsOf(this.page);
    const files = together([...this.files, ...(list ?? [])]);
    const refusal = this.#editing !== null ? words.noFilesInEdit : files === null ? words.tooBig : null;
    this.page.actions.change({ notice: refusal });
    if (refusal === null) this.files = files ?? [];
    this.#focus();
  }

  #begin(text: string): void {
    this.picked = null;
    this.text = text;
    this.#focus();
  }

  #focus(): void {
    void this.updateComplete.then(() => {
      this.querySelector('textarea')?.focus();
    });
  }
}

customElements.define('play-composer', Composer);
