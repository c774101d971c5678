import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const diagnose = createDiagnose(loadKnowledge(data), createKnownNames(loadShippedCatalogue(data)));
const answer = (text: string) => diagnose(text, { asked: false }).entry?.id ?? 'silence';

describe('nobody is answered who', () => {
  test.each([
    ['talks', 'good morning, anyone tried the new model yet?'],
    ['has a number in the text', 'I paid 429 for that keyboard, room 503 is yours'],
    ['names a code', 'is 429 counted per key or per account?'],
    ['has solved it', 'thanks, the 401 is gone after I changed the key'],
    ['has solved it, in Chinese', '解决了，原来是地址少了 /v1'],
    ['tells of last week', '上周那波 524 挺多的，已经好了'],
    ['announces', '@everyone maintenance tonight, expect a few 503s'],
    [
      'explains an error',
      'fyi "No available channel for model X under group Y" just means nobody configured that model for your group',
    ],
    [
      'answers a quoted error',
      '> openai.AuthenticationError: Error code: 401 - Incorrect API key provided: sk-ab***yz\nthat one is the key of the other site, you pasted the wrong one',
    ],
    ['shows code', '```py\nexcept openai.RateLimitError:\n    time.sleep(2 ** attempt)\n```'],
    [
      'shows a test',
      "expect(await res.json()).toEqual({ error: { message: 'Invalid URL (GET /v1/nope)' } });",
    ],
    ['shows a table', '| 429 | 太快了 |\n|---|---|\n| 503 | 该分组没有可用渠道 |'],
    [
      'posts a changelog',
      '## 2.14.0\n### Fixed\n- 413 responses now map to RequestTooLargeError\n- stream: "incomplete chunked read"',
    ],
    ['shows options', '- **statusCodes** `number[]` - codes to retry. Default: `[429, 500, 502, 503, 504]`'],
    ['has a failing database', "OperationalError: (1045, \"Access denied for user 'root'@'172.17.0.1'\")"],
    [
      'has a failing install',
      'npm error code E404\nnpm error 404 Not Found - GET https://registry.example.org/left-pad',
    ],
    ['has a failing compiler', 'error[E0404]: expected trait, found struct `Foo`'],
    ['has a failing game server', "[Server thread/WARN]: Can't keep up! Is the server overloaded?"],
    [
      'retried with success',
      'httpx INFO HTTP Request: POST https://x/v1/chat/completions "HTTP/1.1 429 Too Many Requests"\nhttpx INFO HTTP Request: POST https://x/v1/chat/completions "HTTP/1.1 200 OK"',
    ],
    [
      'shows what a model wrote',
      '{"choices": [{"message": {"role": "assistant", "content": "A 503 Service Unavailable error means …"}}]}',
    ],
    [
      'shares a list of keywords',
      '我的自动禁用关键词:\nYou exceeded your current quota\nThe security token included in the request is invalid',
    ],
    [
      'has a failing database below a traceback',
      'Traceback (most recent call last):\n  File "bot.py", line 3\npsycopg2.OperationalError: FATAL: password authentication failed for user "bot"',
    ],
    ['jokes', "503 Service Unavailable (I'm at lunch 🍜)"],
    [
      'fetches a page beside',
      'INFO HTTP Request: GET https://cdn.example.org/katex.min.css "HTTP/1.1 404 Not Found" (ignored)',
    ],
  ])('%s', (_, text) => {
    expect(answer(text)).toBe('silence');
  });
});

describe('somebody is answered who', () => {
  test.each([
    [
      'pastes a body',
      '{"error":{"message":"无效的令牌 (request id: 20260318110955343744169wMC0S307)","type":"new_api_error"}}',
      'invalid-token',
    ],
    [
      'types an error by hand',
      '发不了图我手打一下：报错503，当前分组free下对于模型deepseek-r1无可用渠道。昨天还好好的',
      'model-unavailable',
    ],
    [
      'says that it comes back',
      '隔三差五 API Error: 503 auth_unavailable: no auth available (providers=claude, model=glm-5)，重发一次又好了',
      'model-unavailable',
    ],
    [
      'says that it works only another way',
      'a bot, base_url=http://hub.example.org -> "chat completion error: invalid character \'<\' looking for beginning of value". With api.openai.com the same binary works.',
      'response-not-json',
    ],
    [
      'says that a restart helps for a while',
      '重启一下容器又好\n[ERR] relay error: This model is not available in your region.',
      'access-denied',
    ],
    [
      'pastes a log with a fallen telemetry line in it',
      '[ERROR] telemetry: fetch failed\n[ERROR] API error (attempt 1/11): 403 {"error":{"type":"new_api_error","message":"token quota is not enough, token remain quota: ＄0.03"}}',
      'token-quota-exhausted',
    ],
    [
      'has a red test of their own above',
      '>       assert resp.status_code == 403\nE       assert 500 == 403\n1 failed, 5 passed\n\n{"message": "403 Sorry, your account balance is insufficient", "status": 403}',
      'account-balance-insufficient',
    ],
    [
      'retried in vain',
      'API Error (529 {"type":"error","error":{"type":"overloaded_error"}}) · Retrying in 5 seconds… (attempt 9/10)\nAPI Error: Repeated 529 Overloaded errors',
      'overloaded',
    ],
  ])('%s', (_, text, entry) => {
    expect(answer(text)).toBe(entry);
  });
});

test.each([
  ['| 503 | no available channel |', 'model-unavailable'],
  ['I get a 429, what is that', 'rate-limited'],
])('who asked is answered where a channel is not: %s', (text, entry) => {
  expect(answer(text)).toBe('silence');
  expect(diagnose(text, { asked: true }).entry?.id).toBe(entry);
});
