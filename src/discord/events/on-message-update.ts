/** A message was edited: the answer follows. */
import type { Message, PartialMessage } from 'discord.js';
import { openerOf } from '../../escalation/model-of-report.ts';
import type { Facts, MessageRef, Report } from '../../escalation/report.ts';
import { isGone } from '../api-errors.ts';
import { collectAsked } from '../reports/collect.ts';
import { drawAnswer } from '../reports/draw.ts';
import { readCollected } from '../reports/read.ts';
import { factsOf } from '../reports/record.ts';
import type { Services } from '../services.ts';
import { deleteAnswer } from '../reports/answer-place.ts';
import { onMessage } from './on-message.ts';

/** How long after posting an edit still counts as part of the report: people add the log that they forgot. */
const freshMs = 10 * 60_000;

export async function onMessageUpdate(edited: Message | PartialMessage, services: Services): Promise<void> {
  // Discord also "updates" a message when it adds a preview or a thread; only people set this time.
  if (edited.editedTimestamp === null) return;
  const message = edited.partial ? await edited.fetch() : edited;
  const report = await services.reports.findBySource(message.id);
  if (report === null) {
    if (services.now() - message.createdTimestamp < freshMs) await onMessage(message, services);
    return;
  }
  await services.inOrder(message.id, () => follow(message, report.id, services));
}

async function follow(message: Message, reportId: string, services: Services): Promise<void> {
  const report = await services.reports.find(reportId);
  if (report?.state !== 'answered' || report.answer === null) return;
  const collected = await collectAsked(message, message.client.user.id);
  const { text } = await readCollected(collected, services.readFiles);
  const diagnosis = services.diagnose(text, { asked: report.asked });
  const facts = factsOf(diagnosis);
  if (saysTheSame(facts, report)) return;
  if (diagnosis.entry === null && !report.asked) {
    await services.reports.settle(report.id, 'gone');
    await deleteAnswer(message.client, report.answer);
  } else {
    // A model name that was given by hand outlives an edit that does not name one.
    const named = facts.model === null ? { ...facts, ...nameOf(report) } : facts;
    const opener = openerOf(diagnosis.entry, named, services.checkModel);
    const recorded = await services.reports.record(report.id, named, opener);
    await redraw(message, recorded, report.answer, services);
  }
  services.nudge();
  services.log.info({ report: report.id, entry: facts.entryId }, 'answer followed an edit');
}

function nameOf({ model, modelWritten }: Report): Pick<Facts, 'model' | 'modelWritten'> {
  return { model, modelWritten };
}

function saysTheSame(facts: Facts, report: Report): boolean {
  return (
    (['entryId', 'status', 'code', 'requestId', 'line'] as const).every(
      (key) => facts[key] === report[key],
    ) &&
    (facts.model === null ||
      (['model', 'modelWritten', 'group'] as const).every((key) => facts[key] === report[key]))
  );
}

async function redraw(
  message: Message,
  report: Report,
  answer: MessageRef,
  services: Services,
): Promise<void> {
  try {
    await message.channel.messages.edit(answer.messageId, await drawAnswer(report, services));
  } catch (error) {
    if (!isGone(error)) throw error;
    await services.reports.settle(report.id, 'gone');
  }
}
