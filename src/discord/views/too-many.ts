/** What somebody is told, once, who posts more errors than can be answered one by one. */
import type { Report } from '../../escalation/report.ts';
import type { Say } from '../language/words.ts';
import { lines } from './text.ts';
import { colours, plainView, type View } from './view.ts';

export function tooManyView({ caseId }: Report, say: Say): View {
  return plainView({
    color: colours.quiet,
    description: lines(say('flood.told'), caseId !== null && say('flood.withStaff')),
  });
}
