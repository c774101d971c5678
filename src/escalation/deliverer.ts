/** Discord as the courier sees it: says in Discord what a row of the outbox owes. */
import type { Incident, IncidentFile } from './incident.ts';
import type { MessageRef, Report } from './report.ts';

/** later: may work in a while; never: repeating cannot help, until people change something. */
export interface Failure {
  readonly kind: 'later' | 'never';
  /** One line for the operator and for `/cases`. No report text. */
  readonly reason: string;
  /** What a rate limit asked for; nothing of that lane is tried before. */
  readonly retryAfterMs?: number;
}

/** gone: the message to edit or to answer to was deleted, which is theirs to do. */
export type Delivered =
  { readonly kind: 'sent'; readonly message: MessageRef } | { readonly kind: 'gone' } | Failure;

/** How to send one new message. */
export interface Sending {
  /** At most 25 characters; the same for every attempt at this message. Send with `enforce_nonce`. */
  readonly nonce: string;
  /**
   * An earlier attempt may have arrived although nobody heard of it (a crash, a time-out). Nonces are only remembered
   * for some minutes: look for the message before sending it again.
   */
  readonly mayHaveArrived: boolean;
}

/** claimed, replied, resolved: what staff did about the reporter's case. */
export type NoticeKind = 'claimed' | 'replied' | 'resolved';

/** A word to one reporter, as a reply to their message. Pings that person and nobody else. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly userId: string;
  /** Their latest report in this incident. */
  readonly report: Report;
  readonly caseId: string;
  readonly incident: Incident;
  /** Who of staff. */
  readonly by: string;
  /** The reply, or the note of a resolution. */
  readonly text: string | null;
}

/** What has been open for more than a day in one server. */
export interface Digest {
  readonly guildId: string | null;
  /** Oldest first, at most `digestLines`; `total` counts them all. */
  readonly incidents: readonly Incident[];
  readonly total: number;
}

export const digestLines = 20;

export interface Deliverer {
  /** Posts the card. `ping`: with the staff role's ping; the only card message that ever pings. */
  postCard(file: IncidentFile, ping: boolean, sending: Sending): Promise<Delivered>;
  /** Edits the card in place. */
  editCard(file: IncidentFile, card: MessageRef): Promise<Delivered>;
  /** Nobody has claimed it for a while: pings the staff role once more, next to the card. */
  remind(file: IncidentFile, sending: Sending): Promise<Delivered>;
  /** The daily list at the support channel, without a ping. */
  digest(digest: Digest, sending: Sending): Promise<Delivered>;
  /** Closed direct messages and channels that the bot may not write in are `never`. */
  notify(notice: Notice, sending: Sending): Promise<Delivered>;
}
