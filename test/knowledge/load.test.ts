import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeFault } from '../../src/knowledge/fault.ts';
import { entriesForStatus } from '../../src/knowledge/knowledge-base.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'errdesk-knowledge-'));
  cpSync(shipped, data, { recursive: true });
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const path = join(data, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function faults(): string[] {
  try {
    loadKnowledge(data);
    return [];
  } catch (error) {
    return (error as KnowledgeFault).message.split('\n');
  }
}

describe('the shipped knowledge base', () => {
  test('has the 26 causes, each in English and Chinese', () => {
    const { entries } = loadKnowledge(shipped);
    expect(entries).toHaveLength(26);
    for (const entry of entries) expect(entry.solution.zh).toHaveLength(entry.solution.en.length);
  });

  test.each([
    [400, 'invalid-request'],
    [401, 'invalid-token'],
    [403, 'token-quota-exhausted'],
    [404, 'endpoint-not-found'],
    [413, 'request-too-large'],
    [429, 'rate-limited'],
    [500, 'internal-error'],
    [503, 'model-unavailable'],
    [504, 'gateway-timeout'],
    [524, 'connection-timeout'],
  ])('answers the published code %i with %s first', (status, id) => {
    expect(entriesForStatus(loadKnowledge(shipped), status)[0]?.id).toBe(id);
  });

  test('shows the disabled group beside the used-up quota for a 403', () => {
    expect(entriesForStatus(loadKnowledge(shipped), 403)[1]?.id).toBe('token-group-disabled');
  });
});

describe('a broken file', () => {
  test('is named with its path and a hint', () => {
    edit('knowledge/rate-limited.yaml', (text) => text.replace('escalation: offer', 'escalation: sometimes'));
    expect(faults()).toEqual([
      expect.stringMatching(
        /^knowledge\/rate-limited\.yaml: escalation: .*\(use one of auto, offer, never\)$/,
      ),
    ]);
  });

  test('does not hide the faults of another', () => {
    edit('knowledge/rate-limited.yaml', (text) => `${text}\nsolutoin: 1\n`);
    edit('knowledge/overloaded.yaml', (text) => text.replace(/^id: .*/m, 'id: Over Loaded'));
    edit('site.yaml', (text) => text.replace('https://4allapi.com', '4allapi'));
    const found = faults();
    expect(found).toContainEqual(
      expect.stringContaining('knowledge/rate-limited.yaml: solutoin: unknown field'),
    );
    expect(found).toContainEqual(expect.stringContaining('knowledge/overloaded.yaml: id:'));
    expect(found).toContainEqual(expect.stringContaining('site.yaml: website:'));
  });

  test('that is no YAML names the line', () => {
    edit('knowledge/overloaded.yaml', () => 'id: [overloaded\ntitle: x\n');
    expect(faults()[0]).toMatch(/^knowledge\/overloaded\.yaml: line \d+: /);
  });

  test('that claims what another entry claims is reported', () => {
    edit('knowledge/overloaded.yaml', (text) =>
      text.replace(/^codes:.*(\n {2}.*)*/m, 'codes: [context_length_exceeded]'),
    );
    expect(faults()).toContainEqual(expect.stringMatching(/"context_length_exceeded" is claimed by .* too/));
  });

  test('that links to nowhere is reported with the links there are', () => {
    edit('knowledge/overloaded.yaml', (text) => text.replace(/^links:.*$/m, 'links: [nowhere]'));
    expect(faults()).toContainEqual(
      expect.stringMatching(
        /no link is called "nowhere" \(add it to site.yaml, or use one of supported-models/,
      ),
    );
  });

  test('must be called like its id', () => {
    edit('knowledge/overloaded.yaml', (text) => text.replace(/^id: .*/m, 'id: something-else'));
    expect(faults()).toContainEqual(expect.stringContaining('the file must be called <id>.yaml'));
  });
});

describe('YAML that no editor writes is a fault like any other', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe']) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  }

  test.each([
    ['aliases of aliases', bomb.join('\n'), 'Excessive alias count'],
    ['an alias of nothing', 'id: *nothing', 'Unresolved alias'],
    [
      'a thousand times too many fields',
      Array.from({ length: 30_000 }, (_, i) => `a${i}:`).join('\n'),
      'too many fields',
    ],
  ])('%s', (_, text, sentence) => {
    edit('knowledge/rate-limited.yaml', () => text);
    expect(faults().join()).toContain(sentence);
  });
});
