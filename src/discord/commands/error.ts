/** `/error`: explains an error code, a message or a log. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Origin } from '../../escalation/report.ts';
import type { FileOutcome } from '../../intake/file.ts';
import { languageOfLocale } from '../language/language-of.ts';
import { createDespiteOutage, outOfReach } from '../reports/despite-outage.ts';
import { answerLookUp } from '../reports/look-up.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { lines } from '../views/text.ts';
import { unreadReasons } from '../views/unread.ts';
import { errorOptions } from './definitions.ts';
import { judge } from './judge.ts';

export async function runError(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  await interaction.deferReply();
  const despiteOutage = createDespiteOutage(interaction.id, services);
  const origin = originOf(interaction);
  const report = await despiteOutage(() => services.reports.claim(origin));
  if (report === null) return;

  const files = await readLog(interaction, services);
  const say = services.words[origin.language];
  const unread = unreadReasons(files, say);
  const diagnosis = judge(requestOf(interaction, files), services.diagnose, services.knowledge);
  if (diagnosis.entry === null && unread.length > 0) {
    if (report !== outOfReach) await despiteOutage(() => services.reports.release(report.id));
    return sayPrivately(interaction, lines(`**${say('unreadable.title')}**`, ...unread, say('nothing.text')));
  }
  await answerLookUp(interaction, { origin, report, diagnosis, unread }, despiteOutage, services);
  if (diagnosis.secrets > 0) await sayPrivately(interaction, say('warning.key'));
}

function originOf({ id, guildId, channelId, user, locale }: ChatInputCommandInteraction): Origin {
  return {
    source: id,
    kind: 'command',
    guildId,
    channelId,
    askerId: user.id,
    reporterId: user.id,
    language: languageOfLocale(locale),
    asked: true,
  };
}

function requestOf({ options }: ChatInputCommandInteraction, files: readonly FileOutcome[]) {
  return {
    query: options.getString(errorOptions.query, true),
    model: options.getString(errorOptions.model),
    log: files.flatMap((file) => (file.kind === 'text' ? [file.text] : [])).join('\n'),
  };
}

async function readLog(
  { options }: ChatInputCommandInteraction,
  { readFiles }: Services,
): Promise<FileOutcome[]> {
  const log = options.getAttachment(errorOptions.log);
  return log === null ? [] : readFiles([{ name: log.name, url: log.url }]);
}
