import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/models/model.ts';
import { createKnownNames } from '../../src/models/names.ts';

function catalogue(source: Catalogue['source'], ...names: string[]): Catalogue {
  return { source, asOf: null, autoGroups: [], models: names.map((name) => ({ name, groups: null })) };
}

describe('the names that are known', () => {
  const shipped = catalogue('shipped', 'gpt-4o', 'glm-5');

  it('are those of the world until the platform says what it has, then both', () => {
    let now = shipped;
    const names = createKnownNames(shipped, () => now);
    expect(names()).toEqual(['gpt-4o', 'glm-5']);
    now = catalogue('live', 'house-1', 'glm-5');
    expect(names()).toEqual(['gpt-4o', 'glm-5', 'house-1']);
    now = catalogue('live', 'house-2');
    expect(names()).toEqual(['gpt-4o', 'glm-5', 'house-2']);
  });

  it('stay the same array while the models are the same, whatever the age of the list', () => {
    let now = catalogue('live', 'house-1');
    const names = createKnownNames(shipped, () => now);
    const first = names();
    now = { ...now, asOf: 5 };
    expect(names()).toBe(first);
  });
});
