/** *Not this*: the runner-ups to choose from; without any the answer is set aside. */
import type { ButtonInteraction } from 'discord.js';
import { drawAnswer } from '../../reports/draw.ts';
import { alternativesOf } from '../../views/cause-embed.ts';
import { causeSelect } from '../../views/controls.ts';
import { redraw, type Use } from './use.ts';

export async function pressWrong(use: Use<ButtonInteraction>): Promise<void> {
  const { interaction, report, services } = use;
  const others = alternativesOf(report, services.knowledge);
  if (others.length === 0) return dismiss(use);
  const select = causeSelect(report, others, services.words[report.language]);
  await interaction.update({ ...(await drawAnswer(report, services)), components: [select] });
}

export async function dismiss(use: Use): Promise<void> {
  await use.services.reports.settle(use.report.id, 'dismissed', use.interaction.user.id);
  await redraw(use);
  use.services.nudge();
}
