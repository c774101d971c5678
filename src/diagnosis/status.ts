/** Where a text states the HTTP status of a failure. A number counts only in a place where clients print one. Pure. */
import {
  accessed,
  known,
  loneNumber,
  numberBeforePhrase,
  reasonPhrases,
  said,
  stated,
} from './status-patterns.ts';

/** 3: a client or a body states it; 2: a log line of an access, or its reason phrase stands beside it; 1: a person says it. */
export type StatusTrust = 1 | 2 | 3;

export interface StatusMention {
  readonly status: number;
  readonly start: number;
  readonly end: number;
  readonly trust: StatusTrust;
}

/** Every mention, in the order of the text. folded: see fold(). */
export function findStatuses(folded: string): StatusMention[] {
  const found = new Map<number, StatusMention>();
  const add = (patterns: readonly RegExp[], trust: StatusTrust) => {
    for (const pattern of patterns) {
      for (const match of folded.matchAll(pattern)) {
        const digits = match[1] ?? match[2] ?? '';
        const start = match.index + match[0].lastIndexOf(digits);
        if (!known.has(Number(digits)) || isOfTransfer(folded, start)) continue;
        if ((found.get(start)?.trust ?? 0) >= trust) continue;
        found.set(start, { status: Number(digits), start, end: start + 3, trust });
      }
    }
  };
  add(stated, 3);
  add(accessed, 2);
  add(said, 1);
  for (const mention of withReasonPhrase(folded)) {
    if ((found.get(mention.start)?.trust ?? 0) < mention.trust) found.set(mention.start, mention);
  }
  return [...found.values()]
    .filter(({ start, trust }) => trust === 3 || !isOfAnotherPath(folded, start))
    .sort((a, b) => a.start - b.start);
}

/** `503 Service Unavailable`, `404 (Not Found)` */
function withReasonPhrase(folded: string): StatusMention[] {
  return [...folded.matchAll(numberBeforePhrase)].flatMap((match) => {
    const status = Number(match[1]);
    const phrase = reasonPhrases[status];
    const after = folded.slice(match.index + match[0].length, match.index + 60);
    if (phrase === undefined || !new RegExp(`^(?:${phrase})`, 'i').test(after)) return [];
    return [{ status, start: match.index, end: match.index + 3, trust: 2 as const }];
  });
}

/** A page or a file that is fetched beside the calls: its 404 is nobody's trouble. */
function isOfAnotherPath(folded: string, at: number): boolean {
  const line = folded.slice(Math.max(folded.lastIndexOf('\n', at) + 1, at - 300), at);
  return /\bGET\b/.test(line) && !/\/v\d|\/models|\/chat|completions|\bapi\b/i.test(line);
}

/** aiohttp writes `TransferEncodingError: 400` about a body that was cut off: no answer of a server. */
function isOfTransfer(folded: string, at: number): boolean {
  return folded.slice(Math.max(0, at - 30), at).includes('TransferEncodingError');
}

/**
 * The one number in a text that can be a status, wherever it stands: `… (request id: 1) 401`. Only where the failure
 * is certain by other signs may a number mean that much.
 * @returns null when there is none, or more than one
 */
export function loneStatus(folded: string): number | null {
  const numbers = [...folded.matchAll(loneNumber)]
    .filter((match) => !isOfTransfer(folded, match.index))
    .map((match) => Number(match[1]));
  const distinct = new Set(numbers.filter((number) => known.has(number)));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
