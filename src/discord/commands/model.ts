/** `/model`: whether a model is offered, in which groups, what is like it, and what is open about it. */
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { languageOfLocale } from '../language/language-of.ts';
import { createDespiteOutage, outOfReach } from '../reports/despite-outage.ts';
import { cleanModelName } from '../reports/model-name.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { modelView } from '../views/model.ts';
import { modelOptions } from './model-definition.ts';

const mostIncidents = 5;

/** Seen by nobody else: a look-up is no report. */
export async function runModel(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const typed = interaction.options.getString(modelOptions.name, true);
  const { model, modelWritten, secrets } = cleanModelName(typed, services.diagnose);
  if (model === null) return sayPrivately(interaction, services.words[language]('refusal.noName'));
  // The database may take longer than Discord waits for a first answer.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const check = services.checkModel(modelWritten ?? model, null);
  const incidents = await openOn(check.didYouMean ?? model, interaction, services);
  const view = modelView({ name: model, check, incidents }, { ...services, language });
  await interaction.editReply(view);
  if (secrets > 0) await sayPrivately(interaction, services.words[language]('warning.key'));
}

/** Without the database, less is told. */
async function openOn(model: string, { id, guildId }: ChatInputCommandInteraction, services: Services) {
  const filter = { guildId, state: 'unfinished', model, most: mostIncidents, skip: 0 } as const;
  const page = await createDespiteOutage(id, services)(() => services.incidents.list(filter));
  return page === outOfReach ? [] : page.incidents;
}
