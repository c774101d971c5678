import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { ConfigFault, readConfig, readPublishConfig, variableNames } from '../src/config.ts';

const channel = '123456789012345678';
const least = { DISCORD_TOKEN: 'secret-token', SUPPORT_CHANNEL_ID: channel };

function faultOf(read: () => unknown): ConfigFault {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigFault) return error;
  }
  throw new Error('expected a ConfigFault');
}

describe('reading the configuration', () => {
  it('needs only a token and a support channel', () => {
    expect(readConfig(least)).toMatchObject({
      token: 'secret-token',
      supportChannelId: channel,
      supportRoleId: null,
      watchChannelIds: [],
      database: 'var/errdesk.sqlite',
      shards: null,
      defaultLanguage: 'en',
      logLevel: 'info',
      healthFile: null,
      apiUrl: null,
      modelsUrl: null,
      modelsApiKey: null,
      modelsFile: 'var/models-kept.json',
      statusUrl: null,
    });
  });

  it('names every fault at once, with a hint each', () => {
    const fault = faultOf(() =>
      readConfig({ SUPPORT_ROLE_ID: 'staff', LOG_LEVEL: 'loud', WATCH_CHANNEL_IDS: 'a,b' }),
    );
    expect(fault.problems.map(({ variable, problem }) => `${variable} ${problem}`).sort()).toEqual([
      'DISCORD_TOKEN is missing',
      'LOG_LEVEL is not valid',
      'SUPPORT_CHANNEL_ID is missing',
      'SUPPORT_ROLE_ID is not valid',
      'WATCH_CHANNEL_IDS is not valid',
    ]);
    expect(fault.problems.every(({ hint }) => hint.length > 10 && hint !== 'see .env.example')).toBe(true);
  });

  it('never repeats a value, since one of them is a secret', () => {
    const fault = faultOf(() =>
      readConfig({ ...least, SUPPORT_CHANNEL_ID: 'oops-a-token-in-the-wrong-line' }),
    );
    expect(fault.message).not.toContain('oops');
  });

  it('takes empty text for "not given"', () => {
    expect(readConfig({ ...least, SUPPORT_ROLE_ID: '', HEALTH_FILE: '  ' })).toMatchObject({
      supportRoleId: null,
      healthFile: null,
    });
    expect(faultOf(() => readConfig({ ...least, DISCORD_TOKEN: '' })).message).toContain(
      'DISCORD_TOKEN is missing',
    );
  });

  it('reads a list of channels with blanks after the commas', () => {
    const config = readConfig({ ...least, WATCH_CHANNEL_IDS: `${channel}, 223456789012345678` });
    expect(config.watchChannelIds).toEqual([channel, '223456789012345678']);
  });

  it('takes PostgreSQL before the file', () => {
    const DATABASE_URL = 'postgres://errdesk:secret@db:5432/errdesk';
    expect(readConfig({ ...least, DATABASE_URL, DATABASE_PATH: 'x.sqlite' }).database).toBe(DATABASE_URL);
    const fault = faultOf(() => readConfig({ ...least, DATABASE_URL: 'mysql://root:secret@db/x' }));
    expect(fault.message).toContain('DATABASE_URL is not valid');
    expect(fault.message).not.toContain('secret');
  });

  it('reads minutes as a whole number', () => {
    expect(readConfig(least).remindAfterMs).toBe(900_000);
    expect(readConfig({ ...least, REMIND_AFTER_MINUTES: '5' }).remindAfterMs).toBe(300_000);
    for (const REMIND_AFTER_MINUTES of ['0', '1.5', 'soon', '99999'])
      expect(faultOf(() => readConfig({ ...least, REMIND_AFTER_MINUTES })).message).toContain('whole number');
  });

  it('reads which shards to run', () => {
    const shardsOf = (SHARDS: string) => readConfig({ ...least, SHARDS }).shards;
    expect(shardsOf('0,1/4')).toEqual({ ids: [0, 1], total: 4 });
    expect(shardsOf(' 3 / 4 ')).toEqual({ ids: [3], total: 4 });
    for (const wrong of ['4/4', '0,1', '/4', '0/0', '-1/4', 'a/b', '0,/2'])
      expect(faultOf(() => shardsOf(wrong)).message).toContain('SHARDS is not valid');
  });

  it('reads where the platform tells its models and its state', () => {
    const MODELS_URL = 'https://api.example.com/v1/models';
    const STATUS_URL = 'http://127.0.0.1:3000/api/status';
    expect(readConfig({ ...least, MODELS_URL, MODELS_API_KEY: 'sk-1', STATUS_URL })).toMatchObject({
      modelsUrl: MODELS_URL,
      modelsApiKey: 'sk-1',
      statusUrl: STATUS_URL,
    });
    const wrong = {
      MODELS_URL: 'https://user:pass-word@example.com/v1/models',
      MODELS_API_KEY: 'sk-1\nX-Other: 2',
      STATUS_URL: 'ftp://example.com/api/status',
    };
    const { message, problems } = faultOf(() => readConfig({ ...least, ...wrong }));
    expect(problems.map(({ variable }) => variable).sort()).toEqual(Object.keys(wrong).sort());
    expect(problems.every(({ hint }) => hint !== 'see .env.example')).toBe(true);
    expect(faultOf(() => readConfig({ ...least, MODELS_URL: 'the usual one' })).message).toContain(
      'MODELS_URL is not valid',
    );
    for (const value of ['pass-word', 'X-Other']) expect(message).not.toContain(value);
  });

  it('asks for nothing but the token when only commands are published', () => {
    expect(readPublishConfig({ DISCORD_TOKEN: 't' })).toEqual({ token: 't', apiUrl: null });
  });

  it('is documented, variable by variable, in .env.example', () => {
    const documented = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
      .split('\n')
      .flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(documented.sort()).toEqual([...variableNames].sort());
  });
});
