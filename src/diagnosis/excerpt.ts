/**
 * Cuts a huge log down to what can decide: its head, its end, and the places in between where something failed.
 * What follows costs the same for 10 MB as for 100 kB. Pure.
 */

/** Characters. A report up to the limit is read whole. */
const limit = 96_000;
const headSize = 8_000;
const tailSize = 40_000;
/** Kept on each side of a place in between. */
const around = 400;

/** How clients and gateways print a failure, and any word of failure: the first kind goes first. Both cheap to look for. */
const triggers = [
  {
    most: 40,
    pattern:
      /error code: ?\d{3}|request id: |API Error|["']error["'] ?: ?[{"']|status_code=[45]|HTTP\/[\d.]+"? [45]\d\d|unexpected status [45]|状态码|无可用渠道/gi,
  },
  {
    most: 20,
    pattern:
      /error|exception|fail|denied|invalid|exceed|timed? ?out|refused|unavailable|错误|失败|不足|超时|渠道|饱和/gi,
  },
];

/** Pieces stand in their order, parted by a line that says that something is left out. */
export function excerpt(text: string): string {
  if (text.length <= limit) return text;
  const headEnd = lineEndNear(text, headSize);
  const tailStart = lineStartNear(text, text.length - tailSize);
  const places = lastPlaces(text, headEnd, tailStart);
  return [
    text.slice(0, headEnd),
    ...places.map(({ start, end }) => text.slice(start, end)),
    text.slice(tailStart),
  ].join('\n…\n');
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The last failure counts, so of many places the last are kept. */
function lastPlaces(text: string, from: number, to: number): Place[] {
  const found = triggers.flatMap(({ pattern, most }) => placesOf(pattern, text, from, to).slice(-most));
  return merged(found.sort((a, b) => a.start - b.start));
}

function placesOf(pattern: RegExp, text: string, from: number, to: number): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    const end = Math.min(to, match.index + around);
    places.push({ start: Math.max(from, match.index - around), end });
    pattern.lastIndex = end;
  }
  return places;
}

function merged(places: readonly Place[]): Place[] {
  const result: Place[] = [];
  for (const place of places) {
    const last = result.at(-1);
    if (last === undefined || place.start > last.end) result.push(place);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
  }
  return result;
}

/** A cut in the middle of a line could tear a number or a name. A single endless line is cut all the same. */
function lineEndNear(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end - at > 2000 ? at : end;
}

function lineStartNear(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at) + 1;
  return start === 0 || at - start > 2000 ? at : start;
}
