/** Rows under the `query` of `/error` while somebody types. */
import type { AutocompleteInteraction } from 'discord.js';
import { isLateInteraction } from '../api-errors.ts';
import { languageOfLocale } from '../language/language-of.ts';
import type { Services } from '../services.ts';
import { clip } from '../views/text.ts';
import { entryChoice } from './entry-choice.ts';

/** Discord shows no more rows, and no longer ones. */
const mostRows = 25;
const longestRow = 100;

export async function suggestEntries(
  interaction: AutocompleteInteraction,
  services: Services,
): Promise<void> {
  const query = interaction.options.getFocused();
  const rows = services.suggest(query, languageOfLocale(interaction.locale), mostRows);
  try {
    await interaction.respond(
      rows.map(({ entryId, label }) => ({ name: clip(label, longestRow), value: entryChoice(entryId) })),
    );
  } catch (error) {
    // They have typed on meanwhile: nobody waits for these rows.
    if (!isLateInteraction(error)) throw error;
  }
}
