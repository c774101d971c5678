/** *Open thread*: a place on the card for staff to talk about it. */
import {
  type APIThreadChannel,
  type ButtonInteraction,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { isForbidden } from '../../api-errors.ts';
import { missingForThreads } from '../../permissions.ts';
import { titleOf } from '../../views/incident-line.ts';
import { clip } from '../../views/text.ts';
import { logMove } from './outcome.ts';
import type { CardUse } from './use.ts';

/** Discord's longest name of a thread. */
const longestName = 100;
/** Three days without a word close it; a word opens it again. */
const archiveAfterMinutes = 4320;

export async function pressThread(use: CardUse<ButtonInteraction>): Promise<void> {
  const { interaction, incident, services, say } = use;
  // Making a thread may take longer than an interaction waits.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  try {
    const threadId = incident.threadId ?? (await openThread(use));
    if (incident.threadId === null) {
      logMove(await services.incidents.threadOpened(incident.id, interaction.user.id, threadId), use);
      services.nudge();
    }
    await interaction.editReply(say('staff.threadReady', { thread: `<#${threadId}>` }));
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const missing = interaction.channel === null ? [] : missingForThreads(interaction.channel);
    await interaction.editReply(
      say('staff.threadForbidden', { permission: missing.join(', ') || 'View Channel' }),
    );
  }
}

/** A thread that grows out of a message has the id of that message: so one that is there already is known, too. */
async function openThread({ interaction, incident, services }: CardUse<ButtonInteraction>): Promise<string> {
  const { message, client, channelId, user } = interaction;
  const context = { ...services, language: services.settings.defaultLanguage };
  const name = clip(`${titleOf(incident, null, context)} · ${incident.model ?? incident.id}`, longestName);
  try {
    const thread = (await client.rest.post(Routes.threads(channelId, message.id), {
      body: { name, auto_archive_duration: archiveAfterMinutes },
    })) as APIThreadChannel;
    // Whoever opens it wants to write in it; when that fails, they can still join by themselves.
    await client.rest.put(Routes.threadMembers(thread.id, user.id)).catch(() => undefined);
    return thread.id;
  } catch (error) {
    const there =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
    if (there) return message.id;
    throw error;
  }
}
