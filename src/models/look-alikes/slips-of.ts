/** Everything that is wrong in a name, once it is known which one is meant. Pure. */
import { distance } from './distance.ts';
import type { Listed } from './name-index.ts';
import { dateAsIn, type Parts, wordsOf } from './parts.ts';
import type { Slip } from './slip.ts';
import type { Written } from './written.ts';

/** A name and what it is made of. */
type Taken = Pick<Listed, 'name' | 'parts'>;

/**
 * Those of reading and those of the claim, and what is left to tell: vendor, case, separators.
 * @param read the parts of the written name
 * @param found those of the claim
 */
export function slipsOf(written: Written, read: Parts, right: Taken, found: readonly Slip[]): Slip[] {
  const { text } = written;
  const { name, parts } = right;
  // `openai-gpt-4o` for `openai/gpt-4o`: the vendor is there, only not set off as it should be.
  const isVendorThere = ({ kind, ...slip }: Slip): boolean =>
    kind === 'prefixExtra' && 'beginning' in slip && bare(slip.beginning) === bare(parts.vendor);
  const hasVendor = found.some(isVendorThere);
  const slips = [
    ...written.slips,
    ...(hasVendor ? [] : vendorSlips(text, read.vendor, name, parts.vendor)),
    ...found.filter((slip) => !isVendorThere(slip)).map((slip) => withDatesAsWritten(slip, text, name)),
    ...latestSlips(text, read, parts),
  ];
  const isMisspelt = slips.some(({ kind }) => kind === 'word' || kind === 'order' || kind === 'zeroAndO');
  const isAll = slips.length === 0 || hasVendor;
  return isMisspelt
    ? slips
    : [...slips, ...spellingSlips(written, { name: text, parts: read }, right, isAll)];
}

function bare(text: string): string {
  return wordsOf(text.toLowerCase()).join('');
}

/** isAll: nothing else is known to be wrong, so that it must be the separators. */
function spellingSlips({ slips }: Written, read: Taken, right: Taken, isAll: boolean): Slip[] {
  const [text, name] = [read.name, right.name];
  const letters = (one: string): string => one.replace(/[^A-Za-z]/g, '');
  const isCased = (a: string, b: string): boolean =>
    letters(a) !== letters(b) && letters(a).toLowerCase() === letters(b).toLowerCase();
  const cased =
    isCased(lastSegment(text), lastSegment(name)) || (read.parts.vendor !== '' && isCased(text, name));
  const told = slips.some(({ kind }) => kind === 'blankInside' || kind === 'lineBreak' || kind === 'dash');
  const separated =
    areSeparated(lastSegment(text), lastSegment(name)) || areSeparated(body(read), body(right));
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
function body({ name, parts: { date, latest, tag } }: Taken): string {
  const segment = lastSegment(name).toLowerCase();
  const untagged = segment.slice(0, segment.length - tag.length);
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
function latestSlips(text: string, read: Parts, right: Parts): Slip[] {
  const last = wordsOf(text.toLowerCase()).at(-1) ?? '';
  return right.latest && read.latest && last !== 'latest'
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
