/** The open cases with one cause and one model in one server: one card, one ping, one set of buttons. */
import type { Moved } from './moved.ts';
import type { MessageRef, Report } from './report.ts';

/** merged: its cases went on in another incident, because their cause or model turned out to be that one's. */
export type IncidentState = 'open' | 'claimed' | 'resolved' | 'dismissed' | 'merged';

/** "We know about this": while it stands, every answer to the same error carries it and nobody is pinged. */
export interface KnownNotice {
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

export interface Incident {
  readonly id: string;
  /** null: direct messages. */
  readonly guildId: string | null;
  /** null: nobody knows the cause; such an incident holds one report only. */
  readonly entryId: string | null;
  /** null: not named, or (with a known-notice) whatever the model is. */
  readonly model: string | null;
  readonly state: IncidentState;
  readonly openedAt: number;
  readonly claimedBy: string | null;
  readonly claimedAt: number | null;
  readonly closedBy: string | null;
  readonly closedAt: number | null;
  /** What was written when it was resolved. Redacted by the caller. */
  readonly note: string | null;
  /** How often it was reopened. */
  readonly reopened: number;
  /** How many cases it has had. 0: staff opened it with `/incident` before anybody asked. */
  readonly count: number;
  /** When the latest case joined. */
  readonly latestAt: number;
  readonly mergedInto: string | null;
  readonly notice: KnownNotice | null;
  /** The card at the desk, once it is there. */
  readonly card: MessageRef | null;
  /** The thread that staff opened for it. */
  readonly threadId: string | null;
}

/** Everything a card shows. */
export interface IncidentFile {
  readonly incident: Incident;
  /** The reports of its cases, newest first, at most `shownReports`; empty when there are none. */
  readonly recent: readonly Report[];
  /** The earliest report, whether or not it is among the recent ones. */
  readonly first: Report | null;
  /** Different people, earliest first, at most `shownReporters`; `reporterCount` counts them all. */
  readonly reporters: readonly string[];
  readonly reporterCount: number;
  /** Cases that still wait: neither resolved nor dismissed. */
  readonly waiting: number;
}

export const shownReports = 5;
export const shownReporters = 10;

/** What `/cases` asks for. `unfinished` is open and claimed together. */
export interface IncidentFilter {
  readonly guildId: string | null;
  readonly state: IncidentState | 'unfinished' | 'all';
  /** Exactly this model, compared as incidents compare them. */
  readonly model?: string | null;
  readonly most: number;
  readonly skip: number;
}

export interface IncidentPage {
  readonly incidents: readonly Incident[];
  readonly total: number;
}

/**
 * Incidents and their moves. Every move is one conditional UPDATE; in the same transaction its cases follow, its event
 * is written, and what Discord must show (card, notices to users) goes into the outbox: call `nudge` afterwards, send
 * nothing yourself. `by` is always a user id. Nobody's permission is checked here.
 */
export interface IncidentStore {
  find(id: string): Promise<Incident | null>;
  file(id: string): Promise<IncidentFile | null>;
  list(filter: IncidentFilter): Promise<IncidentPage>;

  /** open → claimed. Each waiting reporter is told once who is on it. */
  claim(id: string, by: string): Promise<Moved>;
  /** open or claimed → resolved. Each waiting reporter is told once, with the note. */
  resolve(id: string, by: string, note: string | null): Promise<Moved>;
  /** open or claimed → dismissed. Nobody is told. */
  dismiss(id: string, by: string): Promise<Moved>;
  /**
   * resolved or dismissed → open, with the cases that staff had closed. The role is not pinged.
   * Lost when another incident with the same cause and model is open: `incident` is then that one. Lost, too, when
   * nobody is in it any more: they went over to another incident, and `incident` is still closed.
   */
  reopen(id: string, by: string): Promise<Moved>;
  /**
   * Sends a text to each waiting reporter, as a reply to their latest message in this incident; in any state but
   * merged. After it is closed it goes to everybody who was in it when it closed.
   * @param caseId only to the reporter of this case
   * @param key makes repetitions harmless: the interaction's id
   */
  reply(id: string, by: string, text: string, key: string, caseId?: string): Promise<Moved>;
  /** Remembers the thread; lost when there is one already (it is in `incident.threadId`). */
  threadOpened(id: string, by: string, threadId: string): Promise<Moved>;

  /**
   * "We know about this": puts the notice on the open incident of this cause and model, opening one (with a card, but
   * without a ping) when there is none. Model null means every model of the cause, as far as notices go.
   */
  know(
    where: { guildId: string; entryId: string; model: string | null },
    by: string,
    text: string,
  ): Promise<Incident>;
  /** Takes the notice off; an incident without any waiting case ends with that. Lost when there is no notice. */
  unknow(id: string, by: string): Promise<Moved>;
  /** The notice that an answer must carry: that of the exact model, else that of every model. */
  noticeFor(
    guildId: string | null,
    entryId: string | null,
    model: string | null,
  ): Promise<KnownNotice | null>;
}
