/** The name of the model in a report held against the model list, and what follows for staff. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import type { CheckModel, ModelCheck } from '../models/check-model.ts';
import { asksFirst, mayBeMisnamed, shouldEscalate } from './policy.ts';
import type { Facts, OpenedBy } from './report.ts';

type Named = Pick<Facts, 'status' | 'model' | 'modelWritten' | 'group'>;

/** null where the cause has nothing to do with the name, or there is none. */
export function checkFor(entry: Entry | null, facts: Named, checkModel: CheckModel): ModelCheck | null {
  if (facts.model === null || !mayBeMisnamed({ entry, evidence: facts })) return null;
  return checkModel(facts.modelWritten ?? facts.model, facts.group);
}

/** Who opens the case: the policy, or nobody yet. A name that looks wrong is asked about before staff are. */
export function openerOf(entry: Entry | null, facts: Named, checkModel: CheckModel): OpenedBy | null {
  const judged = { entry, evidence: facts };
  if (!shouldEscalate(judged)) return null;
  return asksFirst(judged, checkFor(entry, facts, checkModel)?.didYouMean ?? null) ? null : 'policy';
}
