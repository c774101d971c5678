import { describe, expect, it } from 'vitest';
import { joinTexts } from '../../src/intake/join.ts';

describe('joining the texts of a report', () => {
  it('puts one below the other and leaves out empty ones', () => {
    expect(joinTexts(['see this', ' ', 'the log'])).toBe('see this\nthe log');
    expect(joinTexts([])).toBe('');
  });

  it('keeps the end of each when together they are too long', () => {
    expect(joinTexts([`${'x'.repeat(50)}first end`, `${'y'.repeat(50)}last end`], 20)).toBe(
      'xfirst end\nyylast end',
    );
  });
});
