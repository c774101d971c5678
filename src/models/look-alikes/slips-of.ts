/** Everything that is wrong in a name, once it is known which one is meant. Pure. */
import { distance } from './distance.ts';
import type { Listed } from './name-index.ts';
import { dateAsIn, type Parts, takeApart, wordsOf } from './parts.ts';
import type { Slip } from './slip.ts';
import type { Written } from './written.ts';

/**
 * Those of reading and those of the claim, and what is left to tell: vendor, case, separators.
 * @param found those of the claim
 */
export function slipsOf(written: Written, { name, parts }: Listed, found: readonly Slip[]): Slip[] {
  const { text } = written;
  // `openai-gpt-4o` for `openai/gpt-4o`: the vendor is there, only not set off as it should be.
  const isVendorThere = ({ kind, ...slip }: Slip): boolean =>
    kind === 'prefixExtra' && 'beginning' in slip && bare(slip.beginning) === bare(parts.vendor);
  const hasVendor = found.some(isVendorThere);
  const slips = [
    ...written.slips,
    ...(hasVendor ? [] : vendorSlips(text, takeApart(text).vendor, name, parts.vendor)),
    ...found.filter((slip) => !isVendorThere(slip)).map((slip) => withDatesAsWritten(slip, text, name)),
    ...latestSlips(text, parts),
  ];
  const isMisspelt = slips.some(({ kind }) => kind === 'word' || kind === 'order' || kind === 'zeroAndO');
  return isMisspelt ? slips : [...slips, ...spellingSlips(written, name, slips.length === 0 || hasVendor)];
}

function bare(text: string): string {
  return wordsOf(text.toLowerCase()).join('');
}

/** isAll: nothing else is known to be wrong, so that it must be the separators. */
function spellingSlips({ text, slips }: Written, name: string, isAll: boolean): Slip[] {
  const letters = (one: string): string => one.replace(/[^A-Za-z]/g, '');
  const isCased = (a: string, b: string): boolean =>
    letters(a) !== letters(b) && letters(a).toLowerCase() === letters(b).toLowerCase();
  const cased =
    isCased(lastSegment(text), lastSegment(name)) || (takeApart(text).vendor !== '' && isCased(text, name));
  const told = slips.some(({ kind }) => kind === 'blankInside' || kind === 'lineBreak' || kind === 'dash');
  const separated =
    areSeparated(lastSegment(text), lastSegment(name)) || areSeparated(body(text), body(name));
  return [
    ...(cased ? [{ kind: 'case' } as const] : []),
    ...((separated && !told) || (isAll && !cased) ? [{ kind: 'separators' } as const] : []),
  ];
}

/** The same letters and digits with other signs between them. */
function areSeparated(a: string, b: string): boolean {
  return a.toLowerCase() !== b.toLowerCase() && bare(a) === bare(b);
}

/** Without what hangs on to it: what is wrong there is told by itself. */
function body(text: string): string {
  const { date, latest, tag } = takeApart(text);
  const name = lastSegment(text).toLowerCase();
  const untagged = name.slice(0, name.length - tag.length);
  const undated = date === '' ? untagged : untagged.replace(dateAsIn(untagged, date), '');
  return (latest ? undated.replace(/[a-z]+$/, '') : undated).replace(/[-_.@: ]+$/, '');
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
  const extra = (length: number): Slip => ({ kind: 'prefixExtra', beginning: text.slice(0, length) });
  const missing = (length: number): Slip => ({ kind: 'prefixMissing', beginning: name.slice(0, length) });
  if (right === '') return [extra(written.length + 1)];
  if (written === '') return [missing(right.length + 1)];
  if (written.endsWith(`/${right}`)) return [extra(written.length - right.length)];
  if (right.endsWith(`/${written}`)) return [missing(right.length - written.length)];
  if (distance(written, right, 2) <= 2)
    return [{ kind: 'word', written: text.slice(0, written.length), right: name.slice(0, right.length) }];
  return [extra(written.length + 1), missing(right.length + 1)];
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
