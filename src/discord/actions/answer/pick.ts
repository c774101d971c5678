/** Another cause was chosen from the select. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { openerOf } from '../../../escalation/model-of-report.ts';
import type { Report } from '../../../escalation/report.ts';
import type { Entry } from '../../../knowledge/entry.ts';
import { findEntry } from '../../../knowledge/knowledge-base.ts';
import { factsOfReport } from '../../reports/record.ts';
import { noneOfThese } from '../../views/controls.ts';
import { redraw, type Use } from './use.ts';
import { dismiss } from './wrong.ts';

export async function pickCause(use: Use<StringSelectMenuInteraction>): Promise<void> {
  const { interaction, report, services } = use;
  const [value] = interaction.values;
  if (value === undefined || value === noneOfThese) return dismiss(use);
  const entry = findEntry(services.knowledge, value);
  if (entry !== undefined) await choose(report, entry, use);
  await redraw(use);
  services.nudge();
}

/** The cause that stood there before becomes a runner-up, so that a slip of the finger can be undone. */
async function choose(report: Report, entry: Entry, { services }: Use): Promise<void> {
  const others = [report.entryId, ...report.alternatives].filter((id) => id !== null && id !== entry.id);
  const facts = {
    ...factsOfReport(report),
    entryId: entry.id,
    alternatives: others as string[],
    upstream: false,
  };
  await services.reports.record(report.id, facts, openerOf(entry, facts, services.checkModel));
}
