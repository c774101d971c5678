/** What the model list says about the name in a report, for whoever wrote it and for staff. */
import type { Facts } from '../../escalation/report.ts';
import { mayBeMisnamed } from '../../escalation/policy.ts';
import type { Entry, Language } from '../../knowledge/entry.ts';
import type { CheckModel, ModelCheck } from '../../models/check-model.ts';
import { joined, slipTexts } from '../../models/look-alikes/slip-words.ts';
import type { Say } from '../language/words.ts';
import { codeBlock, inlineCode, lines } from './text.ts';

/** Longest name that is shown. */
const longest = 100;
/** Longest part of a name within a clause, and longest sum of clauses. */
const longestPart = 40;
const longestProblem = 170;
/** As many as fit a field. */
const mostListed = 8;

export interface NameNote {
  readonly title: string;
  readonly text: string;
}

/** The check of the name of a report; null where no name is known. */
export function checkOf(
  { model, modelWritten, group }: Pick<Facts, 'model' | 'modelWritten' | 'group'>,
  checkModel: CheckModel,
): ModelCheck | null {
  return model === null ? null : checkModel(modelWritten ?? model, group);
}

/** Whether the list has anything to say to this cause. */
export function checkFor(entry: Entry | undefined, facts: Facts, checkModel: CheckModel): ModelCheck | null {
  if (entry === undefined || !mayBeMisnamed({ entry, evidence: facts })) return null;
  return checkOf(facts, checkModel);
}

/** null where there is nothing to say: a list that is not the platform's own cannot tell that a name is right. */
export function nameNote(
  check: ModelCheck,
  { model, group }: Pick<Facts, 'model' | 'group'>,
  say: Say,
  language: Language,
): NameNote | null {
  const name = inlineCode(model ?? '', longest);
  if (check.didYouMean !== null) {
    const problem = problemOf(check, language);
    return {
      title: say('name.didYouMean'),
      text: lines(codeBlock(check.didYouMean, longest), say('name.wrong', { name, problem })),
    };
  }
  const text = check.offered ? offeredText(check, name, group, say) : notOfferedText(check, name, say);
  return text === '' ? null : { title: say('answer.model'), text };
}

/** As many whole clauses as fit beside the name; what was written is never read as markup. */
export function problemOf({ slips }: ModelCheck, language: Language): string {
  const clauses = slipTexts(slips, language, (part) => inlineCode(part, longestPart));
  const fitting = clauses.filter(
    (_, place) => joined(clauses.slice(0, place + 1), language).length <= longestProblem,
  );
  return joined(fitting, language);
}

function offeredText(
  { source, groups, inGroup }: ModelCheck,
  name: string,
  group: string | null,
  say: Say,
): string {
  if (source === 'shipped') return '';
  if (groups === null) return say('name.offered', { name });
  const listed = listOf(groups);
  if (inGroup === false)
    return say('name.otherGroup', { name, group: inlineCode(group ?? '', 60), groups: listed });
  return say('name.offeredIn', { name, groups: listed });
}

function notOfferedText({ source, nearest }: ModelCheck, name: string, say: Say): string {
  if (nearest.length === 0) return say(source === 'live' ? 'name.notOffered' : 'name.notKnown', { name });
  const listed = listOf(nearest);
  return say(source === 'live' ? 'name.nearestOffered' : 'name.nearestKnown', { name, nearest: listed });
}

export function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map((name) => inlineCode(name, 60));
  return `${shown.join(' ')}${names.length > mostListed ? ' …' : ''}`;
}
