/** A message was posted: answer it, once, if it is a report. */
import { type Message, MessageType } from 'discord.js';
import type { Origin } from '../../escalation/report.ts';
import type { Language } from '../../knowledge/entry.ts';
import { languageOfLocale, languageOfText } from '../language/language-of.ts';
import { missingPermissions } from '../permissions.ts';
import { answerMessage } from '../reports/answer-message.ts';
import { collect, type Collected, mentions } from '../reports/collect.ts';
import type { Services } from '../services.ts';
import type { PlaceSettings } from '../settings.ts';

export async function onMessage(message: Message, services: Services): Promise<void> {
  if (!isFromPerson(message)) return;
  const asked = message.guildId === null || mentions(message, message.client.user.id);
  const collected = collect(message, message.client.user.id);
  // Before anything is read from the database: nearly every message ends here.
  if (!asked && isChatter(collected, services)) return;
  const settings = await services.settingsOf(message.guildId);
  if (!asked && !isWatched(message, settings)) return;
  if (missingPermissions(message.channel).length > 0) {
    services.log.debug({ channel: message.channelId }, 'may not answer here');
    return;
  }
  await services.inOrder(message.id, async () => {
    const language = languageFor(message, collected, settings) ?? services.settings.defaultLanguage;
    const report = await services.reports.claim(originOf(message, asked, language));
    if (report !== null) await answerMessage(message, report, services);
  });
}

/** Not a bot, a webhook (which includes proxied people) or a notice of Discord's own. */
function isFromPerson(message: Message): boolean {
  const ordinary = message.type === MessageType.Default || message.type === MessageType.Reply;
  return ordinary && !message.author.bot && message.webhookId === null;
}

/** The channel or, for a thread, its channel. Never the desk itself: staff discuss errors there all day. */
function isWatched({ channel, channelId }: Message, settings: PlaceSettings): boolean {
  if (settings.quiet) return false;
  const ids = channel.isThread() && channel.parentId !== null ? [channelId, channel.parentId] : [channelId];
  if (ids.includes(settings.supportChannelId)) return false;
  return settings.watchChannelIds.length === 0 || ids.some((id) => settings.watchChannelIds.includes(id));
}

/** By far the commonest case costs no I/O at all: nothing attached, and nothing to say about it. */
function isChatter({ text, files }: Collected, { diagnose }: Services): boolean {
  if (files.length > 0) return false;
  if (text === '') return true;
  const { entry, secrets } = diagnose(text, { asked: false });
  return entry === null && secrets === 0;
}

function originOf(message: Message, asked: boolean, language: Language): Origin {
  return {
    source: message.id,
    kind: 'message',
    guildId: message.guildId,
    channelId: message.channelId,
    askerId: message.author.id,
    reporterId: message.author.id,
    language,
    asked,
  };
}

/** What they write in; else what staff have chosen for the server; else what the server says of itself. */
function languageFor({ guild }: Message, { typed }: Collected, settings: PlaceSettings): Language | null {
  const server = guild === null ? null : languageOfLocale(guild.preferredLocale);
  return languageOfText(typed) ?? settings.language ?? server;
}
