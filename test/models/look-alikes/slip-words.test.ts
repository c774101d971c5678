import { describe, expect, it } from 'vitest';
import { createCheckName } from '../../../src/models/look-alikes/check-name.ts';
import { problemText } from '../../../src/models/look-alikes/slip-words.ts';

const check = createCheckName([
  'gpt-4o',
  'gpt-4o-mini',
  'claude-3-5-haiku-20241022',
  'mistral-large-latest',
  'Qwen2.5-72B-Instruct',
  'deepseek/deepseek-r1:free',
]);

describe('what is wrong, in words', () => {
  it.each([
    ['gpt-4o ', 'there is a blank at the end', '末尾多了空格'],
    ['\u3000gpt-4o', 'there is a blank at the beginning', '开头多了空格'],
    ['gpt -4o', 'there is a blank inside the name', '名称中间有空格'],
    ['gpt-4\u200bo', 'there is an invisible character in it', '含有不可见字符'],
    ['“gpt-4o”', 'there are quotation marks or other characters around it', '名称两边有引号或其他字符'],
    ['gpt-4о', 'the letter о is Cyrillic', '字母 о 是西里尔字母'],
    ['ｇｐｔ-4o', 'it is typed in full-width characters', '使用了全角字符'],
    ['gpt–4o', 'another sign stands where a hyphen (-) belongs', '连字符应为半角的“-”'],
    ['GPT-4o', 'capital and small letters differ', '大小写不一致'],
    ['gpt_4o', 'hyphens, dots or other separators differ', '连字符、点等分隔符不一致'],
    ['openai/gpt-4o', '“openai/” at the beginning does not belong there', '开头多了“openai/”'],
    [
      'haiku-3-5-claude',
      'the parts are in another order; the date is missing (20241022)',
      '各部分的顺序不对；少了日期（20241022）',
    ],
    ['claude-3-5-haiku', 'the date is missing (20241022)', '少了日期（20241022）'],
    ['claude-3-5-haiku-20241023', 'the date is 20241022, not 20241023', '日期应为 20241022，而不是 20241023'],
    ['mistral-large', '“-latest” is missing at the end', '末尾少了“-latest”'],
    ['gpt-4o-latest', '“-latest” does not belong there', '多了“-latest”'],
    ['gtp-4o', '“gtp” should be “gpt”', '“gtp”应为“gpt”'],
    ['gpt-40', '0 and o, or 1 and l, are mixed up', '混淆了 0 和 o，或 1 和 l'],
    ['deepseek/deepseek-r1', '“:free” is missing at the end', '末尾少了“:free”'],
    ['deepseek-r1:free', '“deepseek/” is missing at the beginning', '开头少了“deepseek/”'],
    ['gpt-4o:free', '“:free” does not belong there', '多了“:free”'],
    [
      ' qwen2.5-72b-instruct',
      'there is a blank at the beginning; capital and small letters differ',
      '开头多了空格；大小写不一致',
    ],
    ['gpt-4o模型', 'there is something beside the name', '名称旁边多了内容'],
    [
      '𝗴𝗽𝘁-4o',
      'it is typed in special characters that only look like letters',
      '使用了只是看起来像字母的特殊字符',
    ],
    ['gpt-4o\n', 'there is a line break in it', '含有换行'],
    ["'gpt-4o',", 'there are quotation marks or other characters around it', '名称两边有引号或其他字符'],
    ['/gpt-4o', 'there are quotation marks or other characters around it', '名称两边有引号或其他字符'],
  ])('%j: %s', (name, english, chinese) => {
    expect(problemText(check(name), 'en')).toBe(english);
    expect(problemText(check(name), 'zh')).toBe(chinese);
  });

  it('another variant: not offered, and what is nearest', () => {
    expect(problemText(check('gpt-4o-nano'), 'en')).toBe('not offered; nearest offered: gpt-4o, gpt-4o-mini');
    expect(problemText(check('gpt-4o-nano'), 'zh')).toBe('未提供；最接近的是：gpt-4o、gpt-4o-mini');
  });

  it('something else altogether', () => {
    expect(problemText(check('my-own-thing'), 'en')).toBe('not offered, and nothing offered is like it');
  });

  it('an offered name has no problem', () => {
    expect(problemText(check('gpt-4o'), 'en')).toBeNull();
  });
});
