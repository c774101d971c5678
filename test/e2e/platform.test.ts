import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newApi } from '../models/answers.ts';
import { html, json, startServer, type TestServer } from '../models/live/server.ts';
import { embedOf, eventually, noChannel, setStage, type Stage } from './stage.ts';

let server: TestServer;
let stage: Stage;

beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await stage.close();
  await server.close();
});

async function startBot(): Promise<void> {
  stage = await setStage({
    env: () => ({ MODELS_URL: `${server.origin}/api/pricing`, STATUS_URL: `${server.origin}/api/status` }),
  });
}

function logged(message: string) {
  return stage.logged.filter(({ msg }) => msg === message);
}

describe('a bot that is told where the platform lists its models and its state', () => {
  it('learns both in the background and says so in the log', async () => {
    server.answer((request, response) => {
      const status = { success: true, message: '', data: { version: 'v0.9.16' } };
      json(request.url === '/api/status' ? status : newApi)(request, response);
    });
    await startBot();
    await eventually(() => stage.platform.catalogue().source).toBe('live');
    await eventually(() => stage.platform.platformStatus().kind).toBe('up');
    expect(stage.platform.catalogue().models).toContainEqual({ name: 'glm-5', groups: ['vip'] });
    expect(logged('the list of models is live')).toMatchObject([{ level: 'info', models: 3 }]);
    expect(logged('the platform is up')).toHaveLength(1);
  });

  it('answers as ever with the shipped list when the platform answers with web pages', async () => {
    server.answer(html());
    await startBot();
    await eventually(() => logged('no new list of models').length).toBe(1);
    expect(stage.platform.catalogue().source).toBe('shipped');
    expect(stage.platform.platformStatus()).toEqual({ kind: 'unknown' });
    const { discord, alice, help } = stage;
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · Model unavailable');
  });

  it('stops while the platform lets it wait', async () => {
    const closed = new Promise<void>((resolve) => {
      server.answer((request, response) => {
        if (request.url === '/api/pricing') response.on('close', resolve);
      });
    });
    await startBot();
    await eventually(() => server.requests.length).toBe(2);
    await stage.stop();
    await closed;
    expect(logged('stopped')).toHaveLength(1);
    expect(logged('no new list of models')).toEqual([]);
  });
});
