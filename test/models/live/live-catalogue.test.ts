import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createLiveCatalogue,
  type LiveCatalogue,
  type LiveCatalogueOptions,
} from '../../../src/models/live/live-catalogue.ts';
import type { Catalogue } from '../../../src/models/model.ts';
import { temporaryFolder } from '../../storage/temporary.ts';
import * as answers from '../answers.ts';
import { createTestLog } from './log.ts';
import { body, html, json, silence, slowDrip, startServer, status, type TestServer } from './server.ts';

const shipped: Catalogue = {
  source: 'shipped',
  asOf: null,
  models: [{ name: 'shipped-1', groups: null }],
  autoGroups: [],
};

let server: TestServer;
let folder: ReturnType<typeof temporaryFolder>;
let log: ReturnType<typeof createTestLog>;
let time: number;

beforeEach(async () => {
  server = await startServer();
  folder = temporaryFolder();
  log = createTestLog();
  time = 1000;
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

const keptAt = () => join(folder.path, 'deep', 'models-kept.json');

function create(more: Partial<LiveCatalogueOptions> = {}): LiveCatalogue {
  return createLiveCatalogue({
    url: `${server.origin}/models?key=in-address`,
    apiKey: null,
    keptAt: keptAt(),
    shipped,
    now: () => time,
    random: () => 0.5,
    log,
    limits: { timeoutMs: 300, mostBytes: 5000 },
    ...more,
  });
}

function names({ current }: LiveCatalogue): string[] {
  return current().models.map(({ name }) => name);
}

describe('the list of the platform', () => {
  it.each([
    ['/v1/models', answers.openAi, ['glm-5', 'gpt-4o']],
    ['the list of Anthropic', answers.anthropic, ['claude-opus-4-8']],
    ['the list of Gemini', answers.gemini, ['gemini-2.5-flash', 'gemini-2.5-pro']],
    ['/api/pricing of new-api', answers.newApi, ['glm-5', 'gpt-4o', 'mj_imagine']],
    ['/api/available_model of one-hub', answers.oneHub, ['glm-5', 'gpt-4o']],
  ])('takes the place of the shipped one: %s', async (_, answer, expected) => {
    server.answer(json(answer));
    const live = create();
    expect(live.current()).toBe(shipped);
    expect(live.state()).toEqual({ lastSuccess: null, lastFailure: null });
    await live.refresh();
    expect(names(live)).toEqual(expected);
    expect(live.current()).toMatchObject({ source: 'live', asOf: 1000 });
    expect(live.state()).toEqual({ lastSuccess: 1000, lastFailure: null });
    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'the list of models is live',
        fields: { models: expected.length, failures: 0 },
      },
    ]);
  });

  it('follows what the platform changes, and says nothing while it changes nothing', async () => {
    const live = create();
    server.answer(json(['a']));
    await live.refresh();
    const { models } = live.current();
    time = 2000;
    await live.refresh();
    expect(live.current()).toMatchObject({ asOf: 2000 });
    expect(live.current().models).toBe(models);
    server.answer(json(['a', 'b']));
    await live.refresh();
    expect(names(live)).toEqual(['a', 'b']);
    expect(log.lines.map(({ fields }) => fields.models)).toEqual([1, 2]);
  });

  it('is as fresh as the last time that the platform said "not modified"', async () => {
    server.answer((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') status(304)(request, response);
      else json(['a'], { etag: '"v1"' })(request, response);
    });
    const live = create();
    await live.refresh();
    const { models } = live.current();
    time = 5000;
    await live.refresh();
    expect(server.requests[1]?.headers['if-none-match']).toBe('"v1"');
    expect(live.current()).toMatchObject({ source: 'live', asOf: 5000 });
    expect(live.current().models).toBe(models);
    expect(create().current().asOf).toBe(5000);
  });

  it('sends the key, and it stands neither in the log nor in the file', async () => {
    const live = create({ apiKey: 'sk-secret' });
    server.answer(json(['a']));
    await live.refresh();
    server.answer(status(500));
    await live.refresh();
    expect(server.requests[1]?.headers.authorization).toBe('Bearer sk-secret');
    const written = readFileSync(keptAt(), 'utf8') + JSON.stringify(log.lines);
    for (const secret of ['sk-secret', 'in-address']) expect(written).not.toContain(secret);
  });

  it('is asked for once, however many want it at the same time', async () => {
    server.answer(json(['a']));
    const live = create();
    await Promise.all([live.refresh(), live.refresh(), live.refresh()]);
    expect(server.requests).toHaveLength(1);
    await live.refresh();
    expect(server.requests).toHaveLength(2);
  });
});

describe('a platform that fails leaves the last good list', () => {
  it.each([
    ['a time-out', silence, 'no whole answer within 0.3 s'],
    ['a slow drip', slowDrip, 'no whole answer within 0.3 s'],
    ['500', status(500), 'it answered 500'],
    ['a web page', html(), 'it answered with a web page (HTML) where JSON was expected'],
    ['a huge body', json(['x'.repeat(6000)]), 'its answer is longer than 5000 bytes'],
    ['redirects in a circle', status(302, { location: '/models' }), 'it redirects more than 3 times'],
    ['JSON that is cut off', body('{"data": [{"id":'), 'its answer is no JSON'],
    ['another answer', json({ data: [{ id: 7 }] }), 'it is no list of models'],
    ['a failure in so many words', json({ success: false, data: [] }), 'it says of itself that it failed'],
    ['an empty list', json({ object: 'list', data: [] }), 'it names no model'],
  ])('%s', async (_, listener, reason) => {
    const live = create();
    server.answer(json(['a']));
    await live.refresh();
    const before = live.current();
    server.answer(listener);
    time = 61_000;
    await live.refresh();
    expect(live.current()).toBe(before);
    const { lastSuccess, lastFailure } = live.state();
    expect({ lastSuccess, at: lastFailure?.at }).toEqual({ lastSuccess: 1000, at: 61_000 });
    expect(lastFailure?.reason).toContain(reason);
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      message: 'no new list of models',
      fields: { failures: 1, ageMs: 60_000 },
    });
    expect(names(create())).toEqual(['a']);
    server.answer(json(['a']));
    await live.refresh();
    expect(log.lines.at(-1)).toMatchObject({ level: 'info', fields: { failures: 1 } });
  });
});

describe('the kept list', () => {
  async function keepOne(): Promise<void> {
    server.answer(json(answers.newApi, { etag: '"v1"' }));
    await create().refresh();
    log.lines.length = 0;
  }

  it('is there after a restart before anybody is asked, with its age and its etag', async () => {
    await keepOne();
    time = 9000;
    server.answer(status(304));
    const live = create();
    expect(live.current()).toMatchObject({ source: 'live', asOf: 1000, autoGroups: ['cheap', 'default'] });
    expect(live.state()).toEqual({ lastSuccess: 1000, lastFailure: null });
    await live.refresh();
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect(live.current()).toMatchObject({ source: 'live', asOf: 9000 });
  });

  it('is not older or newer than the clock allows', async () => {
    await keepOne();
    time = 500;
    expect(create().current().asOf).toBe(500);
  });

  it('of another address is not used, and its etag not sent there', async () => {
    await keepOne();
    const live = create({ url: `${server.origin}/other` });
    expect(live.current()).toBe(shipped);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'the kept list of models is not used',
        fields: { file: keptAt(), reason: 'it belongs to another address' },
      },
    ]);
    await live.refresh();
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -20), 'it is broken'],
    ['is something else', () => '{"of": 7}', 'it is broken'],
    ['is empty', () => '', 'it is broken'],
    ['holds no list', (text: string) => text.replace('model_name', 'name'), 'it is no list of models'],
  ])('that %s is left alone until the next good answer', async (_, spoil, reason) => {
    await keepOne();
    writeFileSync(keptAt(), spoil(readFileSync(keptAt(), 'utf8')));
    const live = create();
    expect(live.current()).toBe(shipped);
    expect(String(log.lines[0]?.fields.reason)).toContain(reason);
    await live.refresh();
    expect(create().current()).toMatchObject({ source: 'live' });
  });

  it('of a process that was killed before the new one had its name is the old one', async () => {
    await keepOne();
    writeFileSync(`${keptAt()}.4711.unfinished`, '{"of": "');
    expect(create().current()).toMatchObject({ source: 'live', asOf: 1000 });
    expect(log.lines).toEqual([]);
  });

  it('is written under another name first, of which nothing is left', async () => {
    await keepOne();
    expect(readdirSync(join(folder.path, 'deep'))).toEqual(['models-kept.json']);
  });

  it('that cannot be written costs nothing but a line in the log', async () => {
    mkdirSync(keptAt(), { recursive: true });
    const live = create();
    server.answer(json(['a']));
    await live.refresh();
    expect(names(live)).toEqual(['a']);
    expect(log.messages()).toEqual([
      'the kept list of models is not used',
      'the list of models is live',
      'the list of models cannot be kept',
    ]);
    expect(readdirSync(join(folder.path, 'deep'))).toEqual(['models-kept.json']);
  });
});

describe('in the background', () => {
  it('the first request goes out at once, and nothing after the stop', async () => {
    server.answer(json(['a']));
    const live = create();
    const stop = live.start();
    await expect.poll(() => live.current().source).toBe('live');
    await expect.poll(() => existsSync(keptAt())).toBe(true);
    stop();
    expect(server.requests).toHaveLength(1);
  });

  it('a stop ends the request under way, which counts as neither success nor failure', async () => {
    const closed = new Promise<void>((resolve) => {
      server.answer((_, response) => response.on('close', resolve));
    });
    const live = create({ limits: { timeoutMs: 60_000, mostBytes: 5000 } });
    const stop = live.start();
    await expect.poll(() => server.requests.length).toBe(1);
    const joined = live.refresh();
    stop();
    await Promise.all([closed, joined]);
    expect(live.state()).toEqual({ lastSuccess: null, lastFailure: null });
    expect(log.lines).toEqual([]);
  });
});
