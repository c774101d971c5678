/**
 * Takes secrets out of a report before anything else may see it. Shapes follow the published ones of each vendor
 * (gitleaks and vendors' documents); context finds what has no shape. Pure.
 */
import { fold } from '../normalise.ts';
import { contexts } from './contexts.ts';
import { personal } from './personal.ts';
import type { Rule } from './rule.ts';
import { shapes } from './shapes.ts';

const rules: readonly Rule[] = [...shapes, ...contexts, ...personal];

export interface Redaction {
  readonly text: string;
  /** Keys, tokens and passwords found; personal data is taken out too but is no secret to warn about. */
  readonly secrets: number;
}

/**
 * Takes out keys, tokens, passwords and personal data. The last four characters of a long key stay, so that its
 * owner can tell which one it was.
 */
export function redact(text: string): Redaction {
  const spans = findSpans(fold(text));
  let result = '';
  let from = 0;
  let secrets = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + replacement(span, text.slice(span.start, span.end));
    from = span.end;
    if (!span.personal) secrets += 1;
  }
  return { text: result + text.slice(from), secrets };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly personal: boolean;
}

function findSpans(folded: string): Span[] {
  const spans: Span[] = [];
  for (const rule of rules) {
    rule.pattern.lastIndex = 0;
    for (const match of folded.matchAll(rule.pattern)) {
      const found = match[1] ?? match[0];
      if (rule.unless?.(found) === true) continue;
      const start = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(found));
      spans.push({ start, end: start + found.length, label: rule.label, personal: rule.personal === true });
    }
  }
  // Where two rules meet, the longer span wins: nothing of a secret may be left between them.
  return merged(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else if (span.end > last.end)
      result[result.length - 1] = { ...last, end: span.end, personal: last.personal && span.personal };
  }
  return result;
}

const labels = [...new Set(rules.map(({ label }) => label))].join('|');
const placeholder = new RegExp(`\\[(${labels})(?: (?:[A-Za-z]{2,5}[-_])?….{4})?\\]`, 'g');

/** Where something was taken out, in a text that redact() returned. What a person wrote in that form counts too. */
export function placeholders(
  redacted: string,
): { readonly start: number; readonly end: number; readonly label: string }[] {
  return [...redacted.matchAll(placeholder)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: match[1] ?? '',
  }));
}

/** placeholders() knows this form. */
function replacement(span: Span, found: string): string {
  if (span.personal || found.length < 20) return `[${span.label}]`;
  const head = /^[A-Za-z]{2,5}[-_]/.exec(found)?.[0] ?? '';
  return `[${span.label} ${head}…${found.slice(-4)}]`;
}
