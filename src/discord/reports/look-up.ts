/** The answer to a look-up that somebody asked for. It needs no database: without one, only less comes with it. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { shouldEscalate } from '../../escalation/policy.ts';
import type { Origin, Report } from '../../escalation/report.ts';
import type { Services } from '../services.ts';
import { answerView, type Remarks, unkeptAnswerView } from '../views/answer.ts';
import type { View } from '../views/view.ts';
import { type DespiteOutage, outOfReach } from './despite-outage.ts';
import { drawAnswer } from './draw.ts';
import { factsOf, noteAnswered, recordDiagnosis } from './record.ts';

export interface LookUp {
  readonly origin: Origin;
  readonly report: Report | typeof outOfReach;
  readonly diagnosis: Diagnosis;
  /** Files that could not be read, each with the reason. */
  readonly unread: readonly string[];
}

export async function answerLookUp(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  lookUp: LookUp,
  despiteOutage: DespiteOutage,
  services: Services,
): Promise<void> {
  const { report, diagnosis } = lookUp;
  const recorded =
    report === outOfReach
      ? outOfReach
      : await despiteOutage(() => recordDiagnosis(report, diagnosis, services));
  if (recorded !== outOfReach) {
    const view = await drawKept(recorded, { unread: lookUp.unread }, despiteOutage, services);
    const { channelId, id: messageId } = await interaction.editReply(view);
    // A failure leaves the report claimed, and recovery looks after those.
    await despiteOutage(() => noteAnswered(recorded, { channelId, messageId }, diagnosis, services));
    return;
  }
  await interaction.editReply(drawUnkept(lookUp, services));
  services.log.info(
    { source: lookUp.origin.source, entry: diagnosis.entry?.id ?? null, secrets: diagnosis.secrets },
    'look-up answered, not kept',
  );
  if (report !== outOfReach) await letGo(report, services);
}

/** What is recorded stays so, with its case and its buttons, when the notice of staff cannot be had any more. */
async function drawKept(
  recorded: Report,
  remarks: Remarks,
  despiteOutage: DespiteOutage,
  services: Services,
): Promise<View> {
  const view = await despiteOutage(() => drawAnswer(recorded, services, remarks));
  return view === outOfReach ? answerView(recorded, services, remarks) : view;
}

function drawUnkept({ origin, diagnosis, unread }: LookUp, services: Services): View {
  const facts = factsOf(diagnosis);
  const asked = { language: origin.language, escalates: shouldEscalate(diagnosis) };
  return unkeptAnswerView(facts, asked, services, unread);
}

/**
 * Whoever tries again must not be told that it is being worked on. A full database still lets go of rows; one that is
 * gone does not, and then recovery answers the message again.
 */
async function letGo({ id }: Report, { reports, outageOf }: Services): Promise<void> {
  try {
    await reports.release(id);
  } catch (error) {
    // The outage has been logged already.
    if (outageOf(error) === null) throw error;
  }
}
