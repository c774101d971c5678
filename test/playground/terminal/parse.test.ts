import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { inputs, parse } from '../../../src/playground/terminal/parse.ts';

describe('a typed line', () => {
  test.each([
    ['hello', { kind: 'say', text: 'hello' }],
    ['/v1/models gives 404', { kind: 'say', text: '/v1/models gives 404' }],
    ['/error 429', { kind: 'error', query: '429' }],
    [
      '/error query:no channel model:gpt-5 log:a.txt',
      { kind: 'error', query: 'no channel', model: 'gpt-5', log: 'a.txt' },
    ],
    ['/press Still stuck', { kind: 'press', label: 'Still stuck' }],
    ['/staff', { kind: 'become', who: 'staff' }],
    ['/frobnicate x', { kind: 'slash', command: 'frobnicate', text: 'x' }],
  ])('%s', (line, action) => {
    expect(parse(line)).toEqual(action);
  });
});

async function all(text: string): Promise<string[]> {
  const lines = Readable.from(text.split('\n'));
  const found: string[] = [];
  for await (const input of inputs(lines)) found.push(input);
  return found;
}

describe('a paste', () => {
  test('stands between <<< and >>>, its empty lines kept', async () => {
    expect(await all('a\n<<<\none\n\ntwo\n>>>\n\nb')).toEqual(['a', 'one\n\ntwo', 'b']);
  });

  test('that is not closed is posted at the end', async () => {
    expect(await all('<<<\none')).toEqual(['one']);
  });
});
