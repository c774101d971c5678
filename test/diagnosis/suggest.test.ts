import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createSuggest } from '../../src/diagnosis/suggest.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const suggest = createSuggest(loadKnowledge(fileURLToPath(new URL('../../data', import.meta.url))));
const first = (query: string, language: 'en' | 'zh' = 'en') => suggest(query, language, 25)[0]?.entryId;

describe('suggestions while typing', () => {
  test.each([
    ['429', 'rate-limited'],
    ['50', 'internal-error'],
    ['503', 'model-unavailable'],
    ['rate lim', 'rate-limited'],
    ['ratelimit', 'rate-limited'],
    ['no chanel', 'model-unavailable'],
    ['invlid token', 'invalid-token'],
    ['无可用渠道', 'model-unavailable'],
    ['余额不足', 'account-balance-insufficient'],
    ['超时', 'gateway-timeout'],
  ])('%s leads to %s', (query, entry) => {
    const found = suggest(query, 'en', 25).map(({ entryId }) => entryId);
    if (query === '超时') expect(found).toContain(entry);
    else expect(found[0]).toBe(entry);
  });

  test('nothing typed lists causes by their codes', () => {
    expect(first('')).toBe('invalid-request');
    expect(suggest('', 'en', 25)).toHaveLength(25);
  });

  test('never more rows than asked for, and never a cause twice', () => {
    const found = suggest('token', 'en', 25).map(({ entryId }) => entryId);
    expect(new Set(found).size).toBe(found.length);
    expect(suggest('e', 'en', 5).length).toBeLessThanOrEqual(5);
  });

  test('labels are in the language of the reader', () => {
    expect(suggest('429', 'zh', 1)[0]?.label).toMatch(/^429 · .*[\u4e00-\u9fff]/);
  });

  test('letters that mean nothing find nothing', () => {
    expect(suggest('xqzwv', 'en', 25)).toEqual([]);
  });
});
