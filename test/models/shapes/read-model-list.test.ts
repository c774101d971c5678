import { describe, expect, it } from 'vitest';
import { ListFault, readModelList } from '../../../src/models/shapes/read-model-list.ts';
import * as answers from '../answers.ts';

function names(json: unknown): string[] {
  return readModelList(json).models.map(({ name }) => name);
}

function groups(json: unknown): Record<string, readonly string[] | null> {
  return Object.fromEntries(readModelList(json).models.map((model) => [model.name, model.groups]));
}

function faultOf(json: unknown): string {
  try {
    readModelList(json);
  } catch (error) {
    if (error instanceof ListFault) return error.message;
  }
  throw new Error('expected a ListFault');
}

describe('the shapes of a list of models', () => {
  it('OpenAI: /v1/models, which tells no groups', () => {
    expect(groups(answers.openAi)).toEqual({ 'gpt-4o': null, 'glm-5': null });
  });

  it('Anthropic: the same with pages, of which the last is whole', () => {
    expect(names(answers.anthropic)).toEqual(['claude-opus-4-8']);
    expect(faultOf({ ...answers.anthropic, has_more: true })).toContain('?limit=1000');
  });

  it('Gemini: names without "models/" before them', () => {
    expect(names(answers.gemini)).toEqual(['gemini-2.5-flash', 'gemini-2.5-pro']);
    expect(faultOf({ ...answers.gemini, nextPageToken: 'abc' })).toContain('?pageSize=1000');
  });

  it('new-api: the groups of each model, and those that "auto" tries in their order', () => {
    expect(readModelList(answers.newApi)).toEqual({
      models: [
        { name: 'glm-5', groups: ['vip'] },
        { name: 'gpt-4o', groups: ['default', 'vip'] },
        { name: 'mj_imagine', groups: ['beta', 'cheap', 'default', 'vip'] },
      ],
      autoGroups: ['cheap', 'default'],
    });
  });

  it('new-api of 2025, which has neither "auto_groups" nor vendors', () => {
    expect(readModelList(answers.newApi2025)).toEqual({
      models: [{ name: 'gpt-4o', groups: ['default'] }],
      autoGroups: [],
    });
  });

  it('new-api: lists without content come as null; "all" without any group tells nothing, and neither does no group at all', () => {
    const data = [
      { model_name: 'a', enable_groups: null },
      { model_name: 'b', enable_groups: ['all'] },
      { model_name: 'c', enable_groups: [] },
    ];
    const json = { success: true, data, group_ratio: null, usable_group: null, auto_groups: null };
    expect(groups(json)).toEqual({ a: null, b: null, c: null });
  });

  it('the same models in another order are the same list', () => {
    const turned = { ...answers.newApi, data: answers.newApi.data.toReversed() };
    expect(readModelList(turned)).toEqual(readModelList(answers.newApi));
  });

  it('one-hub: a map from model to groups', () => {
    expect(groups(answers.oneHub)).toEqual({ 'gpt-4o': ['default', 'vip'], 'glm-5': ['vip'] });
  });

  it.each([
    ['names', ['a', 'b']],
    ['objects with a name', [{ name: 'a', more: 1 }, { name: 'b' }]],
    ['objects with an id', [{ id: 'a' }, { id: 'b', object: 'model' }]],
    ['all of them', ['a', { id: 'b' }]],
    [
      'the shipped file',
      {
        source: 'x',
        date: '2026-11',
        models: ['a', 'b'].map((name) => ({ name, provider: 'x', mode: 'chat' })),
      },
    ],
  ])('a list kept by hand: %s', (_, json) => {
    expect(names(json)).toEqual(['a', 'b']);
  });
});

describe('what a list may not hold', () => {
  it('junk is dropped, and capital letters tell models apart', () => {
    const junk = ['', '  ', 'x'.repeat(201), 'a\u0000b', 'a\nb', 'a\u202Eb', '\uD800'];
    expect(names([...junk, 'GLM-5', 'glm-5', 'x'.repeat(200)])).toEqual(['GLM-5', 'glm-5', 'x'.repeat(200)]);
  });

  it('a model that is named twice is one, with the groups of both', () => {
    const data = [
      { model_name: 'a', enable_groups: ['x', 'y'] },
      { model_name: 'a', enable_groups: ['y', 'z', 'bad\u0007'] },
    ];
    expect(groups({ data })).toEqual({ a: ['x', 'y', 'z'] });
    expect(groups({ data: [...data, { model_name: 'a' }] })).toEqual({ a: null });
  });

  it('an empty list is a fault, also when only junk was in it', () => {
    for (const json of [[], { data: [] }, { data: {} }, { models: [] }, ['', ' ']])
      expect(faultOf(json)).toBe('it names no model');
  });

  it('50,000 models are read, one more is a fault', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `m-${index}`);
    expect(names(many)).toHaveLength(50_000);
    for (const json of [
      [...many, 'x'],
      { data: [...many, {}] },
      { data: Object.fromEntries([...many, 'x'].entries()) },
    ])
      expect(faultOf(json)).toBe('it names more than 50000 models');
  });

  it('an answer of millions of wrong items is refused like any other', () => {
    const zeros = Array.from({ length: 4_000_000 }, () => 0);
    expect(faultOf({ data: [{ model_name: 'a', enable_groups: zeros }] })).toContain('data.0.enable_groups');
    expect(faultOf({ data: { a: { groups: zeros } } })).toContain('data.a.groups');
    expect(faultOf(zeros.slice(0, 50_000))).toContain('a list that begins with a number');
  });

  it('"all" for many models and many groups stays one list of groups', () => {
    const data = Array.from({ length: 20_000 }, (_, index) => ({
      model_name: `m-${index}`,
      enable_groups: ['all'],
    }));
    const group_ratio = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`g-${index}`, 1]));
    const { models } = readModelList({ data, group_ratio });
    expect(models[0]?.groups).toHaveLength(20_000);
    expect(new Set(models.map((model) => model.groups)).size).toBe(1);
  });
});

describe('what is no list of models', () => {
  it('says what was found and what is understood, and quotes no value', () => {
    const message = faultOf({ success: true, message: 'secret', data: { version: 'v0.9', price: 7 } });
    expect(message).toContain('found an object with success, message, data');
    expect(message).toContain('/api/pricing of new-api');
    expect(message).toContain('/v1/models of OpenAI');
    expect(message).toContain('/api/available_model of one-hub');
    expect(message).not.toContain('secret');
  });

  it.each([
    ['an item without its name', { data: [{ id: 'a' }, { id: 7 }] }, 'but for data.1.id'],
    ['groups that are a text', { data: [{ model_name: 'a', enable_groups: 'vip' }] }, 'data.0.enable_groups'],
    ['the map of user groups', { success: true, data: { vip: { ratio: 1, desc: 'x' } } }, 'data.vip.groups'],
    ['a number', 7, 'found a number'],
    ['null', null, 'found null'],
    ['a text', 'gpt-4o', 'found a text'],
    ['lists in a list', [[]], 'a list that begins with a list'],
    ['an object without anything', {}, 'an object without fields'],
  ])('%s', (_, json, part) => {
    expect(faultOf(json)).toContain(part);
  });

  it('an answer that says of itself that it failed', () => {
    expect(faultOf({ success: false, message: 'pricing is disabled' })).toBe(
      'it says of itself that it failed',
    );
    expect(faultOf({ ...answers.newApi, success: false })).toBe('it says of itself that it failed');
  });

  it('field names made to hurt are not repeated', () => {
    const message = faultOf({ ['x'.repeat(5000)]: 1, 'a\u001b[31m': 2 });
    expect(message.length).toBeLessThan(600);
    expect(message).not.toContain('\u001b');
  });
});
