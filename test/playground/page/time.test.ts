import { describe, expect, test } from 'vitest';
import { stampText, whenText } from '../../../src/playground/page/time.ts';

const now = new Date(2026, 10, 28, 14, 5);
const seconds = now.getTime() / 1000;

describe('when a message was written', () => {
  test('today and yesterday are said in words, another day by its date', () => {
    expect(whenText(new Date(2026, 10, 28, 14, 3), now, 'en')).toBe('Today at 14:03');
    expect(whenText(new Date(2026, 10, 28, 14, 3), now, 'zh')).toBe('今天 14:03');
    expect(whenText(new Date(2026, 10, 27, 9, 12), now, 'en')).toBe('Yesterday at 09:12');
    expect(whenText(new Date(2026, 0, 2, 9, 12), now, 'en')).toBe('02/01/2026 09:12');
  });
});

describe('a timestamp in a text', () => {
  test.each([
    [-120, 'en', '2 minutes ago'],
    [-1, 'en', '1 second ago'],
    [3_700, 'en', 'in 1 hour'],
    [-3 * 86_400, 'zh', '3天前'],
  ] as const)('%i seconds from now, in %s: %s', (offset, language, text) => {
    expect(stampText(seconds + offset, 'R', now, language)).toBe(text);
  });

  test('the other letters are dates and times; one that is unknown counts as none', () => {
    expect(stampText(seconds, 't', now, 'en')).toBe('14:05');
    expect(stampText(seconds, 'D', now, 'en')).toBe('28 November 2026');
    expect(stampText(seconds, 'X', now, 'en')).toBe(stampText(seconds, 'f', now, 'en'));
    expect(stampText(seconds, 'toString', now, 'en')).toBe(stampText(seconds, 'f', now, 'en'));
  });

  test('a time that is none is shown as it is', () => {
    expect(stampText(1e15, 'R', now, 'en')).toBe('1000000000000000');
  });
});
