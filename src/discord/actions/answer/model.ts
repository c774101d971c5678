/** *Add the model name*: asks with a modal, and edits the card when the name arrives. */
import type { ButtonInteraction, ModalMessageModalSubmitInteraction } from 'discord.js';
import { cleanModelName } from '../../reports/model-name.ts';
import { factsOfReport } from '../../reports/record.ts';
import { sayPrivately } from '../../respond.ts';
import { modelField, modelModal } from '../../views/controls.ts';
import { languageOfLocale } from '../../language/language-of.ts';
import { redraw, type Use } from './use.ts';

export async function pressModel({ interaction, report, services }: Use<ButtonInteraction>): Promise<void> {
  await interaction.showModal(modelModal(report, services.words[languageOfLocale(interaction.locale)]));
}

export async function giveModel(use: Use<ModalMessageModalSubmitInteraction>): Promise<void> {
  const { interaction, report, services } = use;
  const say = services.words[languageOfLocale(interaction.locale)];
  const typed = interaction.fields.getTextInputValue(modelField);
  const { secrets, ...name } = cleanModelName(typed, services.diagnose);
  if (name.model === null) return sayPrivately(interaction, say('refusal.noName'));
  await services.reports.record(report.id, { ...factsOfReport(report), ...name }, null);
  await redraw(use);
  services.nudge();
  services.log.info({ report: report.id, case: report.caseId }, 'model name given');
  if (secrets > 0) await sayPrivately(interaction, say('warning.key'));
}
