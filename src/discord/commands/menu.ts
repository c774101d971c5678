/** The message menu *Diagnose error*: answers a message that somebody points at. */
import type { Message, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Origin, Report } from '../../escalation/report.ts';
import { languageOfLocale } from '../language/language-of.ts';
import type { Say } from '../language/words.ts';
import { messageExists } from '../reports/answer-place.ts';
import { collect } from '../reports/collect.ts';
import { createDespiteOutage, type DespiteOutage, outOfReach } from '../reports/despite-outage.ts';
import { answerLookUp } from '../reports/look-up.ts';
import { readCollected } from '../reports/read.ts';
import { warnByDirectMessage } from '../reports/warn.ts';
import { sayPrivately } from '../respond.ts';
import type { Services } from '../services.ts';
import { messageLink } from '../views/link.ts';
import { lines } from '../views/text.ts';
import { unreadReasons } from '../views/unread.ts';

export async function runMenu(
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
): Promise<void> {
  const message = interaction.targetMessage;
  const say = services.words[languageOfLocale(interaction.locale)];
  if (message.author.id === interaction.client.user.id)
    return sayPrivately(interaction, say('refusal.ownMessage'));
  await interaction.deferReply();
  const collected = collect(message, interaction.client.user.id);
  if (collected.text === '' && collected.files.length === 0) {
    return sayPrivately(interaction, say('refusal.nothingToRead'));
  }
  await services.inOrder(message.id, async () => {
    const despiteOutage = createDespiteOutage(interaction.id, services);
    const claim = await despiteOutage(() => claimTarget(interaction, services));
    if (claim === outOfReach) return answer(interaction, outOfReach, despiteOutage, services);
    if (claim.report === null) return sayPrivately(interaction, alreadyTaken(claim.taken, say));
    await answer(interaction, claim.report, despiteOutage, services);
  });
}

type Claim = { readonly report: Report } | { readonly report: null; readonly taken: Report | null };

/** The message counts once, whoever came first: the channel or the menu. Settled ones may be asked about again. */
async function claimTarget(
  interaction: MessageContextMenuCommandInteraction,
  { reports }: Services,
): Promise<Claim> {
  const origin = originOf(interaction);
  const claimed = await reports.claim(origin);
  if (claimed !== null) return { report: claimed };
  const taken = await reports.findBySource(origin.source);
  if (taken?.answer != null && !(await messageExists(interaction.client, taken.answer))) {
    // A moderator took the answer away, perhaps while the bot was off.
    await reports.settle(taken.id, 'gone');
  }
  const again = taken === null ? null : await reports.reclaim(taken.id, origin);
  return again === null ? { report: null, taken } : { report: again };
}

function alreadyTaken(taken: Report | null, say: Say): string {
  if (taken?.answer == null) return say('refusal.inProgress');
  return say('refusal.alreadyAnswered', { link: messageLink(taken.guildId, taken.answer) });
}

async function answer(
  interaction: MessageContextMenuCommandInteraction,
  report: Report | typeof outOfReach,
  despiteOutage: DespiteOutage,
  services: Services,
): Promise<void> {
  const message = interaction.targetMessage;
  const origin = originOf(interaction);
  const say = services.words[origin.language];
  const { text, files } = await readCollected(
    collect(message, interaction.client.user.id),
    services.readFiles,
  );
  const unread = unreadReasons(files, say);
  const diagnosis = services.diagnose(text, { asked: true });
  if (text === '') {
    if (report !== outOfReach) await despiteOutage(() => services.reports.release(report.id));
    return sayPrivately(interaction, lines(`**${say('unreadable.title')}**`, ...unread));
  }
  await answerLookUp(interaction, { origin, report, diagnosis, unread }, despiteOutage, services);
  await warnAuthor(interaction, message, diagnosis, services);
}

/** The owner of the key is the author of the message, who is not always the one who opened the menu. */
async function warnAuthor(
  interaction: MessageContextMenuCommandInteraction,
  { author, id }: Message,
  { secrets }: Diagnosis,
  services: Services,
): Promise<void> {
  if (secrets === 0 || author.bot) return;
  const language = languageOfLocale(interaction.locale);
  if (author.id === interaction.user.id)
    await sayPrivately(interaction, services.words[language]('warning.key'));
  else await warnByDirectMessage(author, id, language, services);
}

function originOf({
  targetMessage,
  guildId,
  channelId,
  user,
  locale,
}: MessageContextMenuCommandInteraction): Origin {
  return {
    source: targetMessage.id,
    kind: 'menu',
    guildId,
    channelId,
    askerId: user.id,
    reporterId: targetMessage.author.bot ? user.id : targetMessage.author.id,
    language: languageOfLocale(locale),
    asked: true,
  };
}
