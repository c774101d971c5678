import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const diagnose = createDiagnose(loadKnowledge(data), createKnownNames(loadShippedCatalogue(data)));

const message =
  'This token has no access to model qwen/qwen3-max (request id: 20260318110955343744169wMC0S307)';
const body = `{"error":{"code":"","message":"${message}","type":"new_api_error"}}`;
const python = `{'error': {'code': '', 'message': '${message}', 'type': 'new_api_error'}}`;

describe('status, model and request id are read however a client prints them', () => {
  test.each([
    ['JSON', `403 ${body}`],
    [
      'pretty JSON in a fence',
      `\`\`\`json\n${JSON.stringify({ status: 403, ...JSON.parse(body) }, null, 2)}\n\`\`\``,
    ],
    ['escaped JSON', JSON.stringify({ statusCode: 403, responseBody: body })],
    ['JSON in JSON in JSON', JSON.stringify({ a: JSON.stringify({ status: 403, b: body }) })],
    ['a Python dict', `openai.PermissionDeniedError: Error code: 403 - ${python}`],
    ['key=value', `level=error status_code=403 msg="${message}"`],
    [
      'curl -i',
      `HTTP/2 403 \ncontent-type: application/json\nx-oneapi-request-id: 20260318110955343744169wMC0S307\n\n${body}`,
    ],
    [
      'Node headers',
      `PermissionDeniedError: 403 ${message}\n  headers: { 'x-oneapi-request-id': '20260318110955343744169wMC0S307' }`,
    ],
    ['go-openai', `error, status code: 403, status: 403 Forbidden, message: ${message}`],
    ['Codex CLI', `unexpected status 403 Forbidden: ${message}, url: https://api.example.com/v1/responses`],
    ['Claude Code', `  ⎿  API Error: 403 ${body}`],
    [
      'a box of a terminal',
      `│ API Error: 403 This token has no access to model  │\n│ qwen/qwen3-max (request id:                       │\n│ 20260318110955343744169wMC0S307)                  │`,
    ],
    [
      'wrapped in the middle of words',
      `Error code: 403 - This token has no acc\ness to model qwen/qwen3-max (re\nquest id: 20260318110955343744169wMC0S307)`,
    ],
    [
      'a traceback squashed to one line',
      `Traceback (most recent call last): File "a.py", line 9, in f raise error_for(response) openai.PermissionDeniedError: Error code: 403 - ${python}`,
    ],
    ['a Chinese panel', `错误名称: AI_APICallError\n错误信息: ${message}\n状态码: 403`],
    ['docker compose', `api-1  | ERROR 403 Forbidden\napi-1  | ${body}`],
  ])('%s', (_, text) => {
    const { entry, evidence } = diagnose(text, { asked: false });
    expect(entry?.id).toBe('token-group-disabled');
    expect(evidence).toMatchObject({
      status: 403,
      model: 'qwen/qwen3-max',
      requestId: '20260318110955343744169wMC0S307',
      requestTime: '2026-03-18T11:09:55Z',
    });
  });
});
