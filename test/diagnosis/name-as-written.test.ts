import { describe, expect, it } from 'vitest';
import { nameAsWritten } from '../../src/diagnosis/name-as-written.ts';

describe('a name with what cannot be seen of it', () => {
  it.each([
    ['No available channel for model gpt-4o  under group default', 'gpt-4o '],
    ['No available channel for model  gpt-4o under group default', ' gpt-4o'],
    ['分组 default 下模型 gpt-4o  无可用渠道', 'gpt-4o '],
    ['{"model": "gpt-4o "}', 'gpt-4o '],
    [String.raw`{"body":"{\"model\":\" gpt-4o\"}"}`, ' gpt-4o'],
    ['for model gpt-4\u200bo under group default', 'gpt-4\u200bo'],
    ["model='gpt-4o\u00a0'", 'gpt-4o\u00a0'],
  ])('%j', (report, written) => {
    expect(nameAsWritten(report, 'gpt-4o')).toBe(written);
  });

  it.each([
    'No available channel for model gpt-4o under group default',
    '{"model": "gpt-4o"}',
    'model gpt-4o\n under group default',
    'I use gpt-4o  and it fails',
    '`503` gpt-4o `No available channel`',
    'in "Cherry Studio" gpt-4o "503"',
    'The model  gpt-4o is mine. 503 No available channel for model gpt-4o under group default',
    "I tried ' gpt-4o' first: No available channel for model gpt-4o under group default",
    'nothing',
  ])('nothing stands round it: %j', (report) => {
    expect(nameAsWritten(report, 'gpt-4o')).toBeNull();
  });

  it('a name of pattern characters, and a report too large to look through', () => {
    expect(nameAsWritten('"a+(b)* "', 'a+(b)*')).toBe('a+(b)* ');
    expect(nameAsWritten(`"gpt-4o "${' '.repeat(300_000)}`, 'gpt-4o')).toBeNull();
  });
});
