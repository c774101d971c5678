/** A message was deleted: its answer goes too. A case stays, since staff may be at it; its card says so. */
import type { Message, PartialMessage } from 'discord.js';
import { deleteAnswer } from '../reports/answer-place.ts';
import type { Services } from '../services.ts';

export async function onMessageDelete(
  { id, client }: Message | PartialMessage,
  services: Services,
): Promise<void> {
  await services.inOrder(id, async () => {
    const report = await services.reports.findBySource(id);
    if (report === null) return;
    await services.reports.settle(report.id, 'gone');
    if (report.answer !== null) await deleteAnswer(client, report.answer);
    services.nudge();
  });
}
