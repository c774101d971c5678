/** *Still stuck*: staff get the case, whatever the cause is. */
import type { ButtonInteraction } from 'discord.js';
import { reasonOf } from '../../api-errors.ts';
import { factsOfReport } from '../../reports/record.ts';
import { drawAnswer } from '../../reports/draw.ts';
import { modelModal } from '../../views/controls.ts';
import { redraw, type Use } from './use.ts';

/** The case opens at once; a model name that is missing is asked for, but nothing waits for it. */
export async function pressStuck(use: Use<ButtonInteraction>): Promise<void> {
  const { interaction, report, services } = use;
  const recorded = await services.reports.record(report.id, factsOfReport(report), 'asker');
  services.nudge();
  if (recorded.model !== null) return redraw(use);
  await interaction.showModal(modelModal(recorded, services.words[report.language]));
  try {
    // The modal was the answer to the press, so the message is redrawn on its own: they may close the modal.
    await interaction.message.edit(await drawAnswer(recorded, services));
  } catch (error) {
    services.log.warn({ report: report.id, reason: reasonOf(error) }, 'answer not redrawn');
  }
}
