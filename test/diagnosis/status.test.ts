import { describe, expect, test } from 'vitest';
import { findStatuses } from '../../src/diagnosis/status.ts';

const statuses = (text: string) => [...new Set(findStatuses(text).map(({ status }) => status))];

describe('a status is read where clients print it', () => {
  test.each([
    ['openai-python', "openai.RateLimitError: Error code: 429 - {'error': {}}", 429],
    ['openai-node', 'BadRequestError: 400 Unknown parameter', 400],
    ['openai-node without a body', '504 status code (no body)', 504],
    ['Claude Code', 'API Error: 529 {"type":"error"}', 529],
    ['Claude Code retrying', 'API Error (529 {"type":"error"})', 529],
    ['Claude Code, gateway named', 'API Error (api.example.com | 504: Gateway time-out)', 504],
    ['Codex CLI', 'unexpected status 503 Service Unavailable: x', 503],
    ['Codex CLI, last', 'exceeded retry limit, last status: 429 Too Many Requests', 429],
    ['go-openai', 'error, status code: 405, status: 405 Method Not Allowed', 405],
    ['a console row', 'status_code=429, Request was rejected', 429],
    ['axios', 'Request failed with status code 502', 502],
    ['an SDK object', '"statusCode":502,"x":1', 502],
    ['an error body', '{"error":{"code":404,"message":"x"}}', 404],
    ['google-genai', "503 UNAVAILABLE. {'error': {}}", 503],
    ['an access log', 'POST /v1/chat/completions "HTTP/1.1 403 Forbidden"', 403],
    ['curl -i', 'HTTP/2 503', 503],
    ['an nginx page', '<title>504 Gateway Time-out</title>', 504],
    ['a Cloudflare page', '<title>x.example.com | 524: A timeout occurred</title>', 524],
    ['Python requests', '503 Server Error: Service Unavailable for url', 503],
    ['a Chinese client', '状态码: 401', 401],
    ['a person', '一直报错503怎么办', 503],
    ['a person in English', 'I keep getting 429 with gpt-4o', 429],
    ['a number before a body', '429 {"message":"Requests rate limit exceeded"}', 429],
  ])('%s', (_, text, status) => {
    expect(statuses(text)).toEqual([status]);
  });
});

describe('a number that only looks like a status is not read', () => {
  test.each([
    'line 429, in create',
    'running on :5003',
    'utils.js:404:12',
    'I used 500 tokens for that',
    '首字 524ms',
    'tokens: 503',
    'v0.4.29',
    'gpt-4-0413',
    'room 401 is ours',
    '413 / 500 on the leaderboard',
    'error[E0404]: expected trait',
    'Limit 4000, Used 500',
    '<@429503401404500524> ping',
  ])('%s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});
