/** Names that have the same words and numbers, written another way. Pure. */
import { choose, type Reading } from './choose.ts';
import { bagKey, type Listed, type NameIndex } from './name-index.ts';
import type { Claim } from './same-core.ts';

/** The same words with other separators, or in another order: the same model, whatever else is known. */
export function spelledOtherwise(reading: Reading, index: NameIndex): Claim | null {
  const { core } = reading.parts;
  return (
    choose(reading, sameSizes(core, index.byJoined.get(core.join(''))), []) ??
    choose(reading, sameOrderOfNumbers(core, index.byBag.get(bagKey(core))), [{ kind: 'order' }]) ??
    choose(reading, sameSizes(core, index.byJoined.get(withoutZeroVersion(core))), [{ kind: 'zeroExtra' }])
  );
}

/** `1.4b` is not `14b`, while `gpt-41` is `gpt-4.1`. */
function sameSizes(core: readonly string[], candidates: readonly Listed[] | undefined): Listed[] | undefined {
  return candidates?.filter(({ parts }) => sizesOf(parts.core) === sizesOf(core));
}

function sizesOf(core: readonly string[]): string {
  return core.filter((word, place) => /^\d/.test(word) && /^[bkmt]$/.test(core[place + 1] ?? '')).join();
}

/** `gemini-3.0-pro` is `gemini-3-pro`. */
function withoutZeroVersion(core: readonly string[]): string {
  return core.filter((word, place) => word !== '0' || !/^[1-9]$/.test(core[place - 1] ?? '')).join('');
}

/** `claude-sonnet-3-5` may stand for `claude-3-5-sonnet`, but 3-5 never for 5-3. */
function sameOrderOfNumbers(
  core: readonly string[],
  candidates: readonly Listed[] | undefined,
): readonly Listed[] | undefined {
  const numbers = (words: readonly string[]): string => words.filter((word) => /^\d/.test(word)).join('-');
  const same = candidates?.filter(({ parts }) => numbers(parts.core) === numbers(core));
  return same?.length ? same : undefined;
}
