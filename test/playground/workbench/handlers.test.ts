import { describe, expect, test } from 'vitest';
import type { EntryName, EntryText, Trial, Why } from '../../../src/playground/workbench/answers.ts';
import { createWorkbenchHandlers } from '../../../src/playground/workbench/handlers.ts';
import { dataDir, entryText, knowledge, modelNames } from './knowledge.ts';

const key = 'sk-proj-Zk3mQ9vX2bN7cR5tY8wL4pH6jD1sF0gAaKu7';
const paste = `Error code: 503 - No available channel for model gpt-5.2 under group vip (distributor) ${key}`;
const handlers = createWorkbenchHandlers({
  knowledge,
  dataDir,
  modelNames,
  textOfMessage: (id) => (id === '42' ? { text: paste, asked: false } : null),
});

/** Some handlers refuse at once, some later. */
async function ask(name: keyof typeof handlers, body: unknown): Promise<unknown> {
  return await handlers[name](body);
}

test('entries are listed with their titles', () => {
  const entries = handlers.entries({}) as EntryName[];
  expect(entries).toHaveLength(26);
  expect(entries).toContainEqual({
    id: 'model-unavailable',
    title: { en: 'Model unavailable', zh: '模型不可用' },
  });
});

describe('the text of an entry', () => {
  test('is that of its file', async () => {
    expect((await handlers.entry({ id: 'rate-limited' })) as EntryText).toEqual({
      id: 'rate-limited',
      yaml: entryText('rate-limited'),
    });
  });

  test.each(['../site', '../../package', 'rate-limited.yaml', '/etc/passwd', '', 'rate-limited\0'])(
    'is given for a known id only: %j',
    async (id) => {
      await expect(ask('entry', { id })).rejects.toThrow('There is no entry called');
    },
  );
});

test('an entry is tried', () => {
  expect(handlers['try-entry']({ yaml: entryText('rate-limited') }) as Trial).toMatchObject({
    entryId: 'rate-limited',
    faults: [],
  });
});

describe('why', () => {
  test('explains the report of a message, without its secrets', async () => {
    const why = (await handlers.why({ messageId: '42' })) as Why;
    expect(why).toMatchObject({ entryId: 'model-unavailable', verdict: 'answered', asked: false });
    expect(why.ms).toBeGreaterThan(0);
    expect(JSON.stringify(why)).not.toContain(key);
  });

  test('explains a text, as for somebody who asked when told so', async () => {
    expect(await handlers.why({ text: '429', asked: false })).toMatchObject({ verdict: 'silent' });
    expect(await handlers.why({ text: '429', asked: true })).toMatchObject({
      verdict: 'answered',
      entryId: 'rate-limited',
    });
  });

  test('says so when there is no such message', async () => {
    await expect(ask('why', { messageId: '43' })).rejects.toThrow(
      'That message is not known here, or holds no text.',
    );
  });
});

describe('a body that is not what it should be is refused in a sentence', () => {
  test.each([
    ['entries', { all: true }, 'Unrecognized key: "all"'],
    ['entry', undefined, 'The request cannot be read'],
    ['entry', { id: 7 }, 'id: an entry has to be named by its id'],
    ['try-entry', { yaml: null }, 'yaml: the text of an entry is missing'],
    ['try-entry', { yaml: '错'.repeat(70_000) }, 'yaml: an entry may have 200 kB at most'],
    ['why', { text: 'x' }, 'say whether somebody asked'],
    ['why', { messageId: '../1' }, 'messageId: a message has to be named by its id'],
    ['why', { messageId: '1', text: 'x', asked: true }, 'name a message by its id'],
  ] as const)('%s %o', async (name, body, sentence) => {
    await expect(ask(name, body)).rejects.toThrow(sentence);
  });
});
