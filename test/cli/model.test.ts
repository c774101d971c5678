import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/temporary.ts';
import { errdesk } from './run.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

function saved(name: string, content: unknown): string {
  const file = join(folder.path, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('errdesk model', () => {
  it('says what is wrong and which name is meant', async () => {
    const { code, out } = await errdesk(['model', 'gpt-4o ']);
    expect(code).toBe(0);
    expect(out).toContain('"gpt-4o ": there is a blank at the end\nDid you mean: gpt-4o\n');
    expect((await errdesk(['model', 'gtp-4o', '--lang', 'zh'])).out).toContain(
      '“gtp”应为“gpt”\n您是不是想用: gpt-4o\n',
    );
  });

  it('prints one JSON object with everything that the contract names', async () => {
    const { out } = await errdesk(['model', '--json', 'gpt-5.9']);
    expect(JSON.parse(out)).toEqual({
      offered: false,
      didYouMean: null,
      nearest: expect.arrayContaining(['gpt-5.5']) as string[],
      problem: expect.stringMatching(/^not offered; nearest offered: gpt-5/) as string,
      ms: expect.any(Number) as number,
    });
    expect(JSON.parse((await errdesk(['model', '--json', 'gpt-4o'])).out)).toMatchObject({
      offered: true,
      didYouMean: null,
      nearest: [],
      problem: null,
    });
  });

  it('reads lines and writes one for each; a faulty line costs only itself', async () => {
    const lines = ['{"id":"a","name":"gpt-4o\\u200b"}', 'no json', '{"id":2,"name":"openai/gpt-4o"}'];
    const { code, out, err } = await errdesk(['model', '--jsonl'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; didYouMean: unknown });
    expect(answers.map(({ id, didYouMean }) => [id, didYouMean])).toEqual([
      ['a', 'gpt-4o'],
      [2, 'gpt-4o'],
    ]);
    expect(err).toContain('line 2 is no {"id","name"} object');
    expect(code).toBe(1);
  });

  it('takes what Windows saves', async () => {
    const file = join(folder.path, 'utf-16.json');
    writeFileSync(file, Buffer.from('\ufeff["mine-1"]', 'utf16le'));
    expect((await errdesk(['model', 'mine-1', '--catalogue', file])).out).toContain('is on the list');
    const { out } = await errdesk(['model', '--jsonl'], '\ufeff{"id":"1","name":"gpt-4o"}\r\n');
    expect(JSON.parse(out)).toMatchObject({ id: '1', offered: true });
  });

  it.each([
    ['an array of names', ['mine-1', 'mine-2']],
    ['/v1/models', { object: 'list', data: [{ id: 'mine-1', object: 'model' }] }],
    [
      '/api/pricing',
      {
        success: true,
        data: [{ model_name: 'mine-1', enable_groups: ['vip'] }],
        group_ratio: { vip: 1 },
        usable_group: { vip: 'VIP' },
      },
    ],
    ['/api/available_model', { success: true, data: { 'mine-1': { groups: ['vip'], owned_by: 'me' } } }],
  ])('takes %s as the list', async (shape, content) => {
    const file = saved(`${shape.replaceAll('/', '-')}.json`, content);
    const { out } = await errdesk(['model', 'mine_1', '--catalogue', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({ offered: false, didYouMean: 'mine-1' });
    expect((await errdesk(['model', 'mine-1', '--catalogue', file])).out).toContain(
      '"mine-1" is on the list',
    );
  });

  it.each([
    ['no name', ['model'], 2, 'there is no name to look up'],
    ['a name beside --jsonl', ['model', 'x', '--jsonl'], 2, 'leave the name out'],
    ['a language nobody speaks here', ['model', 'x', '--lang', 'fr'], 2, 'use en or zh'],
    ['an address', ['model', 'x', '--catalogue', 'https://example.com/api/pricing'], 1, 'save an answer'],
    ['no such file', ['model', 'x', '--catalogue', '/no/such/file'], 1, 'cannot be read'],
  ])('%s: says what to do', async (_, args, exitCode, message) => {
    const { code, err } = await errdesk(args);
    expect(code).toBe(exitCode);
    expect(err).toContain(message);
  });

  it.each([
    ['cut off', '["a"', 'is not JSON'],
    ['a web page', '<!doctype html>', 'is a web page'],
    ['blank', ' ', 'is empty'],
    ['a refusal', { success: false, message: 'pricing is disabled' }, 'it says of itself that it failed'],
    ['empty', [], 'it names no model'],
    ['something else', { a: 1 }, 'it is no list of models'],
  ])('a list that is %s is refused with the reason', async (name, content, message) => {
    const { code, err } = await errdesk(['model', 'x', '--catalogue', saved(`bad ${name}.json`, content)]);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain('a fault of the program');
  });
});

describe('errdesk diagnose', () => {
  it('tells which model is meant, and leaves it to the policy whether staff are called', async () => {
    const paste = '503 No available channel for model gtp-4o under group vip (distributor)';
    const { out } = await errdesk(['diagnose', '--json'], paste);
    expect(JSON.parse(out)).toMatchObject({
      didYouMean: 'gpt-4o',
      group: 'vip',
      model: 'gtp-4o',
      escalate: true,
    });
    expect((await errdesk(['diagnose'], paste)).out).toContain(
      'Did you mean: gpt-4o (“gtp” should be “gpt”)',
    );
  });

  it('compares with the list that is given', async () => {
    const file = saved('own.json', ['gtp-4o']);
    const paste = '503 No available channel for model gtp-4o under group vip (distributor)';
    const { out } = await errdesk(['diagnose', '--json', '--catalogue', file], paste);
    expect(JSON.parse(out)).toMatchObject({ didYouMean: null });
  });
});
