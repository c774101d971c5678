/** How a report was read, for staff who ask why: plain values that can be sent to a page. */
import type { Addend } from './addend.ts';
import type { Evidence } from './diagnosis.ts';
import type { Tier } from './signal.ts';

export interface Explanation {
  /** The redacted text, of a huge log the places that were read; every offset below points into it. */
  readonly redacted: string;
  /** The report was cut down to the places that can decide. */
  readonly cut: boolean;
  readonly secrets: number;
  readonly asked: boolean;
  /** In the order of the text; they may overlap. */
  readonly spans: readonly Span[];
  /** Entries that something speaks for, the decisive one first; at most 12. */
  readonly ranking: readonly Ranked[];
  readonly addends: readonly Addend[];
  /** The sum of the addends, 0 to 1. */
  readonly confidence: number;
  readonly threshold: Threshold;
  /** silent: nobody asked and nothing is said; nearest: the nearest entries are offered, if there are any. */
  readonly verdict: 'answered' | 'silent' | 'nearest';
  /** The entry that is answered with. */
  readonly entryId: string | null;
  readonly alternatives: readonly string[];
  readonly evidence: Evidence;
}

export interface Threshold {
  /** channel: nobody asked; asked: somebody did; look-up: somebody did, with a bare code or a few words. */
  readonly name: 'channel' | 'asked' | 'look-up';
  readonly value: number;
}

export type SpanKind = 'decisive' | Tier | 'model' | 'requestId' | 'endpoint' | 'secret';

export interface Span {
  readonly start: number;
  readonly end: number;
  /** decisive: the line, of a long one the part round what decided. */
  readonly kind: SpanKind;
  /** What it speaks for: the id of an entry, a status, a value, the sort of secret. */
  readonly label: string;
}

export interface Ranked {
  readonly entryId: string;
  /** What its best signal is worth with nothing around it, or how near its words are to those typed, 0 to 1. */
  readonly score: number;
  /** alias: found by what people type. */
  readonly tier: Tier | 'alias';
  /**
   * decisive: it decided; same: it is part of the same failure; other: of another one in the report; set aside: it is
   * quoted, or not the failure's own; looked up: by the status or the words that were typed.
   */
  readonly part: 'decisive' | 'same' | 'other' | 'set aside' | 'looked up';
  /** What was matched, at most 160 characters; empty where nothing in the text was. */
  readonly text: string;
}
