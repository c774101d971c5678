/** What the benchmarks read: real pastes, a long log, texts made to hurt, and knowledge bases that grow. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../src/knowledge/entry.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';

const corpus = process.env.CORPUS_DIR ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url));

/** The labelled reports where they lie beside the checkout, else the entries' own examples. */
export function reports({ entries }: KnowledgeBase): string[] {
  const file = `${corpus}/reports.jsonl`;
  if (!existsSync(file)) return entries.flatMap((entry) => entry.examples);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

/** Uneventful lines with one failure at three quarters. size: characters. */
export function longLog(size: number): string {
  const line = (n: number) =>
    `2026-03-01 10:${String(n % 60).padStart(2, '0')}:00,123 INFO worker chunk ${n}/524 done in ${n % 9}s, tokens prompt=${n * 7} completion=413\n`;
  const lines = Array.from({ length: Math.ceil(size / 95) }, (_, n) => line(n));
  lines.splice(
    Math.floor(lines.length * 0.75),
    0,
    "openai.InternalServerError: Error code: 503 - {'error': {'message': 'No available channel for model gpt-5.2 under group vip (distributor) (request id: 20260322181502720834819yLu54ARI)', 'type': 'new_api_error'}}\n",
  );
  return lines.join('');
}

/** Each about as long as size; named for what they try. */
export function hostile(size: number): Record<string, string> {
  const of = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
  return {
    'deep nesting': of('{"error":'),
    'one endless line': of('a'),
    'blanks only': of(' '),
    'line ends only': of('\n'),
    backslashes: of('\\'),
    'escaped quotes': of('\\"'),
    'a million statuses': of('503 '),
    'statuses line by line': of('503\n'),
    'stated statuses': of('Error code: 503 '),
    'beginnings of a signature': of('No available channel for model '),
    'request ids': of('(request id: 2026031812484926782122418391493) '),
    models: of('model: gpt-4o '),
    'names of secrets': of('api_key: '),
    'beginnings of private keys': of('-----BEGIN PRIVATE KEY-----'),
    addresses: of('http://a:b@c.'),
    'snake case': of('a_'),
    fences: of('```\n'),
  };
}

/** The shipped entries and made-up ones, three signatures each, until there are so many. */
export function grown(knowledge: KnowledgeBase, count: number): KnowledgeBase {
  const [model] = knowledge.entries;
  if (model === undefined) return knowledge;
  const made = Array.from({ length: Math.max(0, count - knowledge.entries.length) }, (_, n): Entry => {
    const word = (salt: number) => ((n + 1) * 7919 * salt).toString(36);
    return {
      ...model,
      id: `made-${n}`,
      status: [],
      upstream: undefined,
      hints: [],
      codes: [`made_code_${n}`],
      aliases: { en: [], zh: [] },
      signatures: [
        `the ${word(1)} service refused model {model} because ${word(2)}`,
        `quota of ${word(3)} is used up in ${word(4)}`,
        `cannot reach ${word(5)} through ${word(6)}`,
      ],
    };
  });
  return { ...knowledge, entries: [...knowledge.entries, ...made] };
}
