import { describe, expect, it } from 'vitest';
import { languageOfLocale, languageOfText } from '../../../src/discord/language/language-of.ts';

const chineseLog =
  '{"error":{"message":"当前分组 default 下对于模型 gpt-4o 无可用渠道","code":"model_not_found"}}';
const englishLog =
  "openai.InternalServerError: Error code: 503 - {'error': {'message': 'No available channel'}}";

const englishJson =
  '{"error":{"message":"openai_error (request id: 2026101908305566)","code":"bad_response"}}';
const chineseMessage = '当前分组 default 下对于模型 gpt-4o 无可用渠道 (request id: 20261019083055)';

describe('the language of a text', () => {
  it.each([
    ['Chinese words before an English log', `我的程序报错了，怎么办？\n${englishLog}`, 'zh'],
    ['English words before a Chinese log', `why does this happen to me?\n${chineseLog}`, 'en'],
    ['one Chinese word', `求助\n${englishLog}`, 'zh'],
    ['a Chinese log in a code block with English words', `please help\n\`\`\`\n${chineseLog}\n\`\`\``, 'en'],
    ['Chinese words on the line of an English log', `跑 o3 老是这样：${englishJson}`, 'zh'],
    ['Chinese words behind a Chinese log', `${chineseLog} 昨天刚建的 key 啊`, 'zh'],
    [
      'Chinese words before a message',
      '一跑工具就挂：400 Please ensure that the turn comes after a user turn',
      'zh',
    ],
    ['Chinese words round a message with its id', `我这里报错了：${chineseMessage}，状态码 503`, 'zh'],
    ['English words behind a Chinese message with its id', `${chineseMessage} what is this?`, 'en'],
    ['English words round a Chinese log', `my bot says ${chineseLog} all day`, 'en'],
    ['nothing but a Chinese message with its id', `status_code=503, ${chineseMessage}`, null],
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
