/** Publishing the commands with nothing but a token: no connection, no client. */
import { REST, Routes, RESTJSONErrorCodes, DiscordAPIError } from 'discord.js';
import { isForbidden } from '../api-errors.ts';
import { type Fault, wrongToken } from '../connection/closing.ts';
import type { Words } from '../language/words.ts';
import { commandDefinitions } from './definitions.ts';
import { publishCommands } from './publish.ts';

export interface PublishTarget {
  readonly token: string;
  readonly apiUrl: string | null;
}

/** @returns whether anything changed, or one sentence why it could not be done */
export async function publishWithToken(
  { token, apiUrl }: PublishTarget,
  guildId: string | null,
  words: Words,
): Promise<{ readonly changed: boolean } | Fault> {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    const result = await publishCommands(rest, id, guildId, commandDefinitions(words));
    return { changed: result === 'changed' };
  } catch (error) {
    const fault = faultOf(error, guildId);
    if (fault === null) throw error;
    return fault;
  }
}

function faultOf(error: unknown, guildId: string | null): Fault | null {
  if (error instanceof DiscordAPIError && error.status === 401) return wrongToken;
  const unknownServer = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownGuild;
  if (isForbidden(error) || unknownServer) {
    return {
      sentence: `the bot may not publish commands in server ${guildId ?? '(all)'}`,
      hint: 'invite it there with the scope applications.commands',
    };
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return null;
  return { sentence: `Discord cannot be reached: ${code}`, hint: 'check the network and DISCORD_API_URL' };
}
