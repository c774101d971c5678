/** What `/model` answers. */
import type { Incident } from '../../escalation/incident.ts';
import type { ModelCheck } from '../../models/check-model.ts';
import type { Say } from '../language/words.ts';
import type { CardContext } from './card.ts';
import { headline } from './headline.ts';
import { listOf, problemOf } from './name-check.ts';
import { nowForStaff } from './platform-now.ts';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import { clip, codeBlock, inlineCode, lines, momentOf } from './text.ts';
import { colours, field, plainView, share, type View } from './view.ts';

export interface ModelLookUp {
  readonly name: string;
  readonly check: ModelCheck;
  /** Unfinished incidents with this model. */
  readonly incidents: readonly Incident[];
}

export function modelView(lookUp: ModelLookUp, context: CardContext): View {
  const say = context.words[context.language];
  const { check, incidents } = lookUp;
  const near = check.nearest.filter((name) => name !== check.didYouMean);
  return plainView({
    color: check.offered ? colours.done : colours.question,
    description: verdict(lookUp, say, context),
    fields: [
      ...field(say('model.groups'), check.groups === null ? '' : listOf(check.groups), share.read),
      ...field(say('model.nearest'), listOf(near), share.read),
      ...field(say('model.open'), lines(...incidents.map((one) => openLine(one, context, say))), share.read),
      ...field(say('now.title'), nowForStaff(context.platformStatus(), context.catalogue(), say), share.now),
    ],
  });
}

function verdict({ name, check }: ModelLookUp, say: Say, { language }: CardContext): string {
  const shown = inlineCode(name, 100);
  const isLive = check.source === 'live';
  if (check.offered) return `✅ ${say(isLive ? 'name.offered' : 'model.known', { name: shown })}`;
  if (check.didYouMean !== null) {
    const problem = problemOf(check, language);
    return lines(
      `**${say('name.didYouMean')}**`,
      codeBlock(check.didYouMean, 200),
      say('name.wrong', { name: shown, problem }),
    );
  }
  return say(isLive ? 'name.notOffered' : 'name.notKnown', { name: shown });
}

/** Without a link: cards are for staff. */
function openLine(
  { entryId, openedAt, count }: Incident,
  { knowledge, language }: CardContext,
  say: Say,
): string {
  const entry = findEntry(knowledge, entryId ?? '');
  const title = entry === undefined ? '?' : headline(entry, null, language);
  return say('model.openLine', { title: clip(title, 80), when: momentOf(openedAt), reports: String(count) });
}
