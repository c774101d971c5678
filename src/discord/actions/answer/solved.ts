/** *Solved*: the answer keeps, its buttons go. */
import { redraw, type Use } from './use.ts';

export async function pressSolved(use: Use): Promise<void> {
  await use.services.reports.settle(use.report.id, 'solved', use.interaction.user.id);
  await redraw(use);
  use.services.nudge();
}
