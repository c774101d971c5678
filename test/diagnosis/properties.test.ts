import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDiagnose } from '../../src/diagnosis/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createKnownNames } from '../../src/models/names.ts';
import { loadShippedCatalogue } from '../../src/models/shipped.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const knowledge = loadKnowledge(data);
const diagnose = createDiagnose(knowledge, createKnownNames(loadShippedCatalogue(data)));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.string({
    unit: fc.constantFrom(
      '{',
      '}',
      '"',
      '\\',
      "'",
      ':',
      ' ',
      '\n',
      '5',
      '0',
      '3',
      'e',
      '错',
      '`',
      '|',
      '<',
      '>',
    ),
    maxLength: 2000,
  }),
  fc
    .array(
      fc.constantFrom(
        ...knowledge.entries.flatMap(({ signatures, hints, codes }) => [...signatures, ...hints, ...codes]),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('\n')),
);

describe('a diagnosis, whatever the text', () => {
  test('is an answer or silence, never a throw', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, asked) => {
        const { confidence, evidence, alternatives, entry } = diagnose(text, { asked });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThan(1);
        expect(alternatives.length).toBeLessThanOrEqual(3);
        expect((evidence.line ?? '').length).toBeLessThanOrEqual(300);
        if (entry !== null) expect(alternatives).not.toContain(entry);
      }),
      { numRuns: 400 },
    );
  });

  test('is the same for the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(diagnose(text, { asked: false })).toEqual(diagnose(text, { asked: false }));
      }),
    );
  });
});

describe('an error body', () => {
  const model = fc.constantFrom(
    'gpt-5.2',
    'claude-sonnet-4-5-20250929',
    'deepseek/deepseek-r1:free',
    'qwen3-235b-a22b',
  );
  const requestId = fc.constantFrom(
    '20260322181502720834819yLu54ARI',
    '202608180451596820162328268d9d6QaFTpapK',
  );
  const wrappers: readonly ((body: string, status: number) => string)[] = [
    (body, status) => `${status} ${body}`,
    (body, status) => `API Error: ${status} ${body}`,
    (body, status) => `openai.InternalServerError: Error code: ${status} - ${body.replaceAll('"', "'")}`,
    (body, status) => JSON.stringify({ message: 'failed', status, detail: body }),
    (body, status) => JSON.stringify({ outer: JSON.stringify({ status, body }) }),
    (body, status) => `HTTP/1.1 ${status} x\n\n${JSON.stringify(JSON.parse(body), null, 2)}`,
    (body, status) => `api-1  | ERROR status_code=${status}, body: ${body}`,
    (body, status) => `报错 ${status}：\`\`\`json\n${body}\n\`\`\` 怎么办`,
    (body, status) => `<html>\nunexpected status ${status}: ${body}\n`,
  ];

  test('is read the same in any wrapper', () => {
    fc.assert(
      fc.property(model, requestId, fc.constantFrom(...wrappers), (name, id, wrap) => {
        const body = JSON.stringify({
          error: {
            code: 'model_not_found',
            message: `No available channel for model ${name} under group default (distributor) (request id: ${id})`,
            type: 'new_api_error',
          },
        });
        const { entry, evidence } = diagnose(wrap(body, 503), { asked: false });
        expect(entry?.id).toBe('model-unavailable');
        expect(evidence).toMatchObject({ status: 503, model: name, requestId: id });
      }),
      { numRuns: 200 },
    );
  });
});
