/** One report in the two forms that the readers of this floor share: as shown, and as read. Pure. */
import { fold } from './normalise.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

export interface ReportText {
  /** Normalised and redacted; what is quoted is cut from here. */
  readonly text: string;
  /** Same length as text; see fold(). */
  readonly folded: string;
  readonly squeezed: Squeezed;
}

export function readReport(text: string): ReportText {
  const folded = fold(text);
  return { text, folded, squeezed: squeeze(folded) };
}

/** The line around a place: from the line end before it to the one after it. */
export function lineSpan(text: string, at: number): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** A log line of a request that went well: its model and its request id are not those of a failure. */
export function wentWell(line: string): boolean {
  return /\| 200 \||\bINFO\b|"?HTTP\/[\d.]+"? 2\d\d/.test(line);
}
