import { expect, test } from 'vitest';
import { excerpt } from '../../src/diagnosis/excerpt.ts';

const quiet = (lines: number) => '2026-03-01 10:00:00 INFO worker chunk done in 3s\n'.repeat(lines);
const failure = 'Error code: 503 - no available channel for model gpt-5.2\n';

test('a report of ordinary length is left whole', () => {
  const text = quiet(1000) + failure;
  expect(excerpt(text)).toBe(text);
});

test('of a huge log the head, the end and what failed in between are left', () => {
  const text = `first line\n${quiet(20_000)}${failure}${quiet(20_000)}last line`;
  const left = excerpt(text);
  expect(left.length).toBeLessThan(100_000);
  expect(left.startsWith('first line\n')).toBe(true);
  expect(left.endsWith('last line')).toBe(true);
  expect(left).toContain(failure);
});

test('of many failures the last are left', () => {
  const text =
    Array.from({ length: 5000 }, (_, n) => `${quiet(3)}request ${n} failed with Error code: 429\n`).join('') +
    quiet(2000);
  const left = excerpt(text);
  expect(left).toContain('request 4999 failed');
  expect(left.length).toBeLessThan(110_000);
});

test('a single endless line is cut all the same', () => {
  expect(excerpt('x'.repeat(5_000_000)).length).toBeLessThan(100_000);
});
