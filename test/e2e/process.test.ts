import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedOf, eventually, noChannel, setStage, type Stage } from './stage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let stage: Stage;
let children: ChildProcess[];

beforeEach(async () => {
  stage = await setStage({ asleep: true });
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stage.close();
});

/** A real process of errdesk, with nothing in its environment but what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = stage.env) {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, said, exit };
}

async function started(env?: Readonly<Record<string, string>>) {
  const bot = run(['start'], env);
  await eventually(() => bot.said.out).toContain('"ready"');
  return bot;
}

describe('errdesk start', () => {
  it('answers, and stops in good order on SIGTERM', async () => {
    const { discord, alice, help } = stage;
    const { child, said, exit } = await started();
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    expect(embedOf(await discord.waitForReply(paste)).title).toBe('503 · Model unavailable');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(said.out).toContain('"stopped"');
    expect(said.err).toBe('');
  });

  it('killed between delivery and answer, answers after the next start', async () => {
    const { discord, alice, help } = stage;
    const first = await started();
    discord.failNext({ method: 'POST', path: `/channels/${help.id}/messages`, delayMs: 60_000 });
    const asking = new Promise<void>((resolve) => {
      discord.on('dispatch', ({ t }) => {
        if (t === 'MESSAGE_CREATE') resolve();
      });
    });
    const paste = discord.say({ user: alice, channel: help, content: noChannel });
    await asking;
    // The card leaves only after the answer: when the request for the answer is there, the claim is written.
    await eventually(() => stage.claims(paste.id)).toBe(1);
    first.child.kill('SIGKILL');
    await first.exit;
    discord.clearFaults();
    await started();
    expect(embedOf(await discord.waitForReply(paste, 20_000)).title).toBe('503 · Model unavailable');
    await stage.waitForCard();
    expect(stage.cards()).toHaveLength(1);
  });

  it('names every missing variable at once and exits with 1', async () => {
    const { said, exit } = run(['start'], {});
    expect(await exit).toBe(1);
    expect(said.err).toContain('DISCORD_TOKEN is missing');
    expect(said.err).toContain('SUPPORT_CHANNEL_ID is missing');
    expect(said.out).toBe('');
  });

  it('says in one line that the token is wrong and exits with 1', async () => {
    const { said, exit } = run(['start'], { ...stage.env, DISCORD_TOKEN: 'wrong' });
    expect(await exit).toBe(1);
    expect(said.err).toMatch(/^errdesk: Discord refused the token \(.*DISCORD_TOKEN\)\n$/);
  });

  it('says in one line that the support channel is not there and exits with 1', async () => {
    const { said, exit } = run(['start'], { ...stage.env, SUPPORT_CHANNEL_ID: '111111111111111111' });
    expect(await exit).toBe(1);
    expect(said.err).toMatch(/^errdesk: channel 111111111111111111 [^\n]*\n$/);
  });

  it('exits with 1 and a reason when Discord ends the connection for good', async () => {
    const { said, exit } = await started();
    stage.discord.dropConnections({ code: 4004 });
    expect(await exit).toBe(1);
    expect(said.err).toContain('Discord refused the token');
  });
});

describe('errdesk commands publish', () => {
  it('publishes once, then finds nothing to change', async () => {
    const first = run(['commands', 'publish']);
    expect(await first.exit).toBe(0);
    expect(first.said.out).toBe('commands published\n');
    const second = run(['commands', 'publish']);
    expect(await second.exit).toBe(0);
    expect(second.said.out).toBe('commands are up to date\n');
    expect([...stage.discord.world.globalCommands.values()].map(({ name }) => name)).toEqual([
      'error',
      'Diagnose error',
      'model',
      'case',
      'forget',
      'cases',
      'incident',
      'setup',
    ]);
  });

  it('publishes in one server only when asked to', async () => {
    const { exit } = run(['commands', 'publish', '--guild', stage.guild.id]);
    expect(await exit).toBe(0);
    expect(stage.discord.world.globalCommands.size).toBe(0);
    expect(stage.discord.world.guildCommands.get(stage.guild.id)?.size).toBe(8);
  });

  it('says what is wrong with a server that does not know the bot, and with a wrong id', async () => {
    const strange = run(['commands', 'publish', '--guild', '111111111111111111']);
    expect(await strange.exit).toBe(1);
    expect(strange.said.err).toMatch(
      /^errdesk: the bot may not publish commands in server 111111111111111111 .*\n$/,
    );
    const wrong = run(['commands', 'publish', '--guild', 'mine']);
    expect(await wrong.exit).toBe(2);
  });
});
