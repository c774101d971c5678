/**
 * Finds any of many literals in a text in one pass. Each literal is filed under one group of four of its
 * characters, so that the cost of a thousand literals is about the cost of ten. Pure.
 */
const GROUP = 4;
/** Literals shorter than this cannot be looked for. */
export const shortestLiteral = GROUP;

interface Filed<T> {
  readonly literal: string;
  /** Where in the literal the group of four stands. */
  readonly groupAt: number;
  readonly value: T;
}

export interface Hit<T> {
  readonly value: T;
  readonly start: number;
}

export class LiteralIndex<T> {
  readonly #groups = new Map<number, Filed<T>[]>();
  /** One bit for each possible low half of a key: most places of a text are passed over by this alone. */
  readonly #present = new Uint8Array(1 << 16);

  /** literals: at least four characters each. Throws RangeError for a shorter one. */
  constructor(literals: Iterable<readonly [literal: string, value: T]>) {
    for (const [literal, value] of literals) {
      if (literal.length < GROUP) throw new RangeError(`"${literal}" is shorter than ${GROUP} characters`);
      const groupAt = this.#rarestGroup(literal);
      const key = groupKey(literal, groupAt);
      const filed = this.#groups.get(key);
      if (filed === undefined) this.#groups.set(key, [{ literal, groupAt, value }]);
      else filed.push({ literal, groupAt, value });
      this.#present[key & 0xffff] = 1;
    }
  }

  /** Every place where a literal stands, in the order of the text. */
  *hits(text: string): Generator<Hit<T>> {
    for (let at = 0; at + GROUP <= text.length; at += 1) {
      const key = groupKey(text, at);
      if (this.#present[key & 0xffff] === 0) continue;
      for (const { literal, groupAt, value } of this.#groups.get(key) ?? []) {
        const start = at - groupAt;
        if (start >= 0 && text.startsWith(literal, start)) yield { value, start };
      }
    }
  }

  #rarestGroup(literal: string): number {
    let best = 0;
    let fewest = Infinity;
    for (let at = 0; at + GROUP <= literal.length; at += 1) {
      const sharing = this.#groups.get(groupKey(literal, at))?.length ?? 0;
      if (sharing < fewest) {
        fewest = sharing;
        best = at;
      }
    }
    return best;
  }
}

function groupKey(text: string, at: number): number {
  let key = text.charCodeAt(at);
  for (let next = at + 1; next < at + GROUP; next += 1) key = Math.imul(key, 31_337) + text.charCodeAt(next);
  return key ^ (key >>> 15);
}
