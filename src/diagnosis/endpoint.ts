/** Which address a failing request went to. Pure. */

const patterns: readonly RegExp[] = [
  /\b(GET|POST|PUT|PATCH|DELETE) ["']?((?:https?:\/\/[^\s"'<>)]{3,300}|\/[\w./:~%-]{1,200}))/g,
  /\burl["']?\s?[:=]\s?()["']?(https?:\/\/[^\s"'<>),}]{3,300})/gi,
  /\bfor url:? ?()["'(]?(https?:\/\/[^\s"'<>),}]{3,300})/gi,
  /\bwith url: ()(\/[\w./:~%-]{1,200})/gi,
];

/** `POST https://api.example.com/v1/chat/completions`, without its query; the one nearest to a place. */
export function endpointNear(folded: string, at: number): string | null {
  const found = patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => ({
      distance: Math.abs(match.index - at),
      endpoint: [match[1], (match[2] ?? '').replace(/[?#].*$|[.,:]+$/, '')].filter(Boolean).join(' '),
    })),
  );
  return found.sort((a, b) => a.distance - b.distance)[0]?.endpoint ?? null;
}
