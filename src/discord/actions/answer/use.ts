/** One use of a button, select or modal under an answer. */
import type { Report } from '../../../escalation/report.ts';
import type { Services } from '../../services.ts';
import { drawAnswer } from '../../reports/draw.ts';
import type { ControlInteraction } from '../control.ts';

export interface Use<Interaction extends ControlInteraction = ControlInteraction> {
  readonly interaction: Interaction;
  readonly report: Report;
  readonly services: Services;
}

/**
 * Draws the message of the control anew from the database. This is the first answer to the interaction: what comes
 * before it are single local queries, so nothing needs to be deferred.
 */
export async function redraw({ interaction, report, services }: Use): Promise<void> {
  const present = (await services.reports.find(report.id)) ?? report;
  await interaction.update(await drawAnswer(present, services));
}
