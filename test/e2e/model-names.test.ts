/** A wrong model name, from the paste to the desk: the real bot, and a platform that lists its models. */
import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { json, startServer, type TestServer } from '../models/live/server.ts';
import {
  controlsOf,
  embedOf,
  fieldOf,
  noChannelFor,
  setStage,
  type Stage,
  type StageOptions,
} from './stage.ts';

const pricing = {
  success: true,
  data: [
    { model_name: 'gpt-4o', enable_groups: ['default', 'vip'] },
    { model_name: 'gpt-4o-mini', enable_groups: ['default', 'vip'] },
    { model_name: 'claude-opus-4-8', enable_groups: ['vip'] },
  ],
  group_ratio: { default: 1, vip: 2 },
  usable_group: { default: 'everybody', vip: 'paying' },
};

let server: TestServer;
let stage: Stage;

beforeAll(async () => {
  server = await startServer();
  server.answer((request, response) => {
    const status = { success: true, message: '', data: { version: 'v0.9.16' } };
    json(request.url === '/api/status' ? status : pricing)(request, response);
  });
  stage = await setStage({
    times: { deliveryMs: 50 },
    env: () => ({ MODELS_URL: `${server.origin}/api/pricing`, STATUS_URL: `${server.origin}/api/status` }),
  });
  await vi.waitFor(() => {
    expect(stage.platform.catalogue().source).toBe('live');
    expect(stage.platform.platformStatus().kind).toBe('up');
  });
});
afterAll(async () => {
  await stage.close();
  await server.close();
});

/** What an answer says of the name, before everything else. */
function noteOf(answer: APIMessage): string {
  return embedOf(answer).description?.split('\n\n')[0] ?? '';
}

async function paste(content: string, user = stage.alice) {
  const { discord, help } = stage;
  const message = discord.say({ user, channel: help, content });
  return { message, reply: await discord.waitForReply(message) };
}

describe('a 503 whose model name looks wrong', () => {
  it('is asked about first; staff get the case when the name is said to be right', async () => {
    const { discord, alice } = stage;
    const { message, reply } = await paste(noChannelFor('gtp-4o'));
    expect(noteOf(reply)).toBe(
      '**Did you mean**\n```\ngpt-4o\n```\ninstead of `gtp-4o`: `gtp` should be `gpt`.',
    );
    expect(controlsOf(reply)).toEqual(['Solved', 'The name is right → staff', 'Not this']);
    expect(stage.cards()).toEqual([]);

    discord.click({ user: alice, message: reply, customId: 'The name is right → staff' });
    const card = await stage.cardOf(message);
    expect(fieldOf(card, 'Model')).toBe('`gtp-4o`');
    expect(fieldOf(card, 'Did you mean')).toContain('gpt-4o');
    const after = await discord.waitForUpdate(
      reply,
      (now) => fieldOf(now, 'Support')?.includes('as case') ?? false,
    );
    expect(controlsOf(after)).toEqual(['Solved', 'Change the model name', 'Not this']);
  });

  it('sees the blank that nobody sees', async () => {
    const { reply } = await paste(noChannelFor('gpt-4o '));
    expect(noteOf(reply)).toContain('there is a blank at the end');
  });

  it('follows an edit that mends it', async () => {
    const { discord } = stage;
    const { message, reply } = await paste(noChannelFor('gpt 4o mini'), stage.bo);
    expect(controlsOf(reply)).toContain('The name is right → staff');
    discord.editMessage({ message, content: noChannelFor('gpt-4o-mini') });
    const after = await discord.waitForUpdate(reply, (now) => !noteOf(now).includes('Did you mean'));
    expect(noteOf(after)).toContain('is offered under exactly this name');
    expect(fieldOf(await stage.cardOf(message), 'Model')).toBe('`gpt-4o-mini`');
  });

  it('follows an edit that takes away what nobody sees', async () => {
    const { discord } = stage;
    const { message, reply } = await paste(noChannelFor('claude-opus-4-8\u200b'), stage.bo);
    expect(noteOf(reply)).toContain('there is an invisible character in it');
    discord.editMessage({ message, content: noChannelFor('claude-opus-4-8') });
    await discord.waitForUpdate(reply, (now) => !noteOf(now).includes('Did you mean'));
    expect(fieldOf(await stage.cardOf(message), 'Model')).toBe('`claude-opus-4-8`');
  });

  it('after a restart the button still works', async () => {
    const { discord, alice } = stage;
    const { message, reply } = await paste(noChannelFor('gtp-4o-mini'));
    await stage.stop();
    await stage.start();
    discord.click({ user: alice, message: reply, customId: 'The name is right → staff' });
    expect(fieldOf(await stage.cardOf(message), 'Model')).toBe('`gtp-4o-mini`');
  });
});

describe('a 503 whose model name is right', () => {
  it('goes to staff at once, and says which groups have the model', async () => {
    const { message, reply } = await paste(noChannelFor('claude-opus-4-8'));
    const text = '`claude-opus-4-8` is offered, but not to the group `default`. Groups that have it: `vip`';
    expect(noteOf(reply)).toBe(`**Model**\n${text}`);
    const card = await stage.cardOf(message);
    expect(embedOf(card).fields?.some(({ value }) => value === text)).toBe(true);
    expect(fieldOf(card, 'Right now')).toMatch(/^🟢 The platform answers .*\nModel list as of <t:\d+:R>\.$/);
  });

  it('and whose model nobody offers: staff read that on the card', async () => {
    const { message, reply } = await paste(noChannelFor('zorblax-9'));
    const text = '`zorblax-9` is not on the list of offered models, and nothing there is like it.';
    expect(noteOf(reply)).toBe(`**Model**\n${text}`);
    const card = await stage.cardOf(message);
    expect(embedOf(card).fields?.some(({ value }) => value === text)).toBe(true);
  });

  it('another error about the same model is named on both', async () => {
    const first = await paste(noChannelFor('gpt-4o'));
    await stage.cardOf(first.message);
    const content =
      "Error code: 500 - {'error': {'message': 'Internal server error', 'type': 'new_api_error'}} model=gpt-4o";
    const { message, reply } = await paste(content, stage.bo);
    expect(fieldOf(reply, 'Right now')).toMatch(/had a case about this model since <t:\d+:f> \(reports: 1\)/);
    expect(fieldOf(await stage.cardOf(message), 'Right now')).toMatch(
      /\*\*503 · Model unavailable\*\* · `gpt-4o`/,
    );
  });
});

describe('the name that is asked for', () => {
  it('is checked like the one of a log, and can be mended', async () => {
    const { discord, alice } = stage;
    const nameless =
      "Error code: 503 - {'error': {'message': 'No available channel for this model', 'type': 'new_api_error', 'code': 'model_not_found'}}";
    const { message, reply } = await paste(nameless);
    const card = await stage.cardOf(message);
    const asked = discord.click({ user: alice, message: reply, customId: 'Add the model name' });
    await asked.modal();
    discord.submitModal({ interaction: asked, values: { model: 'gpt_4o' } });
    const doubted = await discord.waitForUpdate(reply, (now) => noteOf(now).includes('Did you mean'));
    await discord.waitForUpdate(card, (now) => fieldOf(now, 'Model') === '`gpt_4o`');

    const again = discord.click({ user: alice, message: doubted, customId: 'Change the model name' });
    await again.modal();
    discord.submitModal({ interaction: again, values: { model: 'gpt-4o' } });
    const mended = await discord.waitForUpdate(reply, (now) => !noteOf(now).includes('Did you mean'));
    expect(controlsOf(mended)).toEqual(['Solved', 'Not this']);
  });
});

describe('/error and /model', () => {
  it('offer names while one is typed', async () => {
    const { discord, alice, help } = stage;
    const place = { user: alice, channel: help };
    const typed = await discord.autocomplete({
      ...place,
      name: 'error',
      options: { query: '503', model: 'gpt 4o' },
      focused: 'model',
    });
    expect(typed.map(({ value }) => value)).toEqual(['gpt-4o', 'gpt-4o-mini']);
    const mistyped = await discord.autocomplete({
      ...place,
      name: 'model',
      options: { name: 'cluade' },
      focused: 'name',
    });
    expect(mistyped[0]?.value).toBe('claude-opus-4-8');
  });

  it('/error with a wrong name asks first, in Chinese to those who speak it', async () => {
    const { discord, bo, help } = stage;
    discord.setPerson(bo, { locale: 'zh-CN' });
    const asked = discord.slash({
      user: bo,
      channel: help,
      name: 'error',
      options: { query: '503', model: 'ｇｐｔ－4o' },
    });
    const answer = await asked.message();
    expect(noteOf(answer)).toContain('使用了全角字符');
    expect(controlsOf(answer)).toContain('名称没错 → 客服');
    discord.setPerson(bo, { locale: 'en-US' });
  });

  it.each([
    ['claude-opus-4-8', /✅ `claude-opus-4-8` is offered/],
    ['claude-opus-4.8', /Did you mean[^]*claude-opus-4-8/],
    ['claude-opus-5', /is not on the list of offered models/],
  ])('/model %s', async (name, says) => {
    const { discord, alice, help } = stage;
    const answer = await discord
      .slash({ user: alice, channel: help, name: 'model', options: { name } })
      .message();
    expect(discord.visibleTo(answer)).toBe(alice.id);
    expect(embedOf(answer).description).toMatch(says);
    expect(fieldOf(answer, 'Right now')).toContain('Model list as of');
  });

  it('/model tells the groups and what is open', async () => {
    const { discord, alice, help } = stage;
    const look = (name: string) =>
      discord.slash({ user: alice, channel: help, name: 'model', options: { name } }).message();
    expect(fieldOf(await look('claude-opus-4-8'), 'Groups that have it')).toBe('`vip`');
    expect(fieldOf(await look('gpt-4o'), 'Open about it')).toContain('503 · Model unavailable · since');
  });
});

it('nothing failed on the way', () => {
  expect(stage.faults()).toEqual([]);
});

describe('a wrong name that nobody can be asked about goes to staff all the same', () => {
  async function onStage(options: StageOptions, act: (own: Stage) => Promise<void>): Promise<void> {
    const own = await setStage({ times: { deliveryMs: 50 }, ...options });
    try {
      await act(own);
    } finally {
      await own.close();
    }
  }

  it('when the answer is held back', async () => {
    const limits = { user: { most: 1, windowMs: 60_000 }, channel: { most: 100, windowMs: 60_000 } };
    await onStage({ limits }, async ({ discord, alice, help, cardOf }) => {
      await discord.waitForReply(
        discord.say({ user: alice, channel: help, content: noChannelFor('gpt-4o') }),
      );
      const held = discord.say({ user: alice, channel: help, content: noChannelFor('gtp-5') });
      expect(fieldOf(await cardOf(held), 'Model')).toBe('`gtp-5`');
    });
  });

  it('when the answer is refused', async () => {
    await onStage({}, async ({ discord, alice, help, cardOf }) => {
      discord.failNext({ method: 'POST', path: `/channels/${help.id}/messages`, status: 403, code: 50_013 });
      const message = discord.say({ user: alice, channel: help, content: noChannelFor('gtp-5') });
      expect(fieldOf(await cardOf(message), 'Model')).toBe('`gtp-5`');
    });
  });
});
