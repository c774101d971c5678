/** Rows under an option while somebody types: errors, or names of models. */
import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import { isLateInteraction } from '../api-errors.ts';
import { languageOfLocale } from '../language/language-of.ts';
import type { Services } from '../services.ts';
import { clip } from '../views/text.ts';
import { errorOptions } from './definitions.ts';
import { entryChoice } from './entry-choice.ts';
import { modelOptions } from './model-definition.ts';

/** Discord shows no more rows, and no longer ones. */
const mostRows = 25;
const longestRow = 100;

type Choice = ApplicationCommandOptionChoiceData<string>;

const modelFields: readonly string[] = [errorOptions.model, modelOptions.name];

export async function suggest(interaction: AutocompleteInteraction, services: Services): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = modelFields.includes(name)
    ? modelChoices(value, services)
    : entryChoices(value, interaction, services);
  try {
    await interaction.respond(choices);
  } catch (error) {
    // They have typed on meanwhile: nobody waits for these rows.
    if (!isLateInteraction(error)) throw error;
  }
}

function entryChoices(query: string, { locale }: AutocompleteInteraction, services: Services): Choice[] {
  const rows = services.suggest(query, languageOfLocale(locale), mostRows);
  return rows.map(({ entryId, label }) => ({ name: clip(label, longestRow), value: entryChoice(entryId) }));
}

/** A name that is too long for a row cannot be chosen, and must not be cut. */
function modelChoices(typed: string, { suggestModels }: Services): Choice[] {
  return suggestModels(typed, mostRows)
    .filter((name) => name.length <= longestRow)
    .map((name) => ({ name, value: name }));
}
