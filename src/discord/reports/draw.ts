/** The answer to a report as it is now, with what staff say about this error at the moment. */
import type { Report } from '../../escalation/report.ts';
import type { Services } from '../services.ts';
import { answerView, type Remarks } from '../views/answer.ts';
import type { View } from '../views/view.ts';

export async function drawAnswer(
  report: Report,
  services: Pick<Services, 'incidents' | 'knowledge' | 'words'>,
  remarks: Remarks = {},
): Promise<View> {
  const known = await services.incidents.noticeFor(report.guildId, report.entryId, report.model);
  return answerView(report, services, { ...remarks, ...(known !== null && { known: known.text }) });
}
