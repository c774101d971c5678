/** Messages that must reach Discord. Each is written in the transaction of the change that it announces. */
import type { Digest, Notice } from './deliverer.ts';
import type { IncidentFile } from './incident.ts';
import type { MessageRef } from './report.ts';

/**
 * card: the card of an incident shows its present state. reminder: one more ping. digest: the daily list. notice: a
 * word to one reporter. A card row says what has to be true, not what to send: repeating it is harmless.
 */
export type OutboxKind = 'card' | 'reminder' | 'digest' | 'notice';

/** A row that this process has taken: nobody else touches it until the lease is over. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: OutboxKind;
  readonly incidentId: string | null;
  /** Attempts that were begun before this one, whether or not anybody heard of their end. */
  readonly attempts: number;
  readonly createdAt: number;
  /** Proves that the row is still ours when it is settled. */
  readonly leasedUntil: number;
  /** The changes this attempt shows; a later one leaves the row undone. */
  readonly wanted: number;
}

/** What a row says, as it is at this moment. */
export type OutboxContent =
  | { readonly kind: 'card' | 'reminder'; readonly file: IncidentFile; readonly ping: boolean }
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'notice'; readonly notice: Notice };

export interface OutboxStore {
  /**
   * Takes rows whose time has come, each the first of its lane: what belongs to one card, or to one person in one
   * incident, goes out in order. Rows whose lease has run out were left behind by a process that died.
   */
  take(most: number): Promise<OutboxRow[]>;
  /** null when there is nothing to say any more: it was forgotten, or somebody has claimed it meanwhile. */
  read(row: OutboxRow): Promise<OutboxContent | null>;
  /** Delivered, or not needed any more. A card remembers where it is. */
  done(row: OutboxRow, card: MessageRef | null): Promise<void>;
  retry(row: OutboxRow, dueAt: number, reason: string): Promise<void>;
  /** It cannot succeed; the row stays with its reason for people to look at. */
  abandon(row: OutboxRow, reason: string): Promise<void>;
  /** How many rows are still owed. */
  owed(): Promise<number>;
}
