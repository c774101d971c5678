import { describe, expect, test } from 'vitest';
import { redact } from '../../../src/diagnosis/redaction/redact.ts';

// Put together at run time, so that no scanner takes this file for a leak.
const alnum = 'q7TzL2mW9xRb4KcV1nHs8DfJ6gYp3AuE5tOi0ZrXkMwBvCdQ';
const secrets: Record<string, string> = {
  'gateway token': `sk-${alnum}`,
  'OpenAI project key': `sk-proj-${alnum}_${alnum}`,
  'Anthropic key': `sk-ant-api03-${alnum}-${alnum}AA`,
  'OpenRouter key': `sk-or-v1-${'0a1b2c3d'.repeat(8)}`,
  'DeepSeek key': `sk-${'9f8e7d6c'.repeat(4)}`,
  'Google key': `AIza${alnum.slice(0, 35)}`,
  'xAI key': `xai-${alnum}${alnum}`.slice(0, 84),
  'Groq key': `gsk_${alnum}abcd`,
  'Hugging Face token': `hf_${alnum.slice(0, 34)}`,
  'AWS key id': `AKIAQ7TZLWMXRBKCVNHS`,
  'GitHub token': `ghp_${alnum.slice(0, 36)}`,
  'Discord bot token': `MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.${alnum.slice(0, 38)}`,
  JWT: `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${alnum.slice(0, 43)}`,
};

describe('redact', () => {
  test.each(Object.entries(secrets))('takes out a %s wherever it stands', (_, secret) => {
    for (const place of [
      secret,
      `key: "${secret}"`,
      `Authorization: Bearer ${secret}`,
      `看看 ${secret}，报错`,
      `?key=${secret}&a=1`,
    ]) {
      const { text, secrets: count } = redact(place);
      expect(text).not.toContain(secret);
      expect(count).toBe(1);
    }
  });

  test('keeps the last four characters, so that the owner can tell which key it was', () => {
    expect(redact(`key sk-${alnum}`).text).toBe(`key [API key sk-…${alnum.slice(-4)}]`);
  });

  test.each([
    ['a password in a URL', 'postgres://bot:hunter2!x@db:5432/a', 'hunter2!x'],
    ['a password field', 'password: correcthorse', 'correcthorse'],
    ['a header', 'x-api-key: 5f4dcc3b5aa765d61d8327deb882cf99', '5f4dcc3b5aa765d61d8327deb882cf99'],
    [
      'an environment dump',
      'MISTRAL_API_KEY=Zx81Qw92Er73Ty64Ui55Op46As37Df28',
      'Zx81Qw92Er73Ty64Ui55Op46As37Df28',
    ],
    ['a full-width colon', '密钥：Zx81Qw92Er73Ty64', 'Zx81Qw92Er73Ty64'],
    ['a cookie', 'Cookie: session=abc123def456; theme=dark', 'abc123def456'],
    [
      'a command line',
      'run.py --apikey e1e33fbc729109a6cb24f350209e6174 -v',
      'e1e33fbc729109a6cb24f350209e6174',
    ],
    ['curl user', 'curl -u alice:s3cretpass https://x', 's3cretpass'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', 'MIIEow'],
    ['an e-mail address', 'mail bob.smith@example.org now', 'bob.smith@example.org'],
    [
      'a key that a terminal broke',
      `export KEY=sk-${alnum.slice(0, 30)}\n${alnum.slice(30)}\n`,
      alnum.slice(30),
    ],
    ['a gateway key without its prefix', `my token ${alnum}`, alnum],
    ['a public address', 'connect ETIMEDOUT 104.18.32.47:443', '104.18.32.47'],
    ['a mobile number', '加我 13912345678', '13912345678'],
    ['an international number', 'call +49 170 1234567', '170 1234567'],
    ['a home directory', String.raw`C:\Users\Bobby\app.py and /home/carol/x`, 'Bobby'],
  ])('takes out %s', (_, text, secret) => {
    expect(redact(text).text).not.toContain(secret);
  });

  test.each([
    'model gpt-4o-2024-05-13 and claude-3-5-sonnet-20241022',
    '(request id: 202608180451596820162328268d9d6QaFTpapK)',
    "'request_id': '77f0d2dd-a572-4868-ae31-3b093ac9f275'",
    'request_id: req_011CDRcxrwvGwjKRKqrA5Inb',
    'commit 3e9194cde0f6a1b2c3d4e5f60718293a4b5c6d7e',
    'Incorrect API key provided: sk-abc***********xyz',
    'OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxx',
    'api_key="your-api-key-here"',
    "code: 'invalid_api_key'",
    'Authorization: Bearer $OPENAI_API_KEY',
    'token quota is not enough, token remain quota: $0.031200',
    'max_tokens: 800, total_tokens=27392',
    'api_key=os.environ["KEY"]',
    'code-gateway 1.2.3.4 build v0.9.16',
    'connect ECONNREFUSED 127.0.0.1:6379 and 192.168.1.20, 10.0.0.5, 172.18.0.9',
    'chrome version 126.0.6478.127, win 10.0.22631.3880',
    'Cloudflare Ray ID: 9cc1f0a7be2d3a11',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toEqual({ text, secrets: 0 });
  });
});
