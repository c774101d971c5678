import { describe, expect, test } from 'vitest';
import { createModelLook, findModels } from '../../src/diagnosis/model-name.ts';

const look = createModelLook([
  'gpt-4o',
  'o1-mini',
  'claude-3-opus-20240229',
  'deepseek-chat',
  'step-2-16k',
  'openai/gpt-oss-20b',
]);
const names = (text: string) => findModels(text, look).map(({ name }) => name);

describe('the name of a model is read', () => {
  test.each([
    ['from a request body', '{"model": "lumen", "messages": []}', 'lumen'],
    ['from a Python dict', "{'model': 'amazon.nova-lite-v1:0'}", 'amazon.nova-lite-v1:0'],
    ['from a log field', 'configured timeout=30s, model=gpt-5-mini. Error', 'gpt-5-mini'],
    ['from a camel-case field', 'providerID=relay modelID=glm-4.6 small=false', 'glm-4.6'],
    ['from a router', 'Received Model Group=pqa-enrichment\nAvailable', 'pqa-enrichment'],
    ['from a command line', 'run.sh --model gpt-3.5-turbo --x', 'gpt-3.5-turbo'],
    ['from a URL', 'POST /v1beta/models/gemini-1.5-pro-latest:generateContent', 'gemini-1.5-pro-latest'],
    ['from a path', 'model=/app/models/MiniMax-M2.5. context', '/app/models/MiniMax-M2.5'],
    ['with its suffix', '"model":"deepseek/deepseek-r1:free"', 'deepseek/deepseek-r1:free'],
    ['from prose, by the catalogue', 'o1-mini 测速直接失败', 'o1-mini'],
    ['from prose, by its family and version', 'since today gpt-5.1-codex fails', 'gpt-5.1-codex'],
  ])('%s', (_, text, name) => {
    expect(names(text)).toContain(name);
  });
});

describe('no model is read', () => {
  test.each([
    'model=None',
    'model: str',
    'model=self.model',
    '"model": null',
    'claude code v2',
    'gpt_academic/main.py',
    'see step-3 below',
    'ChatGPT error',
    'model=MODEL, max',
  ])('from %s', (text) => {
    expect(names(text)).toEqual([]);
  });
});
