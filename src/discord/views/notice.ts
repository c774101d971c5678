/** What a reporter hears of staff: who is on it, what they write, that it is resolved. */
import type { Notice } from '../../escalation/deliverer.ts';
import type { Say } from '../language/words.ts';
import { stillStuck } from './controls.ts';
import { plain } from './text.ts';
import { colours, share, type View } from './view.ts';

export function noticeView({ kind, userId, by, caseId, text, report }: Notice, say: Say): View {
  const who = `<@${by}>`;
  const said = plain(text ?? '', share.description);
  const words = {
    claimed: () => say('notice.claimed', { case: caseId, who }),
    replied: () => say('notice.reply', { who }),
    resolved: () => say(said === '' ? 'notice.resolved' : 'notice.resolvedNote', { case: caseId, who }),
  };
  return {
    // Named, so that the ping reaches the person also where the message replied to is not their own.
    content: `<@${userId}> ${words[kind]()}`,
    embeds: said === '' ? [] : [{ color: colours.answer, description: said }],
    components: kind === 'resolved' ? [stillStuck(report, say)] : [],
  };
}
