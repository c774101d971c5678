/** Where a person writes: text, files, and – after a slash – commands. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { createDrafts, type Draft, emptyDraft, isSamePlace, type Place, placeOf } from '../drafts.ts';
import { together } from '../files.ts';
import { currentChannel, viewerOf } from '../looks.ts';
import { withNames } from '../mentions.ts';
import { begunCommand, fitting, type Pick, picksOf } from '../slash.ts';
import { channelLabel } from '../views/channels.ts';
import { aboveView, filesView, pickerView } from '../views/around-composer.ts';
import { type SeenPage, textsOf } from '../views/page.ts';
import { writeLineView } from '../views/write-line.ts';
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
  #place: Place | null = null;

  /** What came from the gallery. */
  #pasted: string | null = null;

  readonly #drop = new FileDrop(this, (files) => {
    this.#attach(files);
  });

  constructor() {
    super();
    this.#show(emptyDraft);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('page')?.state;
    const { state } = this.page;
    this.#goTo(placeOf(state));
    if (before === undefined) return;
    if (state.paste !== null && state.paste !== before.paste) this.#paste(state.paste.text);
    const wasHere = placeOf(before).at === placeOf(state).at;
    if (wasHere && (state.replyTo !== before.replyTo || state.editing !== before.editing)) this.#focus();
  }

  /** An edit that is left is gone; what stood here before it, or was begun at the other place, is back. */
  #goTo(place: Place): void {
    const before = this.#place;
    if (before !== null && isSamePlace(before, place)) return;
    this.#place = place;
    if (before === null) return;
    const { state, seen } = this.page;
    const { editing } = state;
    this.#drafts.keep(before, this.#draft());
    this.#show(
      editing === null
        ? this.#drafts.take(place)
        : { ...emptyDraft, text: withNames(editing.content, seen.people) },
    );
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
    this.querySelector('.picker [aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    const area = this.querySelector('textarea');
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, innerHeight / 3)}px`;
  }

  override render(): TemplateResult {
    const { page, active } = this;
    const channel = currentChannel(page.state);
    const words = textsOf(page);
    if (channel?.mayWrite !== true) return html`<p class="quiet">${words.noWriting}</p>`;
    if (this.picked !== null) return this.#commandView(this.picked);
    const picks = fitting(this.#commands(), this.text);
    return html`
      ${picks === null ? nothing : pickerView(page, { picks, active, pick: this.#pick })}
      ${aboveView(page, this.#leave)} ${filesView(page, this.files, this.#takeAway)}
      ${this.#drop.over ? html`<p class="drop">${words.dropHere}</p>` : nothing}
      ${writeLineView(page, {
        channel: channelLabel(channel),
        text: this.text,
        editing: page.state.editing !== null,
        active: picks === null ? null : picks.length === 0 ? -1 : active,
        onInput: this.#onInput,
        onKey: this.#onKey,
        onPaste: this.#onPaste,
        attach: this.#attach,
        send: () => {
          void this.#send();
        },
      })}
    `;
  }

  #commandView({ pick, rest }: NonNullable<Composer['picked']>): TemplateResult {
    const form = html`<command-form
      .page=${this.page}
      .pick=${pick}
      .rest=${rest}
      .closed=${() => {
        this.#begin('');
      }}
    ></command-form>`;
    return html`${keyed(this.#place?.at, form)}`;
  }

  #commands(): Pick[] {
    return picksOf(this.page.seen.commands, viewerOf(this.page.state)?.locale ?? 'en-US');
  }

  readonly #onInput = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value;
    this.text = text;
    this.active = 0;
    if (this.page.state.editing !== null || text.includes('\n')) return;
    const begun = begunCommand(this.#commands(), text);
    if (begun === null) return;
    this.picked = begun;
    this.text = '';
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // An input method is at work: Enter ends its word, not the message.
    if (event.isComposing) return;
    const picks = fitting(this.#commands(), this.text) ?? [];
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
    this.#focus();
  };

  async #send(): Promise<void> {
    const place = this.#place;
    const { text, files } = this;
    if (place === null) return;
    if (text.trim() === '' && files.length === 0) {
      if (place.editing !== null) this.page.actions.change({ notice: textsOf(this.page).editEmpty });
      return;
    }
    this.text = '';
    this.files = [];
    if (await this.page.actions.say(text, files)) return;
    const refused = { ...emptyDraft, text, files };
    if (isSamePlace(place, this.#place ?? place)) this.#show(refused);
    else this.#drafts.keep(place, refused);
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    this.#attach(files);
  };

  readonly #attach = (list: FileList | null): void => {
    const words = textsOf(this.page);
    const files = together([...this.files, ...(list ?? [])]);
    const isEdit = this.page.state.editing !== null;
    const refusal = isEdit ? words.noFilesInEdit : files === null ? words.tooBig : null;
    this.page.actions.change({ notice: refusal });
    if (refusal === null) this.files = files ?? [];
    this.#focus();
  };

  /** One example takes the place of another; what somebody wrote themselves stays. */
  #paste(text: string): void {
    const isOwn = this.text.trim() !== '' && this.text !== this.#pasted;
    this.#pasted = isOwn ? null : text;
    this.#begin(isOwn ? `${this.text.trimEnd()}\n${text}` : text);
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
