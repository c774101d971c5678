/** A name taken apart: vendor, the parts that say which model it is, and what is hung on to it. Pure. */

export interface Parts {
  /** `openai` of `openai/gpt-4o`, with whatever else stands before the last slash; empty when there is none. */
  readonly vendor: string;
  /** Words and numbers, lower case, without date and the like: `gpt`, `4`, `o`. */
  readonly core: readonly string[];
  /** Digits of a date or a revision: `20240806` of `gpt-4o-2024-08-06`, `001`; empty when there is none. */
  readonly date: string;
  readonly latest: boolean;
  /** `:free`; the `:0` of Amazon's `-v2:0`; the `[1m]` of coding tools; empty when there is none. */
  readonly tag: string;
}

const tag = /(:(?:free|beta|nitro|floor|extended|exacto)|\[1m\]|(?<=-v\d{1,2}):\d{1,2})$/;
/** Also mistyped; no other word of a name is like it. */
const latest = /[-_.:@ ](?:latest|l[aeots]{3,6}t?)$/;
/** Amazon writes `us.anthropic.claude-…`. */
const dottedVendor =
  /^((?:(?:us|eu|apac|global|jp|au|ca)\.)?(?:anthropic|meta|amazon|cohere|mistral|ai21|deepseek|qwen|openai|writer|stability))\.(?=[a-z])/;

/** name: cleaned by readWritten(), in any case. */
export function takeApart(name: string): Parts {
  const lower = name.toLowerCase();
  const slash = lower.lastIndexOf('/');
  const dotted = dottedVendor.exec(lower.slice(slash + 1));
  const vendor = [lower.slice(0, Math.max(slash, 0)), dotted?.[1] ?? '']
    .filter((part) => part !== '')
    .join('/');
  let rest = lower.slice(slash + 1 + (dotted?.[0].length ?? 0));
  const tagged = tag.exec(rest);
  if (tagged !== null) rest = rest.slice(0, tagged.index);
  const stripped = rest.replace(latest, '');
  const isLatest = stripped !== rest;
  const words = wordsOf(isLatest ? stripped : rest);
  const dated = findDate(words);
  return {
    vendor,
    core: dated === null ? words : words.toSpliced(dated.at, dated.count),
    date: dated?.digits ?? '',
    latest: isLatest,
    tag: tagged?.[1] ?? '',
  };
}

/** `gpt-4o` and `gpt4o` are both gpt, 4, o; `r+` and `r-plus` are both r, plus. */
export function wordsOf(text: string): string[] {
  return text.replace(/(?<=[a-z\d] ?)\+(?=$|[-_.:@ ])/g, '-plus').match(/[a-z]+|\d+|\P{ASCII}+/gu) ?? [];
}

/** A date follows them. */
const beforeDates = new Set(['preview', 'exp']);

interface Dated {
  readonly at: number;
  readonly count: number;
  readonly digits: string;
}

/** The last date there is; never the first part, nor the only number. */
function findDate(words: readonly string[]): Dated | null {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const found = dateAt(words, at);
    if (found !== null) return found;
  }
  return null;
}

function dateAt(words: readonly string[], at: number): Dated | null {
  const [word = '', second = '', third = ''] = words.slice(at, at + 3);
  const before = words[at - 1] ?? '';
  if (/^20\d\d$/.test(before)) return null;
  // `2024-0806`, `202408-06`
  const halves =
    (/^20[1-4]\d$/.test(word) && /^\d{4}$/.test(second)) ||
    (/^20[1-4]\d[01]\d$/.test(word) && /^\d{2}$/.test(second));
  if (halves) return { at, count: 2, digits: word + second };
  if (/^20[1-4]\d$/.test(word) && /^\d{1,2}$/.test(second)) {
    const whole = /^\d{1,3}$/.test(third);
    return {
      at,
      count: whole ? 3 : 2,
      digits: whole ? word + padded(second) + padded(third) : word + padded(second),
    };
  }
  // `04-17`, `10-2025`
  if (/^(?:0[1-9]|1[0-2])$/.test(word) && at > 1) {
    if (/^20\d\d$/.test(second)) return { at, count: 2, digits: second + word };
    if (/^(?:0[1-9]|[12]\d|3[01])$/.test(second)) return { at, count: 2, digits: word + second };
  }
  // `preview-4-17`
  if (/^[1-9]$/.test(word) && /^\d{2}$/.test(second) && beforeDates.has(before))
    return { at, count: 2, digits: padded(word) + second };
  return isDate(word) || /^00\d$/.test(word) ? { at, count: 1, digits: word } : null;
}

/** 20241022 (also a digit short or long), 202410, 250715, 0613 (also with a day that no month has), 2507. 4096 is none. */
function isDate(word: string): boolean {
  if (/^20[12]\d{4,6}$|^20\d{5}$|^20[12]\d(?:0[1-9]|1[0-2])$/.test(word)) return true;
  if (/^2[3-9](?:0[1-9]|1[0-2])(?:[0-3]\d)?$/.test(word)) return true;
  return /^(?:0[1-9]|1[0-2])\d\d$/.test(word);
}

function padded(digits: string): string {
  return digits.padStart(2, '0');
}

/** How a date is written in a name: `2024-08-06` where the digits are 20240806. */
export function dateAsIn(name: string, digits: string): string {
  const [year, ...rest] =
    digits.length < 6 ? ['', digits.slice(0, 2), digits.slice(2)] : yearMonthDay(digits);
  const parts = [year, ...rest].filter((part) => part !== '');
  const separator = '[-_.@ ]?';
  const forwards = parts.map((part) => part?.replace(/^0/, '0?')).join(separator);
  const backwards = [...rest, year].join(separator);
  return new RegExp(`${forwards}|${backwards}`).exec(name)?.[0] ?? digits;
}

function yearMonthDay(digits: string): string[] {
  const year = digits.length === 6 && !digits.startsWith('20') ? 2 : 4;
  return [digits.slice(0, year), digits.slice(year, year + 2), digits.slice(year + 2)];
}
