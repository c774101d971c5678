import { describe, expect, test } from 'vitest';
import { clientOf } from '../../src/diagnosis/client.ts';
import { endpointNear } from '../../src/diagnosis/endpoint.ts';
import { retryAfter } from '../../src/diagnosis/retry-after.ts';

describe('how long to wait', () => {
  test.each([
    ['Please try again in 646ms.', 0.646],
    ['Please try again in 1m2.5s. Visit', 62.5],
    ['Please retry after 12 seconds', 12],
    ['Please retry after 3809 seconds.', 3809],
    ['"retryDelay": "23s"', 23],
    ['retry-after: 30', 30],
    ['"retry_after":120}', 120],
    ['请在 15 秒后重试', 15],
    ['try again in 20s … try again in 5s', 5],
  ])('%s', (text, seconds) => {
    expect(retryAfter(text)).toBe(seconds);
  });

  test.each(['please try again later', 'after 3 attempts', 'retry after 99999999 seconds'])(
    'not from: %s',
    (text) => {
      expect(retryAfter(text)).toBeNull();
    },
  );
});

describe('the client', () => {
  test.each([
    ['  ⎿  API Error: 503 x', 'Claude Code'],
    ['stream disconnected before completion: x', 'Codex CLI'],
    ['litellm.RateLimitError: RateLimitError: OpenAIException - x', 'LiteLLM'],
    ["openai.NotFoundError: Error code: 404 - {'error': {}}", 'openai-python'],
    ['error, status code: 405, status: 405', 'go-openai'],
    ['AxiosError: Request failed with status code 502', 'axios'],
    ['AI_APICallError: Bad Gateway', 'Vercel AI SDK'],
    ['curl: (28) Operation timed out', 'curl'],
  ])('%s', (text, client) => {
    expect(clientOf(text)).toBe(client);
  });

  test('is not guessed', () => {
    expect(clientOf('503 model not found')).toBeNull();
  });
});

describe('the endpoint', () => {
  test.each([
    [
      'HTTP Request: POST https://api.example.com/v1/chat/completions "HTTP/1.1 503"',
      'POST https://api.example.com/v1/chat/completions',
    ],
    ['Invalid URL (POST /v1/v1/chat/completions)', 'POST /v1/v1/chat/completions'],
    ['x, url: https://api.example.com/v1/responses', 'https://api.example.com/v1/responses'],
    ['curl "https://x.example/v1beta/models/g:generateContent?key=abc"', null],
  ])('%s', (text, endpoint) => {
    expect(endpointNear(text, 0)).toBe(endpoint);
  });

  test('is the one nearest to the failure, without its query', () => {
    const text = `GET /v1/models 200 ok ${'x'.repeat(100)} POST /v1/messages?beta=true 503`;
    expect(endpointNear(text, text.length)).toBe('POST /v1/messages');
  });
});
