/** From a claimed message to the reply under it. Used for new messages and, after a crash, for those left over. */
import type { Message } from 'discord.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Report } from '../../escalation/report.ts';
import { isForbidden, isGone, reasonOf } from '../api-errors.ts';
import type { Services } from '../services.ts';
import { answerView, unreadableView } from '../views/answer.ts';
import { unreadReasons } from '../views/unread.ts';
import type { View } from '../views/view.ts';
import { collectAsked } from './collect.ts';
import { readCollected } from './read.ts';
import { noteAnswered, recordDiagnosis } from './record.ts';
import { warnByDirectMessage } from './warn.ts';

/** Reads, diagnoses, escalates and replies; or stays silent. The report must have been claimed. */
export async function answerMessage(
  message: Message<true> | Message,
  report: Report,
  services: Services,
): Promise<void> {
  const collected = await collectAsked(message, message.client.user.id);
  const reading = await readCollected(collected, services.readFiles);
  const diagnosis = services.diagnose(reading.text, { asked: report.asked });
  if (diagnosis.entry === null && !report.asked) return staySilent(message, report, diagnosis, services);

  const recorded = await recordDiagnosis(report, diagnosis, services);
  const warned = diagnosis.secrets === 0 || (await warn(message, report, services));
  const unread = unreadReasons(reading.files, services.words[report.language]);
  const view =
    reading.text === '' && unread.length > 0
      ? unreadableView(unread, services.words[report.language])
      : answerView(recorded, services, { unread, warnInPublic: !warned });
  await reply(message, recorded, view, diagnosis, services);
}

/** Nothing is said in the channel; a posted key is still worth a private word. */
async function staySilent(
  message: Message,
  report: Report,
  diagnosis: Diagnosis,
  services: Services,
): Promise<void> {
  if (diagnosis.secrets === 0) return services.reports.release(report.id);
  await warn(message, report, services);
  await services.reports.settle(report.id, 'silent');
  services.log.info({ report: report.id, secrets: diagnosis.secrets }, 'author warned of a posted key');
}

function warn(message: Message, report: Report, services: Services): Promise<boolean> {
  return warnByDirectMessage(message.author, report.source, report.language, services);
}

async function reply(
  message: Message,
  report: Report,
  view: View,
  diagnosis: Diagnosis,
  services: Services,
): Promise<void> {
  try {
    // The nonce makes a repetition after a crash harmless. A reply to a message that is gone must fail, not dangle.
    const sent = await message.reply({
      ...view,
      nonce: report.source,
      enforceNonce: true,
      failIfNotExists: true,
    });
    await noteAnswered(report, { channelId: sent.channelId, messageId: sent.id }, diagnosis, services);
  } catch (error) {
    if (!isGone(error) && !isForbidden(error)) throw error;
    services.log.warn(
      { report: report.id, channel: report.channelId, reason: reasonOf(error) },
      'cannot answer here',
    );
    await services.reports.settle(report.id, isGone(error) ? 'gone' : 'silent');
    services.nudge();
  }
}
