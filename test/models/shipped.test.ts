import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogueFault, loadShippedCatalogue } from '../../src/models/shipped.ts';
import { shippedSchema } from '../../src/models/shapes/shipped.ts';
import { isName } from '../../src/models/shapes/tidy.ts';
import { temporaryFolder } from '../storage/temporary.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));

describe('data/models.json', () => {
  const text = readFileSync(join(data, 'models.json'), 'utf8');
  const { models } = shippedSchema.parse(JSON.parse(text));

  it('holds each name once, and nothing that could not be one', () => {
    expect(models.length).toBeGreaterThan(1000);
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
    expect(models.filter(({ name }) => !isName(name) || /\s/.test(name))).toEqual([]);
  });

  it('names who made a model in small letters, and what it is for by one of a few words', () => {
    expect(models.filter(({ provider }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(provider))).toEqual([]);
    expect([...new Set(models.map(({ mode }) => mode))].sort()).toEqual([
      'audio_music',
      'audio_speech',
      'audio_transcription',
      'chat',
      'completion',
      'embedding',
      'image_generation',
      'moderation',
      'realtime',
      'rerank',
      'video_generation',
    ]);
  });

  it('has one model a line, so that a change is read as one, sorted by who made it', () => {
    const lines = text.split('\n').filter((line) => line.includes('"name"'));
    expect(lines).toHaveLength(models.length);
    const providers = models.map(({ provider }) => provider);
    expect(providers).toEqual(providers.toSorted());
  });

  it('is what errdesk starts with, and says nothing of the platform', () => {
    const catalogue = loadShippedCatalogue(data);
    expect(catalogue).toMatchObject({ source: 'shipped', asOf: null, autoGroups: [] });
    expect(catalogue.models).toContainEqual({ name: 'gpt-4o-mini', groups: null });
    expect(catalogue.models).toHaveLength(models.length);
  });
});

describe('a models.json of somebody else', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function write(text: string): string {
    writeFileSync(join(folder.path, 'models.json'), text);
    return folder.path;
  }

  it('may be a plain list of names', () => {
    expect(loadShippedCatalogue(write('["one", "two"]')).models.map(({ name }) => name)).toEqual([
      'one',
      'two',
    ]);
  });

  it.each([
    ['is not there', (): string => folder.path, 'ENOENT'],
    ['is a folder', () => (mkdirSync(join(folder.path, 'models.json')), folder.path), 'EISDIR'],
    ['is cut off', () => write('["one", '), 'JSON'],
    ['is something else', () => write('{"site": "x"}'), 'it is no list of models: found an object with site'],
    ['is empty', () => write('[]'), 'it names no model'],
  ])('that %s is named with what is wrong', (_, make, reason) => {
    const dir = make();
    expect(() => loadShippedCatalogue(dir)).toThrow(CatalogueFault);
    expect(() => loadShippedCatalogue(dir)).toThrow(reason);
    expect(() => loadShippedCatalogue(dir)).toThrow(join(dir, 'models.json'));
  });
});
