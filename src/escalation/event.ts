/** What happened at the desk, one row a move: written in the transaction of the move, never changed. */

export type EventKind =
  | 'opened'
  | 'joined'
  | 'left'
  | 'claimed'
  | 'resolved'
  | 'dismissed'
  | 'reopened'
  | 'replied'
  | 'solved'
  | 'thread'
  | 'known'
  | 'unknown'
  | 'reminded'
  | 'settings';

export interface DeskEvent {
  readonly kind: EventKind;
  readonly at: number;
  /** User id; null: errdesk itself. */
  readonly by: string | null;
  readonly guildId: string | null;
  readonly incidentId: string | null;
  readonly caseId: string | null;
}

export interface EventStore {
  /** Oldest first. */
  ofIncident(incidentId: string): Promise<DeskEvent[]>;
}
