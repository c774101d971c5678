/** The daily list of what has been open for more than a day. */
import type { Digest } from '../../escalation/deliverer.ts';
import type { CardContext } from './card.ts';
import { incidentLine } from './incident-line.ts';
import { lines } from './text.ts';
import { colours, plainView, share, type View } from './view.ts';

export function digestView(
  { incidents, total }: Digest,
  deskGuildId: string | null,
  context: CardContext,
): View {
  const say = context.words[context.language];
  const shown: string[] = [];
  for (const incident of incidents) {
    const next = incidentLine(incident, deskGuildId, context);
    if (lines(...shown, next).length > share.description) break;
    shown.push(next);
  }
  const rest = total - shown.length;
  return plainView({
    color: colours.question,
    title: say('digest.title', { count: String(total) }),
    description: lines(...shown, rest > 0 && say('digest.more', { count: String(rest) })),
  });
}
