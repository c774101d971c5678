import { describe, expect, it } from 'vitest';
import { languageOfLocale, languageOfText } from '../../../src/discord/language/language-of.ts';

const chineseLog =
  '{"error":{"message":"当前分组 default 下对于模型 gpt-4o 无可用渠道","code":"model_not_found"}}';
const englishLog =
  "openai.InternalServerError: Error code: 503 - {'error': {'message': 'No available channel'}}";

describe('the language of a text', () => {
  it.each([
    ['Chinese words before an English log', `我的程序报错了，怎么办？\n${englishLog}`, 'zh'],
    ['English words before a Chinese log', `why does this happen to me?\n${chineseLog}`, 'en'],
    ['one Chinese word', `求助\n${englishLog}`, 'zh'],
    ['a Chinese log in a code block with English words', `please help\n\`\`\`\n${chineseLog}\n\`\`\``, 'en'],
    ['nothing but an English log', englishLog, null],
    ['nothing but a Chinese log', chineseLog, null],
    ['nothing at all', '', null],
    ['a link', 'https://example.com/你好', null],
  ])('%s', (_name, text, language) => {
    expect(languageOfText(text)).toBe(language);
  });
});

describe('the language of a locale', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['zhx', 'en'],
  ])('%s → %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
