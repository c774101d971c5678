/** `/case`: one's own open cases, seen by nobody else. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CaseFile } from '../../escalation/case.ts';
import { findEntry, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { languageOfLocale } from '../language/language-of.ts';
import type { Say } from '../language/words.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { headline } from '../views/headline.ts';
import { messageLink, placeOf } from '../views/link.ts';
import { ago, clip, lines } from '../views/text.ts';
import type { Language } from '../../knowledge/entry.ts';

/** As many lines as surely fit one message. */
const mostLines = 8;

export async function runCase(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const say = services.words[language];
  // In a direct message, everything everywhere: nobody else reads along, and the servers are not told apart there.
  const files = await services.cases.openOf(interaction.user.id, interaction.guildId, mostLines + 1);
  if (files.length === 0) return sayPrivately(interaction, say('mine.none'));
  const shown = files.slice(0, mostLines).map((file) => lineOf(file, language, services.knowledge, say));
  await sayPrivately(
    interaction,
    lines(`**${say('mine.title')}**`, ...shown, files.length > mostLines && say('mine.more')),
  );
}

function lineOf(file: CaseFile, language: Language, knowledge: KnowledgeBase, say: Say): string {
  const { report } = file;
  const entry = findEntry(knowledge, report.entryId ?? '');
  const place = placeOf(report);
  return say('mine.line', {
    case: file.case.id,
    title: clip(entry === undefined ? '?' : headline(entry, report.status, language), 80),
    state: say(`state.${file.case.state}`),
    since: ago(file.case.openedAt),
    link: place === null ? '' : messageLink(report.guildId, place),
  });
}
