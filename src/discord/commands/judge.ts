/** What `/error` was given → a diagnosis. Pure. */
import type { Diagnose, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { joinTexts } from '../../intake/join.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { chosenEntryId } from './entry-choice.ts';
import { cleanModelName } from '../reports/model-name.ts';

export interface ErrorRequest {
  readonly query: string;
  readonly model: string | null;
  /** Text of the log, empty without one. */
  readonly log: string;
}

/** A chosen suggestion decides the cause, a given model name the model; everything else is read from the text. */
export function judge(request: ErrorRequest, diagnose: Diagnose, knowledge: KnowledgeBase): Diagnosis {
  const entry = findEntry(knowledge, chosenEntryId(request.query) ?? '');
  const text = joinTexts([entry === undefined ? request.query : '', request.log]);
  const read = diagnose(text, { asked: true });
  const named = withModel(read, request.model, diagnose);
  if (entry === undefined) return named;
  return {
    ...named,
    entry,
    confidence: 1,
    upstream: false,
    alternatives: named.alternatives.filter(({ id }) => id !== entry.id),
  };
}

function withModel(diagnosis: Diagnosis, name: string | null, diagnose: Diagnose): Diagnosis {
  if (name === null) return diagnosis;
  const { secrets, ...given } = cleanModelName(name, diagnose);
  return {
    ...diagnosis,
    secrets: diagnosis.secrets + secrets,
    evidence: { ...diagnosis.evidence, ...(given.model !== null && given) },
  };
}
