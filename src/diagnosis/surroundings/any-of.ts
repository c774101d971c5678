/** One expression out of many short ones, so that a list of them can be read and added to line by line. */
export function anyOf(parts: readonly RegExp[], flags = 'i'): RegExp {
  return new RegExp(parts.map((part) => `(?:${part.source})`).join('|'), flags);
}
