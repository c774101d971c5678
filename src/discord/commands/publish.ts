/** Telling Discord of the commands, only when they differ: Discord allows 200 new ones a day and server. */
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

/** What a definition may say; Discord adds ids, versions and defaults to it. */
const compared = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'max_length',
  'default_member_permissions',
  'contexts',
  'integration_types',
] as const;

/**
 * Publishes the commands everywhere, or in one server only (which is faster to appear: for trying out).
 * @returns whether anything had to change
 */
export async function publishCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<'changed' | 'unchanged'> {
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (fingerprint(present) === fingerprint(definitions)) return 'unchanged';
  await rest.put(route, { body: definitions });
  return 'changed';
}

function fingerprint(commands: unknown): string {
  const list = Array.isArray(commands) ? commands.map((command) => JSON.stringify(essence(command))) : [];
  return list.sort().join('\n');
}

/** Only what is compared, in a fixed order, without what says nothing. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return compared.flatMap((key) => {
    const inner = record[key];
    if (saysNothing(inner)) return [];
    return [[key, key.endsWith('localizations') ? sortedEntries(inner) : essence(inner)]];
  });
}

function saysNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function sortedEntries(map: unknown): unknown {
  return Object.entries(map as object).sort(([a], [b]) => a.localeCompare(b));
}
