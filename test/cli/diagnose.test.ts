import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errdesk } from './run.ts';

const paste =
  '503 {"error":{"code":"model_not_found","message":"No available channel for model gpt-5.2 under group default (distributor) (request id: 20260322181502720834819yLu54ARI)","type":"new_api_error"}}';

describe('errdesk diagnose', () => {
  test('prints one JSON object with everything that the contract names', async () => {
    const { code, out } = await errdesk(['diagnose', '--json'], paste);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      entry: 'model-unavailable',
      status: 503,
      model: 'gpt-5.2',
      requestId: '20260322181502720834819yLu54ARI',
      escalate: true,
      redacted: paste,
      line: paste,
      ms: expect.any(Number) as number,
      confidence: expect.any(Number) as number,
      alternatives: expect.any(Array) as string[],
    });
  });

  test.each([
    ['400', 'invalid-request'],
    ['401', 'invalid-token'],
    ['403', 'token-quota-exhausted'],
    ['404', 'endpoint-not-found'],
    ['413', 'request-too-large'],
    ['429', 'rate-limited'],
    ['500', 'internal-error'],
    ['503', 'model-unavailable'],
    ['504', 'gateway-timeout'],
    ['524', 'connection-timeout'],
  ])('answers somebody who asks about a bare %s', async (status, entry) => {
    const { out } = await errdesk(['diagnose', '--json', '--ask'], status);
    expect(JSON.parse(out)).toMatchObject({ entry, status: Number(status) });
  });

  test('stays silent on a bare code that nobody asked about', async () => {
    const { out } = await errdesk(['diagnose', '--json'], '429');
    expect(JSON.parse(out)).toMatchObject({ entry: null, escalate: false });
  });

  test('reads a file and speaks Chinese when told to', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'errdesk-cli-')), 'error.log');
    writeFileSync(file, paste);
    const { code, out } = await errdesk(['diagnose', file, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toContain('503 · 模型不可用');
    expect(out).toContain('gpt-5.2');
  });

  test('goes on after a line that is no JSON, names it, and fails in the end', async () => {
    const { code, out, err } = await errdesk(
      ['diagnose', '--jsonl'],
      `{"id":1,"text":"hi"}\nnonsense\n{"id":"b","text":"gm"}\n`,
    );
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: unknown }).id),
    ).toEqual([1, 'b']);
    expect(err).toContain('line 2 is no {"id","text"} object');
    expect(code).toBe(1);
  });
});

describe('faults are said in one line with a hint', () => {
  test.each([
    ['no text', ['diagnose', '--json'], 2, 'there is no text to diagnose'],
    ['a file that is not there', ['diagnose', '/nowhere/x.log'], 1, '/nowhere/x.log cannot be read'],
    ['an unknown language', ['diagnose', '--lang', 'fr'], 2, '--lang is "fr"'],
    ['an unknown option', ['diagnose', '--frobnicate'], 2, "unknown option '--frobnicate'"],
    ['an unknown command', ['frobnicate'], 2, "unknown command 'frobnicate'"],
    ['a folder without knowledge', ['knowledge', 'check', '--data', '/nowhere'], 1, 'faults in /nowhere'],
  ])('%s', async (_, args, exit, sentence) => {
    const { code, err } = await errdesk(args);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
    expect(code).toBe(exit);
  });

  test('every command explains itself', async () => {
    for (const args of [
      [],
      ['start'],
      ['diagnose'],
      ['knowledge'],
      ['knowledge', 'check'],
      ['commands', 'publish'],
      ['playground'],
    ]) {
      const { code, out } = await errdesk([...args, '--help']);
      expect(out).toContain('Usage: errdesk');
      expect(code).toBe(0);
    }
  });
});

describe('errdesk knowledge check', () => {
  test('finds the shipped knowledge base sound', async () => {
    const { code, out, err } = await errdesk(['knowledge', 'check']);
    expect(err).toBe('');
    expect(out).toMatch(/^26 entries are sound: \d+ signatures/);
    expect(code).toBe(0);
  });
});
