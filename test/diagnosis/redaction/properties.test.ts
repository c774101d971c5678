import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../src/diagnosis/redaction/redact.ts';

const characters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split('');
const random = (length: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((parts) => parts.join(''))
    .filter((text) => new Set(text).size > 8 && !/x{3,}/i.test(text));
/** Keys as gateways hand them out; what repeats a handful of characters or says xxxx is an example, and stays. */
const secret = fc
  .tuple(fc.constantFrom('sk-', 'sk-proj-', 'sk-ant-api03-', 'AIza', 'gsk_', 'xai-'), random(48))
  .map(([prefix, body]) => (prefix === 'AIza' ? prefix + body.slice(0, 35) : prefix + body));
const words = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[A-Za-z0-9_-]$/.test(text));
const wrappers: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `Authorization: Bearer ${key}`,
  (key) => `{"apiKey": "${key}"}`,
  (key) => JSON.stringify(JSON.stringify({ headers: { 'x-api-key': key } })),
  (key) => `{'key': ['${key}'], 'timeout': 120}`,
  (key) => `OPENAI_API_KEY=${key}`,
  (key) => `https://example.com/v1?key=${key}&alt=sse`,
  (key) => `我的密钥：${key}，帮看看`,
  (key) => `\`\`\`\n${key}\n\`\`\``,
];

describe('redaction, whatever the text', () => {
  test('leaves no key in any wrapper, among any words', () => {
    fc.assert(
      fc.property(words, secret, fc.constantFrom(...wrappers), words, (before, key, wrap, after) => {
        const { text, secrets } = redact(`${before} ${wrap(key)} ${after}`);
        expect(text).not.toContain(key);
        expect(secrets).toBeGreaterThan(0);
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });

  test('never brings a secret back, however often it runs', () => {
    fc.assert(
      fc.property(words, secret, (before, key) => {
        const once = redact(`${before} ${key}`).text;
        expect(redact(once).text).not.toContain(key);
        expect(redact(redact(once).text).text).toBe(redact(once).text);
      }),
    );
  });

  test('never throws and never invents more than its marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(redact(text).text.length).toBeLessThanOrEqual(text.length * 3 + 40);
      }),
      { numRuns: 500 },
    );
  });
});
