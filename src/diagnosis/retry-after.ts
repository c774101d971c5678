/** How long a gateway or provider asks to wait. Pure. */

const unit: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** 646ms · 12.5s · 1m2s · 2h15m */
const span = '((?:\\d{1,6}(?:\\.\\d{1,6})?(?:ms|s|m|h|d)){1,4})';
const seconds = '(\\d{1,7}(?:\\.\\d{1,6})?)';
const inSpans = [
  new RegExp(`(?:try again|retry|available|reset[s]?) (?:in|after) ${span}(?![a-z])`, 'gi'),
  new RegExp(`["']?retryDelay["']?\\s?[:=]\\s?["']${span}["']`, 'gi'),
];
const inSeconds = [
  new RegExp(`(?:try again|retry|retrying) (?:in|after) ${seconds} ?(?:s\\b|sec|seconds?)`, 'gi'),
  new RegExp(
    `["']?(?:retry[-_]after|resets_in_seconds)["']?\\s?[:=]\\s?["']?${seconds}(?![\\d.]*[a-z])`,
    'gi',
  ),
  new RegExp(`${seconds} ?秒[後后]?(?:再)?(?:重试|重試|再试|再試)?`, 'g'),
];
/** A week: a longer wait is no wait but a misreading. */
const most = 7 * 86_400;

/** Seconds; the last that the text states, since it belongs to the last try. null when it states none. */
export function retryAfter(folded: string): number | null {
  const found = [
    ...inSpans.flatMap((pattern) =>
      [...folded.matchAll(pattern)].map((match) => ({ at: match.index, wait: secondsOf(match[1] ?? '') })),
    ),
    ...inSeconds.flatMap((pattern) =>
      [...folded.matchAll(pattern)].map((match) => ({ at: match.index, wait: Number(match[1]) })),
    ),
  ].filter(({ wait }) => wait >= 0 && wait <= most);
  const last = found.sort((a, b) => a.at - b.at).at(-1);
  return last === undefined ? null : Math.round(last.wait * 1000) / 1000;
}

function secondsOf(text: string): number {
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gi)].reduce(
    (sum, [, amount, name = 's']) => sum + Number(amount) * (unit[name.toLowerCase()] ?? 1),
    0,
  );
}
