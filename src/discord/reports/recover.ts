/** Answers what was claimed but not answered: the process died in between, or Discord failed for a while. */
import type { Client, Message } from 'discord.js';
import type { Report } from '../../escalation/report.ts';
import { isForbidden, isGone, reasonOf } from '../api-errors.ts';
import { serves } from '../connection/shards.ts';
import type { Services } from '../services.ts';
import { answerMessage } from './answer-message.ts';
import { handOverUnasked } from './record.ts';

/** After this long an answer helps nobody and would come out of the blue. */
const ancientMs = 60 * 60_000;

/** @param claimedBefore leave younger claims alone: somebody is working on them */
export async function recoverReports(
  client: Client<true>,
  services: Services,
  claimedBefore: number,
): Promise<void> {
  for (const { id, source, guildId } of await services.reports.unanswered(claimedBefore)) {
    // The channels of other servers cannot be seen from here; another process looks after those.
    if (!serves(client, guildId)) continue;
    try {
      await services.inOrder(source, () => recover(client, id, services));
    } catch (error) {
      services.log.warn({ report: id, reason: reasonOf(error) }, 'left-over report not answered yet');
    }
  }
}

async function recover(client: Client<true>, reportId: string, services: Services): Promise<void> {
  const report = await services.reports.find(reportId);
  if (report?.state !== 'claimed') return;
  // The text of a command is nowhere to be read again, and its right to answer has run out.
  const tooLate = report.kind === 'command' || services.now() - report.claimedAt > ancientMs;
  const message = tooLate ? null : await fetchMessage(client, report);
  if (message === null) {
    if (tooLate) await handOverUnasked(report, services);
    await services.reports.settle(report.id, tooLate ? 'silent' : 'gone');
    services.nudge();
    services.log.info({ report: report.id, tooLate }, 'left-over report given up');
    return;
  }
  services.log.info({ report: report.id }, 'answering a left-over report');
  await answerMessage(message, report, services);
}

async function fetchMessage(client: Client<true>, report: Report): Promise<Message | null> {
  try {
    const channel = await client.channels.fetch(report.channelId);
    return channel?.isTextBased() === true ? await channel.messages.fetch(report.source) : null;
  } catch (error) {
    if (isGone(error) || isForbidden(error)) return null;
    throw error;
  }
}
