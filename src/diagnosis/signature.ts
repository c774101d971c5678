/** Signatures: literal text with {slots}, as they are written in entries, and compiled. Pure. */
import { shortestLiteral } from './literal-index.ts';
import { squeeze } from './squeeze.ts';
import { fold } from './normalise.ts';

/** What a slot may hold: the most characters, and which ones. */
export const slotKinds = {
  model: { most: 120, fits: /^[^\s,;"'()[\]{}<>|，。；（）]+$/u },
  group: { most: 60, fits: /^[^"'{}<>|]+$/u },
  status: { most: 3, fits: /^\d{3}$/ },
  requestId: { most: 64, fits: /^[\w-]+$/ },
  n: { most: 24, fits: /^[\d.,:%$¥¤-]+[km]?$/i },
  any: { most: 160, fits: /^.+$/su },
} as const;
export type SlotName = keyof typeof slotKinds;

export interface Slot {
  readonly name: SlotName;
}
export type Piece = string | Slot;

export interface Signature {
  readonly pieces: readonly Piece[];
  /** Place of the longest literal among the pieces: it is looked for first. */
  readonly anchor: number;
  /** Characters of literal text: the more, the more a match means. */
  readonly length: number;
}

export class SignatureFault extends Error {}

/** Throws SignatureFault with a sentence when the pattern cannot be compiled. */
export function compileSignature(pattern: string): Signature {
  const pieces: Piece[] = [];
  for (const part of pattern.split(/(\{\w+\})/)) {
    if (/^\{\w+\}$/.test(part)) {
      const name = part.slice(1, -1);
      if (!(name in slotKinds))
        throw new SignatureFault(`unknown slot ${part}; use one of {${Object.keys(slotKinds).join('}, {')}}`);
      if (typeof pieces.at(-1) === 'object')
        throw new SignatureFault(`text is needed between the slots of "${pattern}"`);
      pieces.push({ name: name as SlotName });
    } else {
      const literal = squeeze(fold(part)).text;
      if (literal !== '') pieces.push(literal);
    }
  }
  const anchor = longestLiteral(pieces);
  const length = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
  if (anchor < 0 || (pieces[anchor] as string).length < shortestLiteral) {
    throw new SignatureFault(
      `"${pattern}" needs at least ${shortestLiteral} characters of text in one piece`,
    );
  }
  return { pieces, anchor, length };
}

function longestLiteral(pieces: readonly Piece[]): number {
  let best = -1;
  let most = 0;
  pieces.forEach((piece, index) => {
    if (typeof piece === 'string' && piece.length > most) {
      most = piece.length;
      best = index;
    }
  });
  return best;
}
