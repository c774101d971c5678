import { fileURLToPath } from 'node:url';
import * as spec from 'discord-api-spec/zod';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDefinitions } from '../../../src/discord/commands/definitions.ts';
import { publishCommands } from '../../../src/discord/commands/publish.ts';
import { loadWords, type Words } from '../../../src/discord/language/words.ts';
import { type EmbeddedDiscord, startEmbeddedDiscord } from '../../../src/playground/embedded-discord.ts';
import { checkCommand } from '../../../src/playground/rest/checks/commands.ts';
import { FormErrors } from '../../../src/playground/rest/form-errors.ts';

const words = loadWords(fileURLToPath(new URL('../../../data', import.meta.url)));

/** Commands and options that have a description, all the way down. */
function partsOf(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = 'options' in value ? partsOf(value.options) : [];
  return 'description' in value ? [value, ...inner] : inner;
}

describe('the commands', () => {
  it('are accepted by Discord, with every text in Chinese too', () => {
    for (const definition of commandDefinitions(words)) {
      const errors = new FormErrors();
      checkCommand(definition, spec.ApplicationCommandCreateRequestSchema, errors);
      errors.refuseIfAny();
      expect(definition.name_localizations ?? definition.name).not.toEqual({});
    }
    const text = JSON.stringify(commandDefinitions(words));
    expect(text.match(/"zh-CN"/g)?.length).toBe(text.match(/"zh-TW"/g)?.length);
    for (const part of partsOf(commandDefinitions(words)))
      expect(part).toHaveProperty('description_localizations');
  });
});

describe('publishing', () => {
  let discord: EmbeddedDiscord;
  let rest: REST;
  beforeEach(async () => {
    discord = await startEmbeddedDiscord();
    rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  });
  afterEach(() => discord.close());

  const publish = (said: Words = words) =>
    publishCommands(rest, discord.application.id, null, commandDefinitions(said));

  it('happens once, and again only when something differs', async () => {
    expect(await publish()).toBe('changed');
    expect(await publish()).toBe('unchanged');
    const renamed: Words = { ...words, zh: ((phrase: never) => `${words.zh(phrase)}吧`) as Words['zh'] };
    expect(await publish(renamed)).toBe('changed');
    expect(await publish(renamed)).toBe('unchanged');
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  it('takes away what is no longer offered', async () => {
    await rest.post(`/applications/${discord.application.id}/commands`, {
      body: { name: 'old', description: 'old' },
    });
    expect(await publish()).toBe('changed');
    expect([...discord.world.globalCommands.values()].map(({ name }) => name)).toEqual([
      'error',
      'Diagnose error',
      'model',
      'case',
      'forget',
      'cases',
      'incident',
      'setup',
    ]);
  });
});
