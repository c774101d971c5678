/** `/error`: explains an error code, a message or a log. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { FileOutcome } from '../../intake/file.ts';
import { languageOfLocale } from '../language/language-of.ts';
import { drawAnswer } from '../reports/draw.ts';
import { noteAnswered, recordDiagnosis } from '../reports/record.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { lines } from '../views/text.ts';
import { unreadReasons } from '../views/unread.ts';
import { errorOptions } from './definitions.ts';
import { judge } from './judge.ts';

export async function runError(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  await interaction.deferReply();
  const language = languageOfLocale(interaction.locale);
  const report = await services.reports.claim({
    source: interaction.id,
    kind: 'command',
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    askerId: interaction.user.id,
    reporterId: interaction.user.id,
    language,
    asked: true,
  });
  if (report === null) return;

  const files = await readLog(interaction, services);
  const say = services.words[language];
  const unread = unreadReasons(files, say);
  const diagnosis = judge(requestOf(interaction, files), services.diagnose, services.knowledge);
  if (diagnosis.entry === null && unread.length > 0) {
    await services.reports.release(report.id);
    return sayPrivately(interaction, lines(`**${say('unreadable.title')}**`, ...unread, say('nothing.text')));
  }
  const recorded = await recordDiagnosis(report, diagnosis, services);
  const sent = await interaction.editReply(await drawAnswer(recorded, services, { unread }));
  await noteAnswered(recorded, { channelId: sent.channelId, messageId: sent.id }, diagnosis, services);
  if (diagnosis.secrets > 0) await sayPrivately(interaction, say('warning.key'));
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
