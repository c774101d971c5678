/** Overlapping spans of a text → pieces one after the other, each with all that covers it. Pure. */
import type { Span } from '../../diagnosis/explanation.ts';

export interface Piece {
  readonly text: string;
  /** Empty where nothing was read. */
  readonly spans: readonly Span[];
}

/** spans: in the order of their starts. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const edges = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      spans: spans.filter((span) => span.start <= start && span.end >= end),
    };
  });
}
