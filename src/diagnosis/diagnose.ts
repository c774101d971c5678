/** From text to Diagnosis: the one door of this floor. Pure: no clock, no I/O; built once for a knowledge base. */
import type { Entry } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { alsoSeen } from './also-seen.ts';
import type { Diagnose, Diagnosis } from './diagnosis.ts';
import { noEvidence } from './evidence.ts';
import { cameThroughGateway } from './gateway.ts';
import { rankOf, type Signal } from './signal.ts';
import { thresholdOf } from './threshold-of.ts';
import { createRead, type Decided, type LookedUp, type Trace } from './trace.ts';

const mostAlternatives = 3;

/**
 * @param modelNames the names of the model catalogue now, to know a model's name in prose; the same array while they
 * are the same
 * @returns a function that never throws, whatever the text
 */
export function createDiagnose(knowledge: KnowledgeBase, modelNames: () => readonly string[]): Diagnose {
  const read = createRead(knowledge, modelNames);
  return (raw, options) => diagnosisOf(read(raw, options));
}

/** What is concluded from how a report was read. */
export function diagnosisOf(trace: Trace): Diagnosis {
  const { outcome, redacted, secrets } = trace;
  const concluded =
    outcome.kind === 'nothing'
      ? silence
      : outcome.kind === 'looked up'
        ? lookedUp(trace, outcome)
        : decided(trace, outcome);
  return { ...concluded, redacted, secrets };
}

type Concluded = Omit<Diagnosis, 'redacted' | 'secrets'>;

const silence = {
  entry: null,
  confidence: 0,
  alternatives: [],
  upstream: false,
  alsoSeen: [],
  evidence: noEvidence,
} as const;

function decided(trace: Trace, { decision, evidence, confidence, sharing }: Decided): Concluded {
  const { entry, upstream } = decision.decisive;
  if (confidence < thresholdOf(trace).value)
    return { entry: null, confidence, alternatives: [entry], upstream: false, alsoSeen: [], evidence };
  return {
    entry,
    confidence,
    alternatives: runnersUp(entry, trace.signals, sharing),
    upstream: upstream === true && cameThroughGateway(trace.report.folded),
    alsoSeen: alsoSeen(decision.others, entry),
    evidence,
  };
}

function lookedUp(trace: Trace, { matches, confidence, evidence }: LookedUp): Concluded {
  const entries = matches.map(({ entry }) => entry);
  const sure = confidence >= thresholdOf(trace).value;
  return {
    entry: sure ? (entries[0] ?? null) : null,
    confidence,
    alternatives: sure ? entries.slice(1, 1 + mostAlternatives) : entries.slice(0, mostAlternatives),
    upstream: false,
    alsoSeen: [],
    evidence,
  };
}

/** Other entries that the report speaks for, the most trusted first, then those that share the status. */
function runnersUp(entry: Entry, signals: readonly Signal[], sharing: readonly Entry[]): Entry[] {
  const spoken = signals.toSorted((a, b) => rankOf(a.tier) - rankOf(b.tier)).map((signal) => signal.entry);
  return [...new Set([...spoken, ...sharing])]
    .filter((other) => other.id !== entry.id)
    .slice(0, mostAlternatives);
}
