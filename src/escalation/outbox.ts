/** Messages that must reach Discord. A row says what has to be true there, not what to send: repeating is harmless. */

export interface OutboxRow {
  readonly id: string;
  /** card: the card of this case shows its present state. */
  readonly kind: 'card';
  readonly caseId: string;
  /** Failed attempts so far. */
  readonly attempts: number;
}

export interface OutboxStore {
  /** Undone rows whose time has come, oldest first. */
  due(now: number, most: number): Promise<OutboxRow[]>;
  done(id: string): Promise<void>;
  retry(id: string, dueAt: number, reason: string): Promise<void>;
  /** It can never succeed; the row stays with its reason for people to look at. */
  abandon(id: string, reason: string): Promise<void>;
}
