/**
 * Which of several names of one model is meant, when only what hangs on to the name differs: vendor, date, `-latest`,
 * `:free`. Pure.
 */
import { distance } from './distance.ts';
import type { Listed } from './name-index.ts';
import type { Parts } from './parts.ts';
import type { Slip } from './slip.ts';

export interface Claim {
  readonly listed: Listed;
  readonly slips: readonly Slip[];
}

/**
 * @param text the name as written, cleaned
 * @param isReal whether such a date of this model is known in the world: then it is meant, and no other one
 * @returns null when several are equally likely, or when another date than the written one would have to be meant
 */
export function chooseAmong(
  text: string,
  written: Parts,
  candidates: readonly Listed[],
  isReal: boolean,
): Claim | null {
  const exact = candidates.filter(({ parts }) => hangsOnTheSame(parts, written));
  if (exact.length > 0) return closest(text, written, exact);
  const claims = candidates.flatMap((listed) => {
    const slips = hangingSlips(written, listed.parts);
    return slips === null ? [] : [{ listed, slips }];
  });
  const near = isReal ? [] : nearestDate(written, claims);
  if (near.length > 0) return closestClaim(text, written, near);
  const others = otherDates(written, candidates);
  const least = Math.min(...claims.map(weightOf));
  const best = claims.filter((claim) => weightOf(claim) === least);
  const dates = new Set(best.map(({ listed }) => listed.parts.date));
  if (dates.size !== 1) return null;
  // A date is let go, or taken for another one, only where nothing else can be meant.
  if (written.date !== '' && others.size > 0) {
    return isReal || others.size > 1 || isPossible(written.date)
      ? null
      : closestClaim(
          text,
          written,
          claims.filter(({ listed }) => others.has(listed.parts.date)),
        );
  }
  return closestClaim(text, written, best);
}

function hangsOnTheSame(a: Parts, b: Parts): boolean {
  return sameDate(a.date, b.date) && a.latest === b.latest && a.tag === b.tag;
}

/** `20240806` is also written `240806`. */
function sameDate(a: string, b: string): boolean {
  return a === b || (a.length === 6 && `20${a}` === b) || (b.length === 6 && `20${b}` === a);
}

/** What would have to be wrong; null when revisions differ, which are versions. */
function hangingSlips(written: Parts, right: Parts): Slip[] | null {
  const slips: Slip[] = [];
  if (!sameDate(written.date, right.date)) {
    if (written.date === '') slips.push({ kind: 'dateMissing', ending: right.date });
    else if (right.date === '') slips.push({ kind: 'dateExtra', ending: written.date });
    else if (isRevision(written.date) || isRevision(right.date)) return null;
    else slips.push({ kind: 'dateWrong', written: written.date, right: right.date });
  }
  if (written.latest !== right.latest) slips.push({ kind: written.latest ? 'latestExtra' : 'latestMissing' });
  if (written.tag !== right.tag) {
    if (written.tag !== '') slips.push({ kind: 'tagExtra', ending: written.tag });
    if (right.tag !== '') slips.push({ kind: 'tagMissing', ending: right.tag });
  }
  return slips;
}

function isRevision(date: string): boolean {
  return date.length === 3;
}

/** A missing `-latest` is more likely than a missing date. */
function weightOf({ slips }: Claim): number {
  return slips.reduce(
    (sum, { kind }) => sum + (kind === 'latestMissing' || kind === 'latestExtra' ? 1 : 1.2),
    0,
  );
}

/** A day that there is: somebody may well mean it. */
function isPossible(date: string): boolean {
  const [month, day] = [Number(date.slice(-4, -2)), Number(date.slice(-2))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The dates of the same model that were not written. */
function otherDates({ date }: Parts, candidates: readonly Listed[]): Set<string> {
  const dates = candidates.map(({ parts }) => parts.date);
  return new Set(dates.filter((other) => other !== '' && !sameDate(other, date)));
}

/** A date that is mistyped by a digit or two, if only one can be meant. */
function nearestDate(written: Parts, claims: readonly Claim[]): Claim[] {
  if (written.date === '') return [];
  // Of a day that there is, one digit may be mistyped.
  const most = isPossible(written.date) ? 1 : 2;
  const near = claims
    .filter(({ slips }) => slips.length === 1 && slips[0]?.kind === 'dateWrong')
    .map((claim) => ({ claim, slips: digitsApart(written.date, claim.listed.parts.date, most) }))
    .filter(({ slips }) => slips <= most);
  const least = Math.min(...near.map(({ slips }) => slips));
  const best = near.filter(({ slips }) => slips === least).map(({ claim }) => claim);
  return new Set(best.map(({ listed }) => listed.parts.date)).size === 1 ? best : [];
}

/** Month and day swapped are one slip. In a date of four digits another digit is another date. */
function digitsApart(a: string, b: string, most: number): number {
  if (isPartOf(a, b)) return 1;
  const isSwapped = a.length === b.length && a.slice(0, -4) + a.slice(-2) + a.slice(-4, -2) === b;
  if (isSwapped) return 1;
  const sameDigits = sorted(a) === sorted(b);
  return a.length < 7 && !sameDigits ? most + 1 : distance(a, b, most);
}

/** `0806` and `2024-08` of 20240806; the century may be left out. */
function isPartOf(part: string, date: string): boolean {
  const [short, whole] = [part, date].map((digits) => digits.replace(/^20(?=[1-4]\d)/, ''));
  if (short?.length !== 4 || whole?.length !== 6) return false;
  return whole.endsWith(short) || whole.startsWith(short);
}

function sorted(digits: string): string {
  return Array.from(digits).sort().join('');
}

function closest(text: string, written: Parts, candidates: readonly Listed[]): Claim | null {
  return closestClaim(
    text,
    written,
    candidates.map((listed) => ({ listed, slips: [] })),
  );
}

/** Several spellings of one model: the one that is written most alike. Of several vendors, none. */
function closestClaim(text: string, written: Parts, claims: readonly Claim[]): Claim | null {
  const ranked = claims
    .map((claim) => ({ claim, apart: spelledApart(text, written, claim.listed) }))
    .sort((a, b) => a.apart - b.apart);
  const [first] = ranked;
  const level = ranked.filter(({ apart }) => apart === first?.apart);
  const vendors = new Set(level.map(({ claim }) => claim.listed.parts.vendor));
  return first === undefined || vendors.size > 1 ? null : first.claim;
}

/** Letters count more than their case. Where no vendor was written, a name without one is a little nearer. */
function spelledApart(text: string, written: Parts, { name, parts }: Listed): number {
  const bare = (full: string): string => full.slice(full.lastIndexOf('/') + 1);
  const [a, b] = [bare(text), bare(name)];
  const most = Math.max(a.length, b.length);
  const vendor = vendorApart(written.vendor, parts.vendor);
  return distance(a.toLowerCase(), b.toLowerCase(), most) * 10 + distance(a, b, most) + vendor * 10;
}

/** A vendor that is not like the right one is more likely too much than another one. */
function vendorApart(written: string, right: string): number {
  if (written === '') return right === '' ? 0 : 0.05;
  return right === '' ? 3 : distance(written, right, 20);
}
