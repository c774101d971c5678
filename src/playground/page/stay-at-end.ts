/** Keeps the newest message in view unless somebody has scrolled up, and brings a marked one into view. */
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

export interface Staying {
  /** Another place begins at its end. */
  readonly place: string;
  /** The message to bring into view. */
  readonly marked: string | null;
  readonly seen: () => void;
}

/** So near to the end counts as at the end, in pixels. */
const nearEnd = 120;

class StayAtEnd extends AsyncDirective {
  #place = '';
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

  #stay({ place, marked, seen }: Staying, element: Element): void {
    this.#watching ??= this.#watch(element);
    if (place !== this.#place) this.#atEnd = true;
    this.#place = place;
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
      this.#atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
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
