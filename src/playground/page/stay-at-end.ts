/** Keeps the newest message in view unless somebody has scrolled up, and brings a marked one into view. */
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import { keepFocus } from './keep-focus.ts';

export interface Staying {
  /** Another place begins at its end. */
  readonly place: string;
  /** The last that this person brought about: whoever does something wants to see what comes of it. */
  readonly own: string | null;
  /** The message to bring into view. */
  readonly marked: string | null;
  readonly seen: () => void;
}

/** So near to the end counts as at the end, in pixels. */
const nearEnd = 120;

class StayAtEnd extends AsyncDirective {
  #place = '';
  #own: string | null = null;
  /** Height of the content, height of the view, and where the view began, when it was last scrolled. */
  #last = { content: 0, view: 0, top: 0 };
  #atEnd = true;
  #watching: ResizeObserver | null = null;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('stayAtEnd belongs on an element');
  }

  render(staying: Staying, element?: Element): typeof noChange {
    if (element !== undefined) this.#stay(staying, element);
    return noChange;
  }

  override update({ element }: ElementPart, [staying]: [Staying]): typeof noChange {
    return this.render(staying, element);
  }

  #stay({ place, own, marked, seen }: Staying, element: Element): void {
    this.#watching ??= this.#watch(element);
    keepFocus(element as HTMLElement);
    if (place !== this.#place || own !== this.#own) this.#atEnd = true;
    this.#place = place;
    this.#own = own;
    if (marked === null) {
      if (this.#atEnd) element.scrollTop = element.scrollHeight;
      return;
    }
    this.#atEnd = false;
    requestAnimationFrame(() => {
      bringIntoView(element, marked);
      seen();
    });
  }

  override disconnected(): void {
    this.#watching?.disconnect();
    this.#watching = null;
  }

  /** Elements get their height only after they are drawn. */
  #watch(element: Element): ResizeObserver {
    element.addEventListener('scroll', () => {
      const now = { content: element.scrollHeight, view: element.clientHeight, top: element.scrollTop };
      const { content, view, top } = this.#last;
      // The browser scrolls, too, when heights change: only a person scrolls up while they stay the same.
      if (now.content - now.top - now.view < nearEnd) this.#atEnd = true;
      else if (now.top < top && now.content === content && now.view === view) this.#atEnd = false;
      this.#last = now;
    });
    const watching = new ResizeObserver(() => {
      if (this.#atEnd) element.scrollTop = element.scrollHeight;
    });
    watching.observe(element);
    queueMicrotask(() => {
      for (const child of element.children) watching.observe(child);
    });
    return watching;
  }
}

/** How long a message stays marked. */
const markMs = 2_000;

function bringIntoView(element: Element, id: string): void {
  const message = element.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  if (message === null) return;
  message.scrollIntoView({ block: 'center' });
  message.classList.add('marked');
  setTimeout(() => {
    message.classList.remove('marked');
  }, markMs);
  // Only while it has the focus: with -1 there, Tab would pass by the buttons within.
  message.tabIndex = 0;
  message.focus();
  message.addEventListener('blur', () => {
    message.removeAttribute('tabindex');
  });
}

export const stayAtEnd = directive(StayAtEnd);
