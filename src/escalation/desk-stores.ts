/** Every store of the desk, as storage/ hands them out: the handlers of Discord events get these. */
import type { AgendaStore } from './agenda.ts';
import type { CaseStore } from './case.ts';
import type { EventStore } from './event.ts';
import type { GuildStore } from './guild.ts';
import type { IncidentStore } from './incident.ts';
import type { LimitStore } from './limits.ts';
import type { ReportStore } from './report.ts';

/** A row of the outbox that was given up, for `/cases`. */
export interface Refusal {
  readonly incidentId: string | null;
  readonly kind: 'card' | 'reminder' | 'digest' | 'notice';
  readonly reason: string;
  readonly at: number;
}

export interface RefusalStore {
  /** Newest first. */
  latest(guildId: string | null, most: number): Promise<Refusal[]>;
  /**
   * Owes the cards of unfinished incidents again that were given up: at start, and when permissions have changed.
   * @param guildId null: those of direct messages; left out: all
   */
  retryCards(guildId?: string | null): Promise<number>;
}

export interface PrivacyStore {
  /**
   * `/forget`: takes a person out of everything: lines, ids, links, names of who asked and who acted. Their open cases
   * end; the incident stays for the others.
   * @returns how many reports there were
   */
  forget(userId: string): Promise<number>;
}

export interface DeskStores {
  readonly reports: ReportStore;
  readonly cases: CaseStore;
  readonly incidents: IncidentStore;
  readonly guilds: GuildStore;
  readonly limits: LimitStore;
  readonly agenda: AgendaStore;
  readonly events: EventStore;
  readonly refusals: RefusalStore;
  readonly privacy: PrivacyStore;
}
