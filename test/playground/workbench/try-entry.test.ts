import { describe, expect, test } from 'vitest';
import { createTryEntry, tryEntry } from '../../../src/playground/workbench/try-entry.ts';
import { entryText, knowledge, modelNames, withItem } from './knowledge.ts';

const attempt = createTryEntry(knowledge, modelNames);
const shipped = entryText('rate-limited');

/** The line, from 1, on which a text stands first. */
function lineOf(yaml: string, text: string): number {
  return yaml.slice(0, yaml.indexOf(text)).split('\n').length;
}

test.each(knowledge.entries.map(({ id }) => [id]))('%s as it is shipped holds', (id) => {
  const { entryId, place, faults, results, stolen, conflicts } = attempt(entryText(id));
  expect({ entryId, place, faults, stolen, conflicts }).toEqual({
    entryId: id,
    place: 'replaces',
    faults: [],
    stolen: [],
    conflicts: [],
  });
  expect(results.length).toBeGreaterThan(5);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

describe('a fault is named with its line', () => {
  test.each([
    ['a field of an unknown name', shipped.replace(/^escalation:/m, 'escalate:'), 'escalate:'],
    ['a wrong word', shipped.replace(/^escalation:.*$/m, 'escalation: sometimes'), 'escalation: sometimes'],
    ['a signature that is only a slot', withItem(shipped, 'signatures', "'{model}'"), "'{model}'"],
    ['a link that does not exist', shipped.replace(/^links:.*$/m, 'links: [nowhere]'), 'links: [nowhere]'],
  ])('%s', (_, yaml, place) => {
    const { faults } = attempt(yaml);
    expect(faults.map(({ line }) => line)).toContain(lineOf(yaml, place));
    for (const { message, hint } of faults) expect(message && hint).not.toBe('');
  });

  test('and, where the YAML itself is broken, with its column', () => {
    const [fault] = attempt('id: x\ntitle: "never closed').faults;
    expect(fault).toMatchObject({ line: 2, column: 21, message: 'Missing closing "quote' });
  });

  test('and nothing is run while the text is no entry', () => {
    expect(attempt('id: [')).toMatchObject({ entryId: null, place: null, results: [], stolen: [] });
  });
});

describe('examples are run through the real engine', () => {
  test('one that leads nowhere fails, with what came nearest', () => {
    const yaml = withItem(shipped, 'examples', "'hello everybody'");
    const failed = attempt(yaml).results.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([
      {
        kind: 'example',
        path: 'examples[0]',
        line: lineOf(yaml, "'hello everybody'"),
        text: 'hello everybody',
        got: null,
        confidence: 0,
      },
    ]);
  });

  test('one that leads elsewhere fails and says where to', () => {
    const paste = '"Error code: 401 - invalid token (request id: 20260322181502720834819yLu54ARI)"';
    const failed = attempt(withItem(shipped, 'examples', paste)).results.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ got: 'invalid-token' }]);
  });

  test('a counterexample that leads here fails', () => {
    const paste =
      '"Error code: 429 - Rate limit reached for gpt-4o (request id: 20260322181502720834819yLu54ARI)"';
    const failed = attempt(withItem(shipped, 'counterexamples', paste)).results.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ kind: 'counterexample', got: 'rate-limited' }]);
  });

  test('an edit counts at once: a new signature answers a new example', () => {
    const made =
      "'Error: the frobnicator of {model} is worn out (request id: 20260322181502720834819yLu54ARI)'";
    const before = withItem(shipped, 'examples', made);
    expect(attempt(before).results[0]).toMatchObject({ ok: false });
    const after = withItem(before, 'signatures', "'the frobnicator of {any} is worn out'");
    expect(attempt(after).results[0]).toMatchObject({ ok: true, got: 'rate-limited' });
  });
});

describe('what belongs to other entries', () => {
  test('examples that a too wide signature takes are named with their owner', () => {
    const greedy =
      "'No available channel for model {model} under group {group} (distributor) (request id: {any})'";
    const { stolen } = attempt(withItem(shipped, 'signatures', greedy));
    expect(stolen.length).toBeGreaterThan(0);
    expect(stolen[0]).toMatchObject({ entryId: 'model-unavailable', got: 'rate-limited' });
    expect(stolen[0]?.text).toContain('No available channel for model');
  });

  test('a signature that another entry has is a conflict, in whatever case and with whatever blanks', () => {
    const yaml = withItem(shipped, 'signatures', "'no  available CHANNEL for model'");
    expect(attempt(yaml).conflicts).toMatchObject([
      {
        path: 'signatures[0]',
        line: lineOf(yaml, "'no  available"),
        claim: 'no  available CHANNEL for model',
        entryId: 'model-unavailable',
      },
    ]);
  });

  test('a new entry is tried beside all others', () => {
    const { place, entryId, conflicts } = attempt(shipped.replace(/^id: .*$/m, 'id: brand-new'));
    expect({ place, entryId }).toEqual({ place: 'adds', entryId: 'brand-new' });
    expect(new Set(conflicts.map((conflict) => conflict.entryId))).toEqual(new Set(['rate-limited']));
  });
});

describe('texts made to hurt are refused, not run', () => {
  test.each([
    ['aliases of aliases', `a: &a [x, x]\nb: [${Array(200).fill('*a').join(', ')}]`, 'alias'],
    [
      'keys without end',
      `{${Array.from({ length: 20_000 }, (_, n) => `a${n}`).join(',')}}`,
      'too many fields',
    ],
    ['brackets without end', '['.repeat(100_000), 'nested too deeply'],
    [
      'signatures without end',
      withItem(shipped, 'signatures', Array(1001).fill("'{any}error{any}'").join('\n  - ')),
      'more than is tried here',
    ],
    [
      'examples without end',
      withItem(shipped, 'examples', Array(201).fill("'Error code: 429'").join('\n  - ')),
      'more than is tried here',
    ],
  ])('%s', (_, yaml, sentence) => {
    const { faults, results } = tryEntry(yaml, knowledge, modelNames);
    expect(results).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(100);
    expect(faults.map(({ message }) => message).join()).toContain(sentence);
  });
});
