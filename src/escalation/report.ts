/** A report as it is kept: who asked where, what was read from it, and what became of the answer. Never its text. */

/** Stands where a person was whose data was removed: ids of Discord are never so short. */
export const nobody = '0';

/** A message of ours or of theirs. */
export interface MessageRef {
  readonly channelId: string;
  readonly messageId: string;
}

/** message: seen in a channel or DM; menu: the message menu; command: `/error`. */
export type ReportKind = 'message' | 'menu' | 'command';

/** Where a report comes from. Fixed from the moment it is claimed. */
export interface Origin {
  /** Id of the message (kinds message and menu) or of the interaction (command). Claimed only once. */
  readonly source: string;
  readonly kind: ReportKind;
  /** null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** Who asked for the answer. */
  readonly askerId: string;
  /** Whose error it is; somebody else than the asker when a helper uses the message menu. */
  readonly reporterId: string;
  readonly language: 'en' | 'zh';
  readonly asked: boolean;
}

/** What was read. Every text is redacted. */
export interface Facts {
  readonly entryId: string | null;
  /** Ids of the runner-up entries, best first. */
  readonly alternatives: readonly string[];
  readonly status: number | null;
  readonly code: string | null;
  readonly model: string | null;
  /** The name with the blanks and invisible characters round it, as it was sent or typed; null where there were none. */
  readonly modelWritten: string | null;
  /** The group of tokens that the gateway looked for the model in. */
  readonly group: string | null;
  readonly requestId: string | null;
  readonly requestTime: string | null;
  readonly line: string | null;
  /** A provider behind the gateway said it: the platform's own key or account is meant. */
  readonly upstream: boolean;
  /** Other failures in the same report, worst first. */
  readonly alsoSeen: readonly SeenElsewhere[];
}

export interface SeenElsewhere {
  readonly entryId: string;
  readonly count: number;
}

/** claimed: being worked on, or its process died; answered: has a live answer; settled: nothing more will happen. */
export type ReportState = 'claimed' | 'answered' | 'settled';

/** silent: nothing was said; dismissed: the answer was wrong; gone: message or answer was deleted. */
export type Outcome = 'silent' | 'solved' | 'dismissed' | 'gone';

export interface Report extends Origin, Facts {
  /** Short and random: it travels in the ids of buttons, and must mean nothing to another database. */
  readonly id: string;
  readonly state: ReportState;
  readonly outcome: Outcome | null;
  readonly answer: MessageRef | null;
  /** The case that staff have for it. */
  readonly caseId: string | null;
  /** Milliseconds since 1970, like every time in the stores. */
  readonly claimedAt: number;
}

/** policy: the rules said so; asker: somebody pressed *Still stuck*. */
export type OpenedBy = 'policy' | 'asker';

/** Changes of a report that has a case are announced at the desk: its outbox row is in the same transaction. */
export interface ReportStore {
  /** Takes the source for this caller; null when somebody has it already. */
  claim(origin: Origin): Promise<Report | null>;
  /** Takes a settled source again, for a new asker; null when it is not settled. */
  reclaim(id: string, origin: Origin): Promise<Report | null>;
  /** Gives the source back as if it had never been seen. Leaves reports with a case alone. */
  release(id: string): Promise<void>;
  /**
   * Writes down what was read, and opens the case when `openedBy` is given and there is none. The asker opens a closed
   * one again. A case whose cause or model has changed goes over to the incident of that cause and model.
   */
  record(id: string, facts: Facts, openedBy: OpenedBy | null): Promise<Report>;
  answered(id: string, answer: MessageRef): Promise<void>;
  /**
   * Ends the report once; false when it had been ended before. *Solved* closes its case, too.
   * @param by who said so; left out: the reporter
   */
  settle(id: string, outcome: Outcome, by?: string): Promise<boolean>;
  find(id: string): Promise<Report | null>;
  findBySource(source: string): Promise<Report | null>;
  /** Reports claimed before that moment that nobody has answered: their process died or the answer failed. */
  unanswered(claimedBefore: number): Promise<Report[]>;
}
