/**
 * How long it takes from a message in the channel to the answer under it and to the card at the desk, through the real
 * bot, a real gateway and real HTTP: `node bench/card.ts [MESSAGES]`. One after the other, each with trouble that nobody
 * had before; the embedded Discord limits nothing, but discord.js keeps to 50 requests a second by itself: the slowest
 * tell of that. SQLite in a temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApp } from '../src/app.ts';
import { loadParts } from '../src/main.ts';
import { seedDemoGuild, startEmbeddedDiscord } from '../src/playground/embedded-discord.ts';

const messages = Number(process.argv[2] ?? 300);
const folder = mkdtempSync(join(tmpdir(), 'errdesk-bench-'));
const discord = await startEmbeddedDiscord();
const { alice, help, supportDesk, staffRole } = seedDemoGuild(discord);
const parts = loadParts({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  SUPPORT_CHANNEL_ID: supportDesk.id,
  SUPPORT_ROLE_ID: staffRole.id,
  DATABASE_PATH: join(folder, 'desk.sqlite'),
});
const always = { most: Number.MAX_SAFE_INTEGER, windowMs: 60_000 };
const started = await startApp({
  ...parts,
  log: pino({ level: 'silent' }),
  answerLimits: { user: always, channel: always },
});
if (started.kind === 'failed') throw new Error(started.fault.sentence);

const toAnswer: number[] = [];
const toCard: number[] = [];
for (let turn = 0; turn < messages; turn++) {
  const model = `gpt-bench-${turn}`;
  const content = `Error code: 503 - {'error': {'message': 'No available channel for model ${model} under group default'}}`;
  const began = performance.now();
  const paste = discord.say({ user: alice, channel: help, content });
  const answer = discord.waitForReply(paste).then(() => toAnswer.push(performance.now() - began));
  const card = discord
    .waitForMessage(
      ({ channel_id: channel, embeds }) =>
        channel === supportDesk.id && JSON.stringify(embeds).includes(`\`${model}\``),
    )
    .then(() => toCard.push(performance.now() - began));
  await Promise.all([answer, card]);
}
await started.bot.stop();
await discord.close();
rmSync(folder, { recursive: true });

process.stdout.write(`to the answer ${spread(toAnswer)} · to the card ${spread(toCard)}\n`);

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1);
  return `p50 ${at(0.5)} p99 ${at(0.99)} ms`;
}
