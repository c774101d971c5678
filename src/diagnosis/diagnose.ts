/** From text to Diagnosis: the one door of this floor. Pure: no clock, no I/O; built once for a knowledge base. */
import type { Entry } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { alsoSeen } from './also-seen.ts';
import { type AliasSearch, candidatePhrases, createAliasSearch } from './alias.ts';
import { circumstancesOf } from './circumstances.ts';
import { compileKnowledge, type CompiledKnowledge } from './compile.ts';
import { confidenceOf } from './confidence.ts';
import { decide } from './decide.ts';
import type { Diagnose, Diagnosis, Evidence } from './diagnosis.ts';
import { noEvidence, readEvidence } from './evidence.ts';
import { cameThroughGateway } from './gateway.ts';
import { excerpt } from './excerpt.ts';
import { createModelLook } from './model-name.ts';
import { normalise } from './normalise.ts';
import { redact } from './redaction/redact.ts';
import { rememberLast } from './remember-last.ts';
import { readReport, type ReportText } from './report-text.ts';
import { rankOf, type Signal } from './signal.ts';
import { collectSignals } from './signals.ts';
import { findStatuses, type StatusMention } from './status.ts';
import { askedThreshold, channelThreshold, worth } from './thresholds.ts';

const mostAlternatives = 3;

/**
 * @param modelNames the names of the model catalogue now, to know a model's name in prose; the same array while they
 * are the same
 * @returns a function that never throws, whatever the text
 */
export function createDiagnose(knowledge: KnowledgeBase, modelNames: () => readonly string[]): Diagnose {
  const compiled = compileKnowledge(knowledge);
  const modelLook = rememberLast(createModelLook);
  // Now, so that the first report does not wait for it.
  modelLook(modelNames());
  const searchAliases = createAliasSearch(knowledge.entries);

  return (raw, { asked }) => {
    const redaction = redact(normalise(raw));
    const report = readReport(excerpt(redaction.text));
    const statuses = findStatuses(report.folded);
    const signals = collectSignals(report, statuses, compiled);
    const decision = decide(report, signals, asked);
    const found = { redacted: redaction.text, secrets: redaction.secrets };
    if (decision === undefined) {
      return asked
        ? { ...lookUp(report, statuses, compiled, searchAliases), upstream: false, alsoSeen: [], ...found }
        : { ...silence, ...found };
    }
    const evidence = readEvidence(report, decision, statuses, modelLook(modelNames()));
    const confidence = confidenceOf(decision, evidence, circumstancesOf(report, decision, statuses));
    const entry = decision.decisive.entry;
    if (confidence < (asked ? askedThreshold : channelThreshold)) {
      return {
        entry: null,
        confidence,
        alternatives: [entry],
        upstream: false,
        alsoSeen: [],
        evidence,
        ...found,
      };
    }
    return {
      entry,
      confidence,
      alternatives: runnersUp(entry, signals, evidence, compiled),
      upstream: decision.decisive.upstream === true && cameThroughGateway(report.folded),
      alsoSeen: alsoSeen(decision.others, entry),
      evidence,
      ...found,
    };
  };
}

const silence = {
  entry: null,
  confidence: 0,
  alternatives: [],
  upstream: false,
  alsoSeen: [],
  evidence: noEvidence,
} as const;

/** Other entries that the report speaks for, the most trusted first, then those that share the status. */
function runnersUp(
  entry: Entry,
  signals: readonly Signal[],
  evidence: Evidence,
  knowledge: CompiledKnowledge,
): Entry[] {
  const spoken = signals.toSorted((a, b) => rankOf(a.tier) - rankOf(b.tier)).map((signal) => signal.entry);
  const sharing = evidence.status === null ? [] : knowledge.forStatus(evidence.status);
  return [...new Set([...spoken, ...sharing])]
    .filter((other) => other.id !== entry.id)
    .slice(0, mostAlternatives);
}

/** Somebody asked with a bare code or a few words: no error text to read. */
function lookUp(
  report: ReportText,
  statuses: readonly StatusMention[],
  knowledge: CompiledKnowledge,
  searchAliases: AliasSearch,
): Pick<Diagnosis, 'entry' | 'confidence' | 'alternatives' | 'evidence'> {
  const status = bareStatus(report.folded, statuses);
  const evidence = { ...noEvidence, status, line: null };
  const claimed = status === null ? [] : knowledge.forStatus(status);
  const [first] = claimed;
  if (first !== undefined) {
    return {
      entry: first,
      confidence: worth.status[3],
      alternatives: claimed.slice(1, 1 + mostAlternatives),
      evidence,
    };
  }
  const matches = candidatePhrases(report.folded)
    .flatMap((phrase) => searchAliases(phrase, mostAlternatives + 1))
    .sort((a, b) => b.score - a.score);
  const entries = [...new Set(matches.map((match) => match.entry))];
  const score = (matches[0]?.score ?? 0) * worth.alias * 2;
  if (score < askedThreshold * 2)
    return { entry: null, confidence: score, alternatives: entries.slice(0, mostAlternatives), evidence };
  return {
    entry: entries[0] ?? null,
    confidence: score,
    alternatives: entries.slice(1, 1 + mostAlternatives),
    evidence,
  };
}

function bareStatus(folded: string, statuses: readonly StatusMention[]): number | null {
  const bare = /(?<![\d.])([45]\d\d)(?![\d.])/.exec(folded.trim().slice(0, 200));
  return bare?.[1] === undefined ? (statuses.at(-1)?.status ?? null) : Number(bare[1]);
}
