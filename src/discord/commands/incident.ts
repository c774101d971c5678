/** `/incident`: says "we know about this" in every answer to one error, and ends that. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { findEntry } from '../../knowledge/knowledge-base.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { languageOfLocale } from '../language/language-of.ts';
import type { Say } from '../language/words.ts';
import { isStaff } from '../permissions.ts';
import { cleanModelName } from '../reports/model-name.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { headline } from '../views/headline.ts';
import { clip, inlineCode } from '../views/text.ts';
import { chosenEntryId } from './entry-choice.ts';
import { incidentOptions, incidentSteps, longestNotice } from './staff-definitions.ts';

interface Named {
  readonly guildId: string;
  readonly entryId: string;
  readonly model: string | null;
}

export async function runIncident(
  interaction: ChatInputCommandInteraction,
  services: Services,
): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const say = services.words[language];
  const { guildId } = interaction;
  if (guildId === null || !isStaff(interaction, await services.settingsOf(guildId)))
    return sayPrivately(interaction, say('staff.only'));
  const entry = entryOf(interaction, services);
  if (entry === undefined) return sayPrivately(interaction, say('incident.unknownError'));
  const named = { guildId, entryId: entry.id, model: modelOf(interaction, services) };
  const names = { title: headline(entry, null, language), model: modelText(named, say) };
  const said =
    interaction.options.getSubcommand() === incidentSteps.start
      ? await start(interaction, named, services)
      : await end(interaction, named, services);
  services.nudge();
  await sayPrivately(interaction, said === 'noText' ? say('staff.noText') : say(`incident.${said}`, names));
}

async function start(
  { options, user }: ChatInputCommandInteraction,
  named: Named,
  { incidents, diagnose, log }: Services,
): Promise<'started' | 'noText'> {
  const { redacted } = diagnose(options.getString(incidentOptions.text, true), { asked: true });
  const text = clip(redacted.trim(), longestNotice);
  if (text === '') return 'noText';
  const { id } = await incidents.know(named, user.id, text);
  log.info({ incident: id, by: user.id, entry: named.entryId }, 'notice begun');
  return 'started';
}

async function end(
  { user }: ChatInputCommandInteraction,
  { guildId, entryId, model }: Named,
  { incidents, log }: Services,
): Promise<'ended' | 'notOpen'> {
  // The notice stands on an incident that is not finished: there is at most one of each cause and model.
  const filter = { guildId, state: 'unfinished', model, most: 100, skip: 0 } as const;
  const found = (await incidents.list(filter)).incidents.find(
    (incident) => incident.entryId === entryId && incident.notice !== null,
  );
  const moved = found === undefined ? null : await incidents.unknow(found.id, user.id);
  log.info({ incident: found?.id, by: user.id, entry: entryId }, 'notice ended');
  return moved?.kind === 'done' ? 'ended' : 'notOpen';
}

/** Chosen from the list, or the id of an entry typed by hand. */
function entryOf({ options }: ChatInputCommandInteraction, { knowledge }: Services): Entry | undefined {
  const value = options.getString(incidentOptions.error, true);
  return findEntry(knowledge, chosenEntryId(value) ?? value.trim());
}

function modelOf({ options }: ChatInputCommandInteraction, { diagnose }: Services): string | null {
  const typed = options.getString(incidentOptions.model);
  return typed === null ? null : cleanModelName(typed, diagnose).model;
}

function modelText({ model }: Named, say: Say): string {
  return model === null ? say('incident.anyModel') : inlineCode(model, 100);
}
