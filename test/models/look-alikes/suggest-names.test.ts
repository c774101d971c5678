import { describe, expect, it } from 'vitest';
import { createSuggestNames } from '../../../src/models/look-alikes/suggest-names.ts';

const suggest = createSuggestNames(['gpt-4o', 'gpt-4o-mini', 'gpt-5', 'openai/gpt-4o', 'claude-opus-4-8']);

describe('names while one is typed', () => {
  it.each([
    ['', 2, ['gpt-4o', 'gpt-4o-mini']],
    ['gpt4', 25, ['gpt-4o', 'gpt-4o-mini', 'openai/gpt-4o']],
    ['GPT 4O M', 25, ['gpt-4o-mini']],
    ['opus', 25, ['claude-opus-4-8']],
    ['cluade', 1, ['claude-opus-4-8']],
    ['zzz', 25, []],
  ])('%j', (typed, most, names) => {
    expect(suggest(typed, most).slice(0, Math.max(names.length, 1))).toEqual(names);
  });
});
