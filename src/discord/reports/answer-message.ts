/** From a claimed message to the reply under it. Used for new messages and, after a crash, for those left over. */
import type { Message } from 'discord.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { usualLimits } from '../../escalation/limits.ts';
import type { Report } from '../../escalation/report.ts';
import { isForbidden, isGone, reasonOf } from '../api-errors.ts';
import type { Services } from '../services.ts';
import { unreadableView } from '../views/answer.ts';
import { tooManyView } from '../views/too-many.ts';
import { unreadReasons } from '../views/unread.ts';
import type { View } from '../views/view.ts';
import { collectAsked } from './collect.ts';
import { drawAnswer } from './draw.ts';
import { readCollected } from './read.ts';
import { handOverUnasked, noteAnswered, recordDiagnosis } from './record.ts';
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
  const place = { userId: report.askerId, channelId: report.channelId };
  const allowance = await services.limits.allow(place, services.answerLimits ?? usualLimits);
  if (allowance.kind === 'limited') return holdBack(message, recorded, allowance.first, services);

  const unread = unreadReasons(reading.files, services.words[report.language]);
  const view =
    reading.text === '' && unread.length > 0
      ? unreadableView(unread, services.words[report.language])
      : await drawAnswer(recorded, services, { unread, warnInPublic: !warned });
  const answer = await reply(message, recorded, view, services);
  if (answer !== null) await noteAnswered(recorded, answer, diagnosis, services);
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

/** More answers than anybody reads. What was reported is kept and counted all the same, and they are told so once. */
async function holdBack(message: Message, held: Report, first: boolean, services: Services): Promise<void> {
  const report = await handOverUnasked(held, services);
  const told = first
    ? await reply(message, report, tooManyView(report, services.words[report.language]), services)
    : null;
  await services.reports.settle(report.id, 'silent');
  services.nudge();
  services.log.info({ report: report.id, case: report.caseId, told: told !== null }, 'answer held back');
}

function warn(message: Message, report: Report, services: Services): Promise<boolean> {
  return warnByDirectMessage(message.author, report.source, report.language, services);
}

/** @returns where it is now, or null when it cannot be said there: the report is then settled */
async function reply(message: Message, report: Report, view: View, services: Services) {
  try {
    // The nonce makes a repetition after a crash harmless. A reply to a message that is gone must fail, not dangle.
    const sent = await message.reply({
      ...view,
      nonce: report.source,
      enforceNonce: true,
      failIfNotExists: true,
    });
    return { channelId: sent.channelId, messageId: sent.id };
  } catch (error) {
    if (!isGone(error) && !isForbidden(error)) throw error;
    services.log.warn(
      { report: report.id, channel: report.channelId, reason: reasonOf(error) },
      'cannot answer here',
    );
    if (!isGone(error)) await handOverUnasked(report, services);
    await services.reports.settle(report.id, isGone(error) ? 'gone' : 'silent');
    services.nudge();
    return null;
  }
}
