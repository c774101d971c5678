/** A message was deleted: its answer goes too. A case stays, since staff may be at it; its card says so. */
import type { Message, PartialMessage } from 'discord.js';
import { deleteAnswer } from '../reports/delete-answer.ts';
import type { Services } from '../services.ts';

export async function onMessageDelete(
  { id, client }: Message | PartialMessage,
  services: Services,
): Promise<void> {
  await services.inOrder(id, async () => {
    const report = await services.reports.findBySource(id);
    if (report === null) return answerDeleted(id, services);
    await services.reports.settle(report.id, 'gone');
    if (report.answer !== null) await deleteAnswer(client, report.answer);
    services.nudge();
  });
}

/** A moderator took the answer away: it is not brought back, but the menu may be used on the message again. */
async function answerDeleted(messageId: string, { reports, nudge }: Services): Promise<void> {
  const report = await reports.findByAnswer(messageId);
  if (report === null) return;
  await reports.settle(report.id, 'gone');
  nudge();
}
