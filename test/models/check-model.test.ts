import { describe, expect, it } from 'vitest';
import { createCheckModel } from '../../src/models/check-model.ts';
import type { Catalogue } from '../../src/models/model.ts';

const shippedList: Catalogue = { models: [], autoGroups: [], source: 'shipped', asOf: null };
const live: Catalogue = {
  models: [
    { name: 'gpt-4o', groups: ['default', 'vip'] },
    { name: 'glm-5', groups: ['vip'] },
    { name: 'o3', groups: null },
    { name: 'mj_imagine', groups: ['all'] },
  ],
  autoGroups: ['cheap', 'default'],
  source: 'live',
  asOf: 1,
};

describe('a model on the list of the platform', () => {
  const check = createCheckModel(() => live, shippedList);

  it.each([
    ['gpt-4o', 'default', true],
    ['glm-5', 'default', false],
    ['glm-5', 'auto(vip)', true],
    ['gpt-4o', 'auto', true],
    ['glm-5', 'auto', false],
    ['mj_imagine', 'whatever', true],
    ['gpt-4o', null, null],
    ['o3', 'default', null],
    ['gpt-9', 'default', null],
  ])('%s in the group %s: %s', (name, group, inGroup) => {
    expect(check(name, group).inGroup).toBe(inGroup);
  });

  it('is looked up on the list as it is at that moment', () => {
    let now = live;
    const checkNow = createCheckModel(() => now, shippedList);
    expect(checkNow('gpt-4o', null).offered).toBe(true);
    now = { ...live, models: [{ name: 'gpt-4o-mini', groups: null }] };
    expect(checkNow('gpt-4o', null)).toMatchObject({ offered: false, nearest: ['gpt-4o-mini'] });
  });
});

describe('the shipped list', () => {
  it('a name in small letters is a spelling that platforms use: only their own list can say otherwise', () => {
    const shipped: Catalogue = {
      models: [{ name: 'DeepSeek-R1', groups: null }],
      autoGroups: [],
      source: 'shipped',
      asOf: null,
    };
    const check = createCheckModel(() => shipped, shipped);
    expect(check('deepseek-r1', null)).toMatchObject({ offered: true, didYouMean: null });
    expect(check('DeepSeek-r1', null)).toMatchObject({ offered: false, didYouMean: 'DeepSeek-R1' });
    expect(
      createCheckModel(() => ({ ...shipped, source: 'live' }), shipped)('deepseek-r1', null),
    ).toMatchObject({ didYouMean: 'DeepSeek-R1' });
  });
});
