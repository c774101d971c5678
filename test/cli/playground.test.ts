import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errdesk, main } from './run.ts';

const noChannel =
  "Error code: 503 - {'error': {'message': 'No available channel for model gpt-5.2 under group vip (distributor)', 'type': 'new_api_error'}}";

describe('errdesk playground --terminal with piped input', () => {
  test('answers a look-up and ends well', async () => {
    const { code, out } = await errdesk(['playground', '--terminal'], '/error 429\n');
    expect(out).toContain('> /error 429');
    expect(out).toContain('┌ 429 · Upstream rate limit');
    expect(out).toContain('[Solved] [Still stuck] [Not this]');
    expect(code).toBe(0);
  });

  test('answers a paste of several lines and puts a card on the desk, and is silent on talk', async () => {
    const { code, out } = await errdesk(
      ['playground', '--terminal'],
      `good morning\n<<<\nTraceback (most recent call last):\nopenai.InternalServerError: ${noChannel}\n>>>\n`,
    );
    const [talk = '', answer = '', card = ''] = out
      .split('#help errdesk ↩ Alice')
      .flatMap((part) => part.split('#support-desk errdesk'));
    expect(talk).toContain('good morning');
    expect(answer).toContain('┌ 503 · Model unavailable');
    expect(card).toContain('`gpt-5.2`');
    expect(out.match(/#help errdesk/g)).toHaveLength(1);
    expect(code).toBe(0);
  });

  test('takes a model name by the form and shows it on the card', async () => {
    const { out } = await errdesk(
      ['playground', '--terminal'],
      '/error 503\n/press Add the model name\n/fill gpt-5.2-chat\n',
    );
    expect(out).toContain('Not named yet');
    expect(out.slice(out.lastIndexOf('#support-desk'))).toContain('`gpt-5.2-chat`');
  });

  test('lets staff work from the desk, by buttons, forms and commands', async () => {
    const { out } = await errdesk(
      ['playground', '--terminal'],
      `${noChannel}\n/staff\n/press Claim\n/press Reply\n/fill Which region?\n/cases state:claimed\n/owner\n/setup retention-days:14\n`,
    );
    expect(out).toContain('@Alice @Mei of the support team is looking into your case');
    expect(out).toContain('Which region?');
    expect(out).toContain('Cases: Claimed');
    expect(out).toContain('Keep excerpts for: 14 days');
  });

  test('posts a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'errdesk-playground-')), 'message.txt');
    writeFileSync(file, `${'INFO ok\n'.repeat(500)}${noChannel}\n`);
    const { out } = await errdesk(['playground', '--terminal'], `/file ${file}\n`);
    expect(out).toContain('┌ 503 · Model unavailable');
  });

  test('says what cannot be done and goes on', async () => {
    const { code, out } = await errdesk(
      ['playground', '--terminal'],
      '/frobnicate\n/press Nothing\n/file /nowhere\n/staff\n',
    );
    expect(out).toContain('! there is no /frobnicate');
    expect(out).toContain('! there is no button "Nothing"');
    expect(out).toContain('! /nowhere cannot be read');
    expect(out).toContain('You are Mei in #support-desk.');
    expect(code).toBe(0);
  });
});

describe('errdesk playground', () => {
  test('says where the page is, reads no input, and ends cleanly at Ctrl+C', async () => {
    const child = spawn(process.execPath, [main, 'playground', '--port', '0']);
    child.stdin.end('/error 429\n');
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    while (!out.includes('Ctrl+C')) await once(child.stdout, 'data');
    const [, url = ''] = /^Playground ready: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(out) ?? [];
    expect(await (await fetch(url)).text()).toContain('errdesk playground');
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(out).not.toContain('/error 429');
  });

  test('says in one sentence that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, err } = await errdesk(['playground', '--port', String(port)]);
    server.close();
    expect(err).toBe(
      `errdesk: port ${port} is taken by another program (choose another with --port; 0 takes any that is free)\n`,
    );
    expect(code).toBe(1);
  });

  test('a port that is none is refused', async () => {
    const { code, err } = await errdesk(['playground', '--port', '99999']);
    expect(err).toBe('errdesk: 99999 is no port (give a number from 0 to 65535)\n');
    expect(code).toBe(2);
  });

  test('a log level that is none is refused', async () => {
    const { code, err } = await errdesk(['playground', '--log', 'nonsense']);
    expect(err).toBe(
      'errdesk: nonsense is no log level (give one of fatal, error, warn, info, debug, trace, silent)\n',
    );
    expect(code).toBe(2);
  });

  test('a folder without the words of the bot is told in one line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'errdesk-playground-'));
    cpSync('data', folder, { recursive: true });
    rmSync(join(folder, 'locales', 'zh.yaml'));
    const { code, err } = await errdesk(['playground', '--data', folder]);
    expect(err).toMatch(/^errdesk: .+ \(check DATA_DIR\)\n$/);
    expect(code).toBe(1);
  });
});
