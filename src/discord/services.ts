/** Everything that the handlers of one connection work with, handed to each of them as an argument. */
import type { Diagnose } from '../diagnosis/diagnosis.ts';
import type { Suggest } from '../diagnosis/suggest.ts';
import type { DeskStores } from '../escalation/desk-stores.ts';
import type { AnswerLimits } from '../escalation/limits.ts';
import type { ReadFiles } from '../intake/read-files.ts';
import type { Language } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { PlatformStatus } from '../models/live/status-latch.ts';
import type { CheckModel } from '../models/check-model.ts';
import type { SuggestNames } from '../models/look-alikes/suggest-names.ts';
import type { Catalogue } from '../models/model.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { InOrder } from './in-order.ts';
import type { Words } from './language/words.ts';
import type { SettingsOf } from './settings.ts';

/** What the configuration says about Discord; each server may say otherwise. */
export interface Settings {
  readonly supportChannelId: string;
  readonly supportRoleId: string | null;
  /** Empty: every channel. */
  readonly watchChannelIds: readonly string[];
  readonly defaultLanguage: Language;
}

export interface Services extends Omit<DeskStores, 'agenda' | 'events'> {
  readonly knowledge: KnowledgeBase;
  readonly diagnose: Diagnose;
  readonly suggest: Suggest;
  /** Whether a model is offered, and under which name; never waits. */
  readonly checkModel: CheckModel;
  /** Names of models while somebody types one. */
  readonly suggestModels: SuggestNames;
  /** What the platform offers, as far as it is known now; never waits. */
  readonly catalogue: () => Catalogue;
  /** Whether the platform is up, as far as it is known now; never waits. */
  readonly platformStatus: () => PlatformStatus;
  readonly readFiles: ReadFiles;
  /** Tells the courier that there is something to carry; never fails, never waits. */
  readonly nudge: () => void;
  /** One thing at a time for one message. */
  readonly inOrder: InOrder;
  readonly words: Words;
  /** What the configuration says. */
  readonly settings: Settings;
  /** What holds in one server. */
  readonly settingsOf: SettingsOf;
  /** Left out: the usual ones. */
  readonly answerLimits?: AnswerLimits;
  /** Why the database is out of reach or full, if that is what an error of a store means; null for other errors. */
  readonly outageOf: (error: unknown) => string | null;
  readonly log: Logger;
  readonly now: () => number;
}
