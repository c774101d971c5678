/** The answer to a report as it is now, with what staff say about this error at the moment. */
import type { Incident } from '../../escalation/incident.ts';
import type { Report } from '../../escalation/report.ts';
import type { Services } from '../services.ts';
import { answerView, type Remarks } from '../views/answer.ts';
import type { AnswerContext } from '../views/cause-embed.ts';
import type { View } from '../views/view.ts';

export async function drawAnswer(
  report: Report,
  services: Pick<Services, 'incidents' | keyof AnswerContext>,
  remarks: Remarks = {},
): Promise<View> {
  const known = await services.incidents.noticeFor(report.guildId, report.entryId, report.model);
  const earlier = await earlierOf(report, services);
  return answerView(report, services, {
    ...remarks,
    ...(known !== null && { known: known.text }),
    ...(earlier !== undefined && { earlier }),
  });
}

/** An incident with the same model, or the one that is meant, that was open before this report. */
async function earlierOf(
  report: Report,
  { incidents, checkModel }: Pick<Services, 'incidents' | 'checkModel'>,
): Promise<Incident | undefined> {
  const { guildId, claimedAt } = report;
  if (report.model === null) return undefined;
  const model = checkModel(report.modelWritten ?? report.model, null).didYouMean ?? report.model;
  const page = await incidents.list({ guildId, state: 'unfinished', model, most: 20, skip: 0 });
  return page.incidents
    .filter(({ openedAt, count }) => openedAt < claimedAt && count > 0)
    .toSorted((a, b) => a.openedAt - b.openedAt)[0];
}
