/** The words of this floor: what is read from a report, and what is concluded from it. */
import type { Entry } from '../knowledge/entry.ts';
import type { AlsoSeen } from './also-seen.ts';

/** Facts read from a report. Every text is already redacted. */
export interface Evidence {
  /** HTTP status of the decisive failure. */
  readonly status: number | null;
  /** Error code or type that the failure carries, as written. */
  readonly code: string | null;
  /** Name of the model of the failing request, exactly as written. */
  readonly model: string | null;
  /** The same with the blanks and invisible characters that the request had round it; null where there were none. */
  readonly modelWritten: string | null;
  /** The group of tokens that the gateway looked for the model in. */
  readonly group: string | null;
  /** The id that staff search for. */
  readonly requestId: string | null;
  /** The time inside a gateway's request id, ISO 8601; the zone is the gateway's, mostly UTC. */
  readonly requestTime: string | null;
  /** The line that decided, at most 300 characters. */
  readonly line: string | null;
  /** Method and address of the failing request, without its query. */
  readonly endpoint: string | null;
  /** The client or SDK that printed the report. */
  readonly client: string | null;
  /** Seconds that the gateway asks to wait. */
  readonly retryAfter: number | null;
}

export interface Diagnosis {
  /** Best cause; null where nothing should be said (in a channel) or nothing fits (when somebody asked). */
  readonly entry: Entry | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Runner-up entries, best first, at most three. */
  readonly alternatives: readonly Entry[];
  /** A provider behind the gateway says this: the platform's own key or account is meant, not the user's. */
  readonly upstream: boolean;
  /** Other failures in the same report, worst first. */
  readonly alsoSeen: readonly AlsoSeen[];
  readonly evidence: Evidence;
  /** The whole report with every secret taken out. */
  readonly redacted: string;
  /** How many real secrets were found; their owner must be warned when it is not 0. */
  readonly secrets: number;
}

/** asked: somebody asked for an answer (command, menu, mention, DM); otherwise silence is the rule. */
export type Diagnose = (text: string, options: { readonly asked: boolean }) => Diagnosis;
