/** Writing down what a diagnosis says, handing it to staff when the policy wants that. */
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { openerOf } from '../../escalation/model-of-report.ts';
import { shouldEscalate } from '../../escalation/policy.ts';
import type { Facts, MessageRef, Report } from '../../escalation/report.ts';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import type { Services } from '../services.ts';

export function factsOf({ entry, alternatives, evidence, upstream, alsoSeen }: Diagnosis): Facts {
  const { status, code, model, modelWritten, group, requestId, requestTime, line } = evidence;
  return {
    entryId: entry?.id ?? null,
    alternatives: alternatives.map(({ id }) => id),
    ...{ status, code, model, modelWritten, group, requestId, requestTime, line },
    upstream,
    alsoSeen: alsoSeen.map((seen) => ({ entryId: seen.entry.id, count: seen.count })),
  };
}

/** The facts alone of a report that is kept. */
export function factsOfReport(report: Report): Facts {
  const { entryId, alternatives, status, code, model, modelWritten, group } = report;
  const { requestId, requestTime, line, upstream, alsoSeen } = report;
  return {
    ...{ entryId, alternatives, status, code, model, modelWritten, group },
    ...{ requestId, requestTime, line, upstream, alsoSeen },
  };
}

export function recordDiagnosis(report: Report, diagnosis: Diagnosis, services: Services): Promise<Report> {
  const facts = factsOf(diagnosis);
  return services.reports.record(report.id, facts, openerOf(diagnosis.entry, facts, services.checkModel));
}

/**
 * Staff get the case after all where nobody could be asked about the name: no case is lost because an answer was held
 * back or refused.
 */
export async function handOverUnasked(report: Report, services: Services): Promise<Report> {
  const entry = findEntry(services.knowledge, report.entryId ?? '') ?? null;
  if (report.caseId !== null || !shouldEscalate({ entry, evidence: report })) return report;
  return services.reports.record(report.id, factsOfReport(report), 'policy');
}

/** Remembers where the answer is, lets the card go out, and writes the one line of the log. */
export async function noteAnswered(
  report: Report,
  answer: MessageRef,
  { confidence, secrets }: Diagnosis,
  services: Services,
): Promise<void> {
  await services.reports.answered(report.id, answer);
  services.nudge();
  services.log.info(
    {
      report: report.id,
      source: report.source,
      kind: report.kind,
      asked: report.asked,
      entry: report.entryId,
      confidence,
      status: report.status,
      case: report.caseId,
      secrets,
      ms: services.now() - report.claimedAt,
      knowledge: services.knowledge.version,
    },
    'report answered',
  );
}
