import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { explanationOf } from '../../src/diagnosis/explain.ts';
import type { Explanation } from '../../src/diagnosis/explanation.ts';
import { createRead } from '../../src/diagnosis/trace.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const knowledge = loadKnowledge(data);
const names = createKnownNames(loadShippedCatalogue(data));
const read = createRead(knowledge, names);
const diagnose = createDiagnose(knowledge, names);

function explain(text: string, asked = false): Explanation {
  return explanationOf(read(text, { asked }));
}

function marked({ redacted, spans }: Explanation, kind: string): string[] {
  return spans.filter((span) => span.kind === kind).map(({ start, end }) => redacted.slice(start, end));
}

const key = 'sk-proj-Zk3mQ9vX2bN7cR5tY8wL4pH6jD1sF0gAaKu7';
const paste = `POST https://api.example.com/v1/chat/completions with ${key}
Error code: 503 - {'error': {'message': 'No available channel for model gpt-5.2-chat under group default
 (distributor) (request id: 2026032218150272083
4819yLu54ARI)', 'type': 'new_api_error'}}`;

describe('the explanation of a report', () => {
  const why = explain(paste);

  test('marks what was read, each where it stands', () => {
    expect(marked(why, 'decisive')[0]).toContain('Error code: 503 - ');
    expect(marked(why, 'signature')).toContain(
      'No available channel for model gpt-5.2-chat under group default\n (distributor)',
    );
    expect(marked(why, 'status')).toEqual(['503']);
    expect(marked(why, 'model')).toEqual(['gpt-5.2-chat']);
    expect(marked(why, 'endpoint')).toEqual(['POST https://api.example.com/v1/chat/completions']);
    expect(marked(why, 'secret')).toEqual(['[API key sk-…aKu7]']);
  });

  test('finds a request id that the terminal broke in two', () => {
    expect(marked(why, 'requestId')).toEqual(['2026032218150272083\n4819yLu54ARI']);
  });

  test('holds no secret anywhere', () => {
    expect(JSON.stringify(why)).not.toContain(key);
    expect(why.secrets).toBe(1);
  });

  test('says what was concluded, by which threshold', () => {
    expect(why).toMatchObject({
      verdict: 'answered',
      entryId: 'model-unavailable',
      threshold: { name: 'channel', value: 0.7 },
      ranking: [{ entryId: 'model-unavailable', tier: 'signature', part: 'decisive', score: 0.9 }],
      cut: false,
    });
  });
});

describe('the verdict', () => {
  test('is silence where nobody asked about a bare status, with the entry that came nearest', () => {
    expect(explain('503 lol')).toMatchObject({
      verdict: 'silent',
      entryId: null,
      alternatives: ['model-unavailable'],
      addends: [{ name: 'status', worth: 0.35 }],
    });
  });

  test('offers what is near to the words of somebody who asked', () => {
    expect(explain('no chanel', true)).toMatchObject({
      verdict: 'nearest',
      threshold: { name: 'look-up', value: 0.6 },
      ranking: [{ entryId: 'model-unavailable', tier: 'alias', part: 'looked up' }],
      addends: [{ name: 'alias' }],
    });
  });

  test('is about nothing in a greeting', () => {
    expect(explain('gm')).toMatchObject({ verdict: 'silent', spans: [], ranking: [], addends: [] });
  });

  test('names what speaks against an answer, and what it is worth', () => {
    const { verdict, addends } = explain('fixed it: was insufficient_user_quota, thanks');
    expect(verdict).toBe('silent');
    expect(addends).toMatchObject([
      { name: 'code', worth: 0.72 },
      { name: 'unproven', worth: -0.15 },
      { name: 'over', worth: -0.5 },
      { name: 'talkLimit' },
    ]);
  });
});

test('what is quoted in source code is set aside, and the ranking says so', () => {
  const { ranking, verdict } = explain(
    "```python\nif 'Rate limit reached for requests' in str(e):\n    retry()\n```",
  );
  expect(verdict).toBe('silent');
  expect(ranking).toMatchObject([
    { entryId: 'rate-limited', part: 'set aside', text: 'Rate limit reached for' },
  ]);
});

test('of a huge log the places that were read are shown, and that it is not all', () => {
  const log = 'INFO all is well with this request\n'.repeat(10_000) + paste;
  const why = explain(log);
  expect(why.cut).toBe(true);
  expect(why.redacted.length).toBeLessThan(100_000);
  expect(marked(why, 'model')).toEqual(['gpt-5.2-chat']);
});

test('a text full of signals gets no more marks than somebody can read', () => {
  expect(explain('Error code: 503 '.repeat(5000)).spans.length).toBeLessThanOrEqual(400);
});

describe('whatever the text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...knowledge.entries.flatMap(({ signatures, hints, codes, examples, counterexamples }) => [
              ...signatures,
              ...hints,
              ...codes,
              ...examples,
              ...counterexamples,
            ]),
          ),
          fc.constantFrom(
            'fixed now, thanks',
            'what does it mean?',
            '> ',
            '```',
            'please help',
            '报错：',
            '401 ',
          ),
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('\n')),
  );

  test('the explanation concludes what the diagnosis does, and its addends add up to the confidence', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, asked) => {
        const why = explain(text, asked);
        const { entry, confidence, evidence, alternatives } = diagnose(text, { asked });
        expect(why).toMatchObject({ entryId: entry?.id ?? null, confidence, evidence });
        expect(why.alternatives).toEqual(alternatives.map(({ id }) => id));
        expect(why.verdict === 'answered').toBe(why.ranking.length > 0 && confidence >= why.threshold.value);
        expect(why.addends.reduce((sum, { worth }) => sum + worth, 0)).toBeCloseTo(confidence, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('every mark lies inside the text that is shown', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, asked) => {
        const { redacted, spans } = explain(text, asked);
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(redacted.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
