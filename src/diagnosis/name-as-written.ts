/** A model's name with the blanks and invisible characters that the request had round it or in it. Pure. */

/** A name hides in a paste as large as this; in a huge log nobody can tell blanks of the name from blanks of the log. */
const mostRead = 200_000;
/** A log that names its model again and again is not read to its end. */
const mostLooks = 200;
/** More blanks than these belong to the layout of the log. */
const mostBlanks = 5;

const invisible = /\p{Cf}/gu;
/** Quotes show where a name begins and ends. */
const opening = /(?<![\p{L}\p{N}])(["'`“‘「])$/u;
const closing = /^\\{0,4}(["'`”’」])(?![\p{L}\p{N}])/u;
const pairs = ['""', "''", '``', '“”', '‘’', '「」'];
/** So do the words round it in the sentences of gateways; one blank on each side separates words. */
const before = /(?:\bmodel|模型)[:：]?$/;
const after = /^(?:under|is|not|does|in|for|无|無|下|暂|不|的|计费)/;
/** As far as the words round a name are looked at. */
const wordsNear = 12;

/**
 * @param raw the report as it was pasted: what cannot be seen is taken out of it before it is read
 * @param name the name as it was read
 * @returns null where nothing stands round it
 */
export function nameAsWritten(raw: string, name: string): string | null {
  if (raw.length > mostRead) return null;
  const { text, rawAt } = visible(raw);
  let looks = 0;
  let found: string | null = null;
  for (let at = text.indexOf(name); at >= 0 && looks < mostLooks; at = text.indexOf(name, at + 1)) {
    looks += 1;
    const span = spanOf(text, at, at + name.length);
    if (span === null) continue;
    // Invisible characters at the edges belong to it.
    const written = raw.slice(rawAt(span.start - 1) + 1, rawAt(span.end));
    // Somewhere it stands clean: then the blanks elsewhere are those of whoever tells of it.
    if (written === name) return null;
    found ??= written;
  }
  return found;
}

interface Visible {
  readonly text: string;
  /** The place in the raw text of a place in this one. */
  readonly rawAt: (place: number) => number;
}

function visible(raw: string): Visible {
  const places: number[] = [];
  let text = '';
  let last = 0;
  for (const { index, 0: hidden } of raw.matchAll(invisible)) {
    for (let place = last; place < index; place += 1) places.push(place);
    text += raw.slice(last, index);
    last = index + hidden.length;
  }
  if (last === 0) return { text: raw, rawAt: (place) => place };
  const shift = last - text.length;
  return {
    text: text + raw.slice(last),
    rawAt: (place) => (place < 0 ? -1 : (places[place] ?? place + shift)),
  };
}

/** From the first to the last character of the name with its blanks; null where nothing tells where it ends. */
function spanOf(text: string, start: number, end: number): { start: number; end: number } | null {
  const left = start - blanksBefore(text, start);
  const right = end + blanksAfter(text, end);
  const lead = text.slice(Math.max(0, left - wordsNear), left);
  const follow = text.slice(right, right + wordsNear);
  const quotes = `${opening.exec(lead)?.[1] ?? ''}${closing.exec(follow)?.[1] ?? ''}`;
  if (pairs.includes(quotes)) return { start: left, end: right };
  const isInSentence = left < start && right > end && before.test(lead) && after.test(follow);
  return isInSentence ? { start: left + 1, end: right - 1 } : null;
}

function blanksBefore(text: string, end: number): number {
  let count = 0;
  while (count < mostBlanks && isBlank(text.charAt(end - count - 1))) count += 1;
  return count;
}

function blanksAfter(text: string, start: number): number {
  let count = 0;
  while (count < mostBlanks && isBlank(text.charAt(start + count))) count += 1;
  return count;
}

/** A line end may be the log's own. */
function isBlank(character: string): boolean {
  return character !== '\n' && /^\s$/.test(character);
}
