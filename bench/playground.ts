/**
 * How heavy the playground's page is and how soon it is there: `node bench/playground.ts [RUNS]`.
 * Each run is a process of its own, as `npm run playground` starts it: from the start of npm to the line that says
 * ready, and from the call of the page to its first paint in /usr/bin/chromium, whose cache is empty. The size is what
 * travels: everything the page asks for, compressed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';

const runs = Number(process.argv[2] ?? 5);
const executablePath = '/usr/bin/chromium';

interface Run {
  readonly ready: number;
  readonly paint: number;
  readonly bytes: number;
}

async function run(): Promise<Run> {
  const began = performance.now();
  // A group of its own, so that the signal reaches what npm has started.
  const child = spawn('npm', ['run', '--silent', 'playground', '--', '--port', '0'], { detached: true });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  while (!out.includes('Ctrl+C')) await once(child.stdout, 'data');
  const ready = performance.now() - began;
  const [url = ''] = /http:\/\/\S+/.exec(out) ?? [];
  const look = await firstLook(url);
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await once(child, 'exit');
  return { ready, ...look };
}

async function firstLook(url: string): Promise<{ paint: number; bytes: number }> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  let bytes = 0;
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('play-composer textarea').waitFor();
  const paint = await page.evaluate<number>(
    `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`,
  );
  await browser.close();
  return { paint, bytes };
}

const all: Run[] = [];
for (let turn = 0; turn < runs; turn++) all.push(await run());

function line(name: string, of: (run: Run) => number, unit: string): string {
  const sorted = all.map(of).toSorted((a, b) => a - b);
  const show = (value: number | undefined) => `${Math.round(value ?? NaN)} ${unit}`;
  return `${name}: median ${show(sorted[Math.floor(sorted.length / 2)])}, worst ${show(sorted.at(-1))}`;
}

process.stdout.write(
  [
    line('npm run playground → ready', ({ ready }) => ready, 'ms'),
    line('page called → first paint', ({ paint }) => paint, 'ms'),
    line('page, compressed', ({ bytes }) => bytes, 'bytes'),
    '',
  ].join('\n'),
);
