/** Where in a report stands what was read from it. Pure. */
import type { Evidence } from './diagnosis.ts';
import type { Span } from './explanation.ts';
import { fold } from './normalise.ts';
import { placeholders } from './redaction/redact.ts';
import { lineSpan, type ReportText } from './report-text.ts';
import { squeeze } from './squeeze.ts';
import type { Trace } from './trace.ts';

/** A page with more marks than this is no longer read by anybody. */
const mostSpans = 400;
const mostOfAValue = 20;
/** Of an endless line, this much on each side of what decided. */
const aroundDecisive = 300;

export function spansOf({ report, signals, statuses, outcome }: Trace, evidence: Evidence): Span[] {
  const spans: Span[] = [
    ...(outcome.kind === 'decided' ? [decisiveLine(report, outcome.decision.decisive)] : []),
    ...(['model', 'requestId', 'endpoint'] as const).flatMap((kind) =>
      placesOf(report, evidence[kind]).map((place) => ({ ...place, kind, label: evidence[kind] ?? '' })),
    ),
    ...placeholders(report.text).map((place) => ({ ...place, kind: 'secret' as const })),
    ...signals
      .filter(({ tier }) => tier !== 'status')
      .map(({ start, end, tier, entry }) => ({ start, end, kind: tier, label: entry.id })),
    ...statuses.map(({ start, end, status }) => ({
      start,
      end,
      kind: 'status' as const,
      label: String(status),
    })),
  ];
  return distinct(spans)
    .slice(0, mostSpans)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function decisiveLine(report: ReportText, { start, end, entry }: Place & { entry: { id: string } }): Span {
  const line = lineSpan(report.folded, start);
  return {
    start: Math.max(line.start, start - aroundDecisive),
    end: Math.max(end, Math.min(line.end, start + aroundDecisive)),
    kind: 'decisive',
    label: entry.id,
  };
}

/** Several signatures of one entry may match the same words. */
function distinct(spans: readonly Span[]): Span[] {
  const known = new Map(
    spans.map((span) => [`${span.start} ${span.end} ${span.kind} ${span.label}`, span] as const),
  );
  return [...known.values()];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a value that was read stands in the text, however it is wrapped, quoted or written there. */
function placesOf({ squeezed, folded }: ReportText, value: string | null): Place[] {
  const wanted = squeeze(fold(value ?? '')).text;
  const places: Place[] = [];
  if (wanted === '') return places;
  for (
    let at = squeezed.text.indexOf(wanted);
    at >= 0 && places.length < mostOfAValue;
    at = squeezed.text.indexOf(wanted, at + wanted.length)
  ) {
    const start = squeezed.offsets[at] ?? 0;
    const end = (squeezed.offsets[at + wanted.length - 1] ?? 0) + 1;
    if (!isWithinWord(folded, start, end)) places.push({ start, end });
  }
  return places;
}

/** `o1` is no model in the middle of `foo123`. */
function isWithinWord(text: string, start: number, end: number): boolean {
  return /[A-Za-z0-9_-]/.test(text.charAt(start - 1)) || /[A-Za-z0-9_-]/.test(text.charAt(end));
}
