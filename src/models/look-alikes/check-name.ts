/** Is this model offered, and if not, which one is meant? Pure; built once for a list of names. */
import { findClaim } from './claim.ts';
import { createNameIndex, type Listed } from './name-index.ts';
import { findNearest } from './nearest.ts';
import { dateAsIn, type Parts, takeApart, wordsOf } from './parts.ts';
import type { Slip } from './slip.ts';
import { readWritten, type Written } from './written.ts';

export interface NameCheck {
  /** Exactly this name is on the list: names are case sensitive. */
  readonly offered: boolean;
  /** A claim: the same model, wrongly written. Another version, size or variant never stands here. */
  readonly didYouMean: string | null;
  /** At most five names like it, the most alike first, `didYouMean` before all; empty when it is offered. */
  readonly nearest: readonly string[];
  /** What is wrong in how it is written, in the order of the name. */
  readonly slips: readonly Slip[];
}

export type CheckName = (name: string) => NameCheck;

const mostNearest = 5;
/** Nothing that is longer is a name; what is longer is not compared, so that no text can take long. */
const longestName = 200;
/** With blanks and the like round it. */
const mostRead = 1000;

/**
 * @param offered the names to compare with
 * @param known names that are known in the world: one of them is never taken for a slip of the finger in another
 * @returns a function that never throws, whatever the text
 */
export function createCheckName(offered: readonly string[], known: readonly string[] = offered): CheckName {
  const index = createNameIndex(offered);
  const world = known === offered ? index : createNameIndex(known);
  return (name) => {
    if (index.byName.has(name)) return { offered: true, didYouMean: null, nearest: [], slips: [] };
    const written = readWritten(name.length > mostRead ? '' : name);
    if (written.text === '' || written.text.length > longestName)
      return { offered: false, didYouMean: null, nearest: [], slips: written.slips };
    const { text } = written;
    const reading = { text, parts: takeApart(text) };
    const same = index.byName.get(text);
    const claim = same === undefined ? findClaim(reading, index, world) : { listed: same, slips: [] };
    const near = findNearest(text, reading.parts, index, mostNearest);
    const meant = claim?.listed.name ?? null;
    return {
      offered: false,
      didYouMean: meant,
      nearest: (meant === null ? near : [meant, ...near.filter((other) => other !== meant)]).slice(
        0,
        mostNearest,
      ),
      slips: claim === null ? written.slips : slipsOf(written, claim.listed, claim.slips),
    };
  };
}

/** Those of reading and those of the claim, and what is left to tell: vendor, case, separators. */
function slipsOf(written: Written, { name, parts }: Listed, found: readonly Slip[]): Slip[] {
  const { text } = written;
  const slips = [
    ...written.slips,
    ...vendorSlips(text, takeApart(text).vendor, name, parts.vendor),
    ...found.map((slip) => withDatesAsWritten(slip, text, name)),
    ...latestSlips(text, parts),
  ];
  const isMisspelt = slips.some(({ kind }) => kind === 'word' || kind === 'order' || kind === 'zeroAndO');
  return isMisspelt ? slips : [...slips, ...spellingSlips(written, name, slips.length === 0)];
}

/** isAll: nothing else is known to be wrong, so that it must be the separators. */
function spellingSlips({ text, slips }: Written, name: string, isAll: boolean): Slip[] {
  const [a, b] = [lastSegment(text), lastSegment(name)];
  const letters = (one: string): string => one.replace(/[^A-Za-z]/g, '');
  const cased = letters(a) !== letters(b) && letters(a).toLowerCase() === letters(b).toLowerCase();
  const [lowerA, lowerB] = [a.toLowerCase(), b.toLowerCase()];
  const told = slips.some(({ kind }) => kind === 'blankInside' || kind === 'lineBreak' || kind === 'dash');
  const separated = !told && lowerA !== lowerB && wordsOf(lowerA).join('') === wordsOf(lowerB).join('');
  return [
    ...(cased ? [{ kind: 'case' } as const] : []),
    ...(separated || (isAll && !cased) ? [{ kind: 'separators' } as const] : []),
  ];
}

function withDatesAsWritten(slip: Slip, text: string, name: string): Slip {
  if (slip.kind === 'dateMissing') return { ...slip, ending: dateAsIn(name, slip.ending) };
  if (slip.kind === 'dateExtra') return { ...slip, ending: dateAsIn(text, slip.ending) };
  if (slip.kind !== 'dateWrong') return slip;
  return { ...slip, written: dateAsIn(text, slip.written), right: dateAsIn(name, slip.right) };
}

/** `-lastest` */
function latestSlips(text: string, right: Parts): Slip[] {
  const last = wordsOf(text.toLowerCase()).at(-1) ?? '';
  return right.latest && takeApart(text).latest && last !== 'latest'
    ? [{ kind: 'word', written: last, right: 'latest' }]
    : [];
}

function vendorSlips(text: string, written: string, name: string, right: string): Slip[] {
  if (written === right) return [];
  const extra: Slip[] =
    written === '' ? [] : [{ kind: 'prefixExtra', beginning: text.slice(0, written.length + 1) }];
  const missing: Slip[] =
    right === '' ? [] : [{ kind: 'prefixMissing', beginning: name.slice(0, right.length + 1) }];
  return [...extra, ...missing];
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
