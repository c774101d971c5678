/** What the model list says about the name in a report, for whoever wrote it and for staff. */
import type { Facts } from '../../escalation/report.ts';
import type { Language } from '../../knowledge/entry.ts';
import type { ModelCheck } from '../../models/check-model.ts';
import { joined, slipTexts } from '../../models/look-alikes/slip-words.ts';
import type { Say } from '../language/words.ts';
import { codeBlock, inlineCode, lines } from './text.ts';

/** Longest name that is shown. */
const longest = 100;
/** Longest part of a name within a clause, and longest sum of clauses. */
const longestPart = 40;
const longestProblem = 170;
const mostListed = 8;
/** So that the whole note fits its share. */
const longestList = 180;

export interface NameNote {
  readonly title: string;
  readonly text: string;
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
      text: lines(
        codeBlock(check.didYouMean, longest),
        say('name.wrong', { name, problem }),
        check.inGroup === false && `${say('model.groups')}: ${listOf(check.groups ?? [], 2)}`,
      ),
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

/** As many whole names as fit, at most `most`. */
export function listOf(names: readonly string[], most = mostListed): string {
  let text = '';
  for (const [place, name] of names.entries()) {
    const next = `${text} ${inlineCode(name, 60)}`.trim();
    if (place >= most || next.length > longestList) return `${text} …`;
    text = next;
  }
  return text;
}
