import { describe, expect, test } from 'vitest';
import { fold, normalise } from '../../src/diagnosis/normalise.ts';
import { squeeze } from '../../src/diagnosis/squeeze.ts';

describe('normalise', () => {
  test('takes terminal colours and invisible characters out', () => {
    expect(normalise('\u001B[31mError\u001B[0m: 5\u200B03\uFEFF')).toBe('Error: 503');
  });

  test('makes one kind of line end and blank', () => {
    expect(normalise('a\r\nb\rc\u00A0d')).toBe('a\nb\nc d');
  });

  test('reads escaped letters but leaves escaped ASCII alone', () => {
    expect(normalise(String.raw`\u65e0\u53ef\u7528\u6e20\u9053 \u0022`)).toBe(String.raw`无可用渠道 \u0022`);
  });
});

describe('fold', () => {
  test('keeps every character in its place', () => {
    const text = String.raw`api-1  | {\"code\"：４２９，\"message\":\"a.\nB\"}`;
    expect(fold(text)).toHaveLength(text.length);
    expect(fold(text)).toContain(':429,');
  });

  test('reads an escaped line end as one, and leaves a Windows path alone', () => {
    expect(fold(String.raw`done.\nNext`)).toBe('done. \nNext');
    expect(fold(String.raw`C:\new\readme.txt`)).toBe(String.raw`C:\new\readme.txt`);
  });
});

describe('squeeze', () => {
  test('leaves out blanks, quotes and frames, and knows where each character stood', () => {
    const text = '│ No "avail able│';
    const { text: squeezed, offsets } = squeeze(text);
    expect(squeezed).toBe('noavailable');
    expect(text.slice(offsets[2], (offsets[6] ?? 0) + 1)).toBe('avail');
  });
});
