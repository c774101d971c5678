/** Request ids: the id that staff search for, and the time that a gateway writes into it. Pure. */

import type { ReportText } from './report-text.ts';

export interface RequestIdMention {
  readonly id: string;
  readonly start: number;
}

const name =
  'request[ _-]?id|requestid|req[ _-]?id|x-request-id|x-oneapi-request-id|trace[ _-]?id|tid|log[ _-]?id|请求\\s?id|請求\\s?id|错误id';
const named = new RegExp(
  `(?<![A-Za-z-])(?:x-[a-z]{2,20}-)?(?:${name})\\b["']?\\s{0,2}(?:[:=#]|is)?\\s{0,2}["'(]?([0-9A-Za-z][0-9A-Za-z_-]{7,79})`,
  'gi',
);
/** An id of Anthropic or OpenAI is known by its look. */
const prefixed = /(?<![\w-])req_[0-9A-Za-z]{16,40}/g;
/** A column of a gateway's own log: `| 2024091410072566918935069147388 |`. */
const column = /\|\s(20\d{12}\d{9,17}|20\d{12}\d{1,9}[0-9A-Za-z]{8,16})\s\|/g;

/** Hexadecimal parts with colons between them, as GitHub writes them. */
const parts = new RegExp(
  `(?:${name})\\b["']?\\s?[:=]?\\s?["']?((?:[0-9A-F]{4,8}:){3,5}[0-9A-F]{6,8})\\b`,
  'gi',
);

/** A gateway's suffix, in the squeezed view: a terminal may have broken it anywhere, the id itself too. */
const suffix = /\((?:requestid|tid|traceid):([0-9a-z_-]{8,79})\)/g;

/** Every request id, in the order of the text. */
export function findRequestIds({ text, folded, squeezed }: ReportText): RequestIdMention[] {
  const found = new Map<number, RequestIdMention>();
  for (const pattern of [named, prefixed, column, parts]) {
    for (const match of folded.matchAll(pattern)) {
      const id = match[1] ?? match[0];
      if (!looksLikeId(id)) continue;
      const start = match.index + match[0].lastIndexOf(id);
      found.set(start, { id, start });
    }
  }
  for (const match of squeezed.text.matchAll(suffix)) {
    const at = match.index + match[0].length - 1 - (match[1] ?? '').length;
    const places = [...squeezed.offsets.subarray(at, match.index + match[0].length - 1)];
    const start = places[0] ?? 0;
    found.set(start, { id: places.map((place) => text.charAt(place)).join(''), start });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function looksLikeId(id: string): boolean {
  return /\d/.test(id) && id.length >= 8 && !/^\d{8,12}$/.test(id);
}

/**
 * The time inside an id of the one-api family: its first 14 digits are year to second.
 * @returns ISO 8601 in UTC (older gateways write their local time), or null where the id holds none
 */
export function timeInRequestId(id: string): string | null {
  const match = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d/.exec(id);
  if (match === null || id.length < 23) return null;
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? null : iso.replace('.000', '');
}
