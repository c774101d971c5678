/** Error codes and types in a report: values of fields, and names that only a machine writes. Pure. */

export interface CodeMention {
  readonly code: string;
  readonly start: number;
  /** A field says so; otherwise the bare name stands somewhere. */
  readonly field: boolean;
}

const fieldValue =
  /["']?(?<![A-Za-z])(?:code|type|status|reason|error|name|error_?(?:code|type|name)|errno|errCode|exception|finish_?reason|block_?reason|__type)["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9][\w.:-]{1,60}[A-Za-z0-9])(?![\w])/gi;
/** snake_case, dotted, CamelCase with two humps, or ALL_CAPS: nobody types these in a chat without reason. */
const bareName =
  /(?<![\w./\\@-])(?:[a-z]+(?:_[a-z0-9]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|E[A-Z]{5,}|(?:[A-Z][a-z]+){2,}(?:\.[A-Z]\w+)*)(?![\w/\\])/g;

export function findCodes(folded: string): CodeMention[] {
  const found = new Map<number, CodeMention>();
  for (const match of folded.matchAll(bareName)) {
    found.set(match.index, { code: match[0], start: match.index, field: false });
  }
  for (const match of folded.matchAll(fieldValue)) {
    const code = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(code);
    found.set(start, { code, start, field: true });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
