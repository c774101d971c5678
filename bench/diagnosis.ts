/**
 * How fast a diagnosis is, beside other ways of finding the same texts, all in one run: `npm run bench`.
 * Raw Fuse.js and MiniSearch search the same signatures; one combined expression is the floor of the language;
 * splitting into lines is what any reader must do at least.
 */
import { fileURLToPath } from 'node:url';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { Bench } from 'tinybench';
import { createDiagnose } from '../src/diagnosis/diagnose.ts';
import type { Entry } from '../src/knowledge/entry.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createKnownNames } from '../src/models/names.ts';
import { loadShippedCatalogue } from '../src/models/shipped.ts';
import { grown, hostile, longLog, reports } from './inputs.ts';

const data = fileURLToPath(new URL('../data', import.meta.url));
const knowledge = loadKnowledge(data);
const names = createKnownNames(loadShippedCatalogue(data));
const texts = reports(knowledge);
const channel = { asked: false } as const;

function phrases(entries: readonly Entry[]): { id: number; entry: string; text: string }[] {
  return entries
    .flatMap((entry) => [...entry.signatures, ...entry.hints].map((text) => ({ entry: entry.id, text })))
    .map((item, id) => ({ id, ...item }));
}

async function run(name: string, tasks: Record<string, () => unknown>, time = 1500): Promise<void> {
  const bench = new Bench({ time, warmupTime: 200, iterations: 3, warmupIterations: 1 });
  for (const [task, work] of Object.entries(tasks)) bench.add(task, work);
  await bench.run();
  process.stdout.write(`\n${name}\n`);
  for (const task of bench.tasks) {
    const { result } = task;
    if (!('latency' in result)) continue;
    const { p50, p99, max } = result.latency;
    process.stdout.write(
      `  ${task.name.padEnd(34)} p50 ${p50.toFixed(3).padStart(10)} ms   p99 ${p99.toFixed(3).padStart(10)} ms   max ${max.toFixed(3).padStart(10)} ms\n`,
    );
  }
}

/** Walks through the reports, one a call. */
function each(work: (text: string) => unknown): () => unknown {
  let next = 0;
  return () => work(texts[next++ % texts.length] ?? '');
}

const diagnose = createDiagnose(knowledge, names);
const list = phrases(knowledge.entries);
const fuse = new Fuse(list, { keys: ['text'], ignoreLocation: true, threshold: 0.4 });
const mini = new MiniSearch({ fields: ['text'], storeFields: ['entry'] });
mini.addAll(list);
const combined = new RegExp(
  list
    .map(({ text }) =>
      (text.split(/\{\w+\}/).sort((a, b) => b.length - a.length)[0] ?? '').replace(
        /[.*+?^${}()|[\]\\]/g,
        '\\$&',
      ),
    )
    .join('|'),
  'gi',
);

await run(`one report of ${texts.length}`, {
  'errdesk diagnose': each((text) => diagnose(text, channel)),
  'one combined expression': each((text) => [...text.matchAll(combined)].length),
  'MiniSearch over the signatures': each((text) => mini.search(text)),
  "text.split('\\n')": each((text) => text.split('\n')),
});
// Raw Fuse.js takes seconds on a long report: the first 400 characters only.
await run('the first 400 characters of a report', {
  'errdesk diagnose': each((text) => diagnose(text.slice(0, 400), channel)),
  'raw Fuse.js over the signatures': each((text) => fuse.search(text.slice(0, 400))),
});

const log = longLog(10_000_000);
if (diagnose(log, channel).entry?.id !== 'model-unavailable')
  throw new Error('the failure in the long log was not found');
await run(
  `a log of ${(log.length / 1e6).toFixed(1)} MB`,
  {
    'errdesk diagnose': () => diagnose(log, channel),
    'one combined expression': () => [...log.matchAll(combined)].length,
    "text.split('\\n')": () => log.split('\n'),
  },
  3000,
);

const traps = hostile(1_000_000);
await run(
  'texts of 1 MB made to hurt',
  Object.fromEntries(Object.entries(traps).map(([name, text]) => [name, () => diagnose(text, channel)])),
  300,
);

for (const count of [26, 2_600, 26_000]) {
  const bigger = grown(knowledge, count);
  const start = performance.now();
  const ask = createDiagnose(bigger, names);
  const built = performance.now() - start;
  await run(`${bigger.entries.length} entries (built in ${built.toFixed(0)} ms)`, {
    'errdesk diagnose, one report': each((text) => ask(text, channel)),
  });
}
