/** Work that falls due some day. The times are rows in the database: a restart forgets none. */

/**
 * reminder: an incident that nobody claimed in time; digest: the daily list of one server; retention: deletes what
 * has been kept long enough, everywhere.
 */
export type AgendaKind = 'reminder' | 'digest' | 'retention';

export interface AgendaItem {
  readonly kind: AgendaKind;
  /** Id of the incident, id of the server (empty: direct messages), or empty. */
  readonly subject: string;
  readonly dueAt: number;
}

export interface AgendaStore {
  /**
   * Does one due item in one transaction, whichever process gets it: what it owes Discord is in the outbox afterwards.
   * @returns what was done, or null when nothing is due
   */
  doNext(now: number): Promise<{ readonly item: AgendaItem; readonly skipped: boolean } | null>;
}
