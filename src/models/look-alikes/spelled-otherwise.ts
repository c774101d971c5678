/** Names that have the same words and numbers, written another way. Pure. */
import { choose, type Reading } from './choose.ts';
import { bagKey, type Listed, type NameIndex, versionKey } from './name-index.ts';
import type { Claim } from './same-core.ts';
import type { Slip } from './slip.ts';

/** The same words with other separators, or in another order: the same model, whatever else is known. */
export function spelledOtherwise(reading: Reading, index: NameIndex): Claim | null {
  const { core } = reading.parts;
  return (
    choose(reading, sameSizes(core, index.byJoined.get(core.join(''))), []) ??
    choose(reading, sameOrderOfNumbers(core, index.byBag.get(bagKey(core))), [{ kind: 'order' }]) ??
    choose(reading, sameSizes(core, index.byVersion.get(versionKey(core))), [zeroSlip(core)])
  );
}

/** One of the two has a `.0` that the other has not. */
function zeroSlip(core: readonly string[]): Slip {
  return { kind: versionKey(core) === core.join('') ? 'zeroMissing' : 'zeroExtra' };
}

/** `1.4b` is not `14b`, while `gpt-41` is `gpt-4.1`. */
function sameSizes(core: readonly string[], candidates: readonly Listed[] | undefined): Listed[] | undefined {
  return candidates?.filter(({ parts }) => sizesOf(parts.core) === sizesOf(core));
}

function sizesOf(core: readonly string[]): string {
  return core.filter((word, place) => /^\d/.test(word) && /^[bkmt]$/.test(core[place + 1] ?? '')).join();
}

/** `claude-sonnet-3-5` may stand for `claude-3-5-sonnet`, but 3-5 never for 5-3, nor o4 for 4o. */
export function sameOrderOfNumbers(
  core: readonly string[],
  candidates: readonly Listed[] | undefined,
): readonly Listed[] | undefined {
  const same = candidates?.filter(({ parts }) => numbersOf(parts.core) === numbersOf(core));
  return same?.length ? same : undefined;
}

function numbersOf(core: readonly string[]): string {
  const isNumber = (word = ''): boolean => /^\d/.test(word);
  return core
    .filter(
      (word, place) => isNumber(word) || (word === 'o' && [-1, 1].some((by) => isNumber(core[place + by]))),
    )
    .join('-');
}
