/** The way of one report through this floor, step by step: the Diagnosis and its explanation are both read off it. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createAliasSearch } from './alias.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { compileKnowledge } from './compile.ts';
import type { Addend } from './addend.ts';
import { confidenceOf } from './confidence.ts';
import { type Decision, decide } from './decide.ts';
import type { Evidence } from './diagnosis.ts';
import { readEvidence } from './evidence.ts';
import { excerpt } from './excerpt.ts';
import { type LookUp, lookUp } from './look-up.ts';
import { createModelLook } from './model-name.ts';
import { normalise } from './normalise.ts';
import { redact } from './redaction/redact.ts';
import { rememberLast } from '../models/remember.ts';
import { readReport, type ReportText } from './report-text.ts';
import type { Signal } from './signal.ts';
import { collectSignals } from './signals.ts';
import { findStatuses, type StatusMention } from './status.ts';

export interface Trace {
  readonly asked: boolean;
  /** The whole report with every secret taken out. */
  readonly redacted: string;
  readonly secrets: number;
  /** What was read of it: all, or of a huge log the places that can decide. */
  readonly report: ReportText;
  readonly statuses: readonly StatusMention[];
  readonly signals: readonly Signal[];
  readonly outcome: Decided | LookedUp | Nothing;
}

/** Something in the text speaks for an entry. */
export interface Decided {
  readonly kind: 'decided';
  readonly decision: Decision;
  readonly evidence: Evidence;
  readonly circumstances: Circumstances;
  /** What the confidence is the sum of. */
  readonly addends: readonly Addend[];
  readonly confidence: number;
  /** Entries that claim the status that was read. */
  readonly sharing: readonly Entry[];
}

/** Nothing does, but somebody asked. */
export interface LookedUp extends LookUp {
  readonly kind: 'looked up';
}

export interface Nothing {
  readonly kind: 'nothing';
}

export type Read = (raw: string, options: { readonly asked: boolean }) => Trace;

/**
 * @param modelNames the names of the model catalogue now, to know a model's name in prose; the same array while they
 * are the same
 * @returns a function that never throws, whatever the text
 */
export function createRead(knowledge: KnowledgeBase, modelNames: () => readonly string[]): Read {
  const compiled = compileKnowledge(knowledge);
  const modelLook = rememberLast(createModelLook);
  // Now, so that the first report does not wait for it.
  modelLook(modelNames());
  const searchAliases = createAliasSearch(knowledge.entries);

  return (raw, { asked }) => {
    const { text: redacted, secrets } = redact(normalise(raw));
    const report = readReport(excerpt(redacted));
    const statuses = findStatuses(report.folded);
    const signals = collectSignals(report, statuses, compiled);
    const decision = decide(report, signals, asked);
    const found = { asked, redacted, secrets, report, statuses, signals };
    if (decision === undefined) {
      return {
        ...found,
        outcome: asked
          ? { kind: 'looked up', ...lookUp(report, statuses, compiled, searchAliases) }
          : { kind: 'nothing' },
      };
    }
    const evidence = readEvidence(report, decision, statuses, modelLook(modelNames()), raw);
    const circumstances = circumstancesOf(report, decision, statuses);
    const sharing = evidence.status === null ? [] : compiled.forStatus(evidence.status);
    return {
      ...found,
      outcome: {
        kind: 'decided',
        decision,
        evidence,
        circumstances,
        ...confidenceOf(decision, evidence, circumstances),
        sharing,
      },
    };
  };
}
