/** Finds signatures in the squeezed view of a text, in time linear in the text, whatever the text. Pure. */
import { LiteralIndex } from './literal-index.ts';
import { type Piece, type Signature, type SlotName, slotKinds } from './signature.ts';
import type { Squeezed } from './squeeze.ts';

export interface SignatureMatch<T> {
  readonly value: T;
  readonly signature: Signature;
  /** Place in the text that was squeezed. */
  readonly start: number;
  readonly end: number;
  readonly slots: readonly { readonly name: SlotName; readonly start: number; readonly end: number }[];
}

export class SignatureIndex<T> {
  readonly #index: LiteralIndex<{ readonly signature: Signature; readonly value: T }>;

  constructor(signatures: readonly { readonly signature: Signature; readonly value: T }[]) {
    this.#index = new LiteralIndex(
      signatures.map((item) => [item.signature.pieces[item.signature.anchor] as string, item] as const),
    );
  }

  /** text: what was squeezed; needed to see where words end. */
  *matches(text: string, squeezed: Squeezed): Generator<SignatureMatch<T>> {
    for (const { value: item, start } of this.#index.hits(squeezed.text)) {
      const match = verify(item.signature, squeezed.text, start);
      if (match === undefined) continue;
      const begin = squeezed.offsets[match.start] ?? 0;
      const end = (squeezed.offsets[match.end - 1] ?? 0) + 1;
      if (!atWordEdges(text, begin, end) || isClassName(text.slice(begin, end))) continue;
      const slots = match.slots.map((slot) => ({
        name: slot.name,
        ...openSlotTrimmed(
          text,
          squeezed.offsets[slot.start] ?? 0,
          (squeezed.offsets[slot.end - 1] ?? 0) + 1,
          slot.start === match.start,
          slot.end === match.end,
        ),
      }));
      // `models] Error: not found` does not name a model called "s]".
      if (
        slots.some(
          (slot) => slot.name === 'model' && (isWord(text, slot.start - 1) || isWord(text, slot.end)),
        )
      )
        continue;
      yield { value: item.value, signature: item.signature, start: begin, end, slots };
    }
  }
}

/** In the squeezed view the words after an open slot stick to it: the blank in the text ends it. */
function openSlotTrimmed(text: string, start: number, end: number, first: boolean, last: boolean) {
  const slice = text.slice(start, end);
  const head = first ? (/[^\s"'`(){}[\],]+$/.exec(slice)?.index ?? 0) : 0;
  const tail = last ? (/^[^\s"'`(){}[\],]+/.exec(slice)?.[0].length ?? slice.length) : slice.length;
  return { start: start + head, end: start + Math.max(head, tail) };
}

interface Spans {
  start: number;
  end: number;
  slots: { name: SlotName; start: number; end: number }[];
}

/** Grows from the anchor to both sides; every step is bounded by what a slot may hold. */
function verify(signature: Signature, text: string, anchorStart: number): Spans | undefined {
  const { pieces, anchor } = signature;
  const spans: Spans = {
    start: anchorStart,
    end: anchorStart + (pieces[anchor] as string).length,
    slots: [],
  };
  for (let index = anchor - 1; index >= 0; index -= 1) {
    if (!growLeft(pieces[index], pieces[index - 1], text, spans)) return undefined;
    if (typeof pieces[index] === 'object') index -= 1;
  }
  for (let index = anchor + 1; index < pieces.length; index += 1) {
    if (!growRight(pieces[index], pieces[index + 1], text, spans)) return undefined;
    if (typeof pieces[index] === 'object') index += 1;
  }
  return spans;
}

function growRight(piece: Piece | undefined, next: Piece | undefined, text: string, spans: Spans): boolean {
  if (typeof piece === 'string') {
    if (!text.startsWith(piece, spans.end)) return false;
    spans.end += piece.length;
    return true;
  }
  if (piece === undefined) return true;
  const { most, fits } = slotKinds[piece.name];
  const window = text.slice(spans.end, spans.end + most + (typeof next === 'string' ? next.length : 0));
  const length = typeof next === 'string' ? window.indexOf(next) : openEnd(piece.name, window);
  if (length < 1 || length > most || !fits.test(window.slice(0, length))) return false;
  spans.slots.push({ name: piece.name, start: spans.end, end: spans.end + length });
  spans.end += length + (typeof next === 'string' ? next.length : 0);
  return true;
}

function growLeft(piece: Piece | undefined, before: Piece | undefined, text: string, spans: Spans): boolean {
  if (typeof piece === 'string') {
    if (!text.endsWith(piece, spans.start)) return false;
    spans.start -= piece.length;
    return true;
  }
  if (piece === undefined) return true;
  const { most, fits } = slotKinds[piece.name];
  const reach = Math.max(0, spans.start - most - (typeof before === 'string' ? before.length : 0));
  const window = text.slice(reach, spans.start);
  const found = typeof before === 'string' ? window.lastIndexOf(before) : openStart(piece.name, window);
  if (found < 0) return false;
  const slotStart = reach + found + (typeof before === 'string' ? before.length : 0);
  const content = text.slice(slotStart, spans.start);
  if (content.length < 1 || content.length > most || !fits.test(content)) return false;
  spans.slots.unshift({ name: piece.name, start: slotStart, end: spans.start });
  spans.start = typeof before === 'string' ? slotStart - before.length : slotStart;
  return true;
}

/** A slot at the end of a signature takes what looks like its kind. The text is squeezed: blanks are gone. */
const openPattern: Record<SlotName, RegExp> = {
  model: /^[a-z0-9@/][\w.:/@+-]*/,
  group: /^[^\s,.;:(){}<>|，。]+/u,
  status: /^\d{3}/,
  requestId: /^[\w-]{8,64}/,
  n: /^[\d.,]+/,
  any: /^.{1,160}/su,
};

function openEnd(name: SlotName, window: string): number {
  return openPattern[name].exec(window)?.[0].length ?? 0;
}

function openStart(name: SlotName, window: string): number {
  const tail = /[a-z0-9@/][\w.:/@+-]*$/.exec(window);
  return name === 'any' ? 0 : (tail?.index ?? -1);
}

function atWordEdges(text: string, start: number, end: number): boolean {
  return !(isWord(text, start) && isWord(text, start - 1)) && !(isWord(text, end - 1) && isWord(text, end));
}

/** `InternalServerError` is the name of a class, which says less than the sentence "Internal server error". */
function isClassName(found: string): boolean {
  return /^[A-Za-z]+$/.test(found) && /[a-z][A-Z]/.test(found);
}

function isWord(text: string, at: number): boolean {
  return /[A-Za-z0-9_]/.test(text.charAt(at));
}
