/** From the trace of a report to its explanation: nothing is judged anew, only told. Pure. */
import { diagnosisOf } from './diagnose.ts';
import type { Explanation } from './explanation.ts';
import { rankingOf } from './ranking.ts';
import { spansOf } from './spans.ts';
import { thresholdOf } from './threshold-of.ts';
import type { Trace } from './trace.ts';

/** Only redacted text is in it. */
export function explanationOf(trace: Trace): Explanation {
  const { asked, outcome, redacted, report } = trace;
  const { entry, alternatives, confidence, evidence, secrets } = diagnosisOf(trace);
  return {
    redacted: report.text,
    cut: report.text.length < redacted.length,
    secrets,
    asked,
    spans: spansOf(trace, evidence),
    ranking: rankingOf(trace),
    addends: outcome.kind === 'nothing' ? [] : outcome.addends,
    confidence,
    threshold: thresholdOf(trace),
    verdict: entry !== null ? 'answered' : asked ? 'nearest' : 'silent',
    entryId: entry?.id ?? null,
    alternatives: alternatives.map(({ id }) => id),
    evidence,
  };
}
