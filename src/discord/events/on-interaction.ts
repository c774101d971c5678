/** Somebody used a command, a menu or a control. */
import type { Interaction, RepliableInteraction } from 'discord.js';
import { isControl } from '../actions/control.ts';
import { useControl } from '../actions/route.ts';
import { faultFields, isLateInteraction, reasonOf } from '../api-errors.ts';
import { menuName } from '../commands/definitions.ts';
import { runMenu } from '../commands/menu.ts';
import { slashCommands } from '../commands/slash.ts';
import { suggest } from '../commands/suggestions.ts';
import { languageOfLocale } from '../language/language-of.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';

export async function onInteraction(interaction: Interaction, services: Services): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, services);
  try {
    await route(interaction, services);
  } catch (error) {
    if (isLateInteraction(error)) {
      services.log.warn({ interaction: interaction.id, reason: reasonOf(error) }, 'too late to answer');
      return;
    }
    services.log.error({ interaction: interaction.id, ...faultFields(error) }, 'interaction failed');
    await apologise(interaction, services);
  }
}

async function route(interaction: RepliableInteraction, services: Services): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const run = slashCommands.get(interaction.commandName);
    if (run !== undefined) return run(interaction, services);
  }
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === menuName(services.words)) {
    return runMenu(interaction, services);
  }
  if (isControl(interaction)) return useControl(interaction, services);
  await sayPrivately(interaction, services.words[languageOfLocale(interaction.locale)]('refusal.expired'));
}

/** A short sentence with a number that stands in the log too; never the text of the error. */
async function apologise(interaction: RepliableInteraction, { words, log }: Services): Promise<void> {
  const say = words[languageOfLocale(interaction.locale)];
  try {
    await sayPrivately(interaction, say('fault.general', { reference: interaction.id }));
  } catch (error) {
    log.warn({ interaction: interaction.id, reason: reasonOf(error) }, 'could not apologise');
  }
}
