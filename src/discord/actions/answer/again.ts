/** *Still stuck* under the word that it is resolved: staff get the case once more. */
import type { ButtonInteraction } from 'discord.js';
import { languageOfLocale } from '../../language/language-of.ts';
import { factsOfReport } from '../../reports/record.ts';
import { sayPrivately } from '../../respond.ts';
import type { Use } from './use.ts';

/** The word stays, its button goes: it is not the answer, which is drawn elsewhere. */
export async function pressAgain({ interaction, report, services }: Use<ButtonInteraction>): Promise<void> {
  const recorded = await services.reports.record(report.id, factsOfReport(report), 'asker');
  services.nudge();
  services.log.info({ report: report.id, case: recorded.caseId }, 'still stuck after a resolution');
  await interaction.update({ components: [] });
  const say = services.words[languageOfLocale(interaction.locale)];
  await sayPrivately(interaction, say('answer.withStaff', { case: recorded.caseId ?? '' }));
}
