/** Measured on the real list: names by hand, names by machine, and every real name against all others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCheckName, type NameCheck } from '../../../src/models/look-alikes/check-name.ts';
import { wordsOf } from '../../../src/models/look-alikes/parts.ts';
import { makeMistakes } from './mistakes.ts';
import { type OthersName, readSet, shippedNames, type WrongName, wrongNames } from './wrong-names.ts';

const check = createCheckName(shippedNames);

function checkOf({ name, catalogue }: WrongName): NameCheck {
  return (catalogue === undefined ? check : createCheckName(catalogue, shippedNames))(name);
}

/** What people see first. */
function first({ didYouMean, nearest }: NameCheck): string | null {
  return didYouMean ?? nearest[0] ?? null;
}

describe('names written by hand', () => {
  const meant = wrongNames.filter(({ didYouMean }) => didYouMean !== null);
  const unlike = wrongNames.filter(({ offered, didYouMean }) => !offered && didYouMean === null);

  it.each(meant)('$id means $didYouMean', (wrong) => {
    expect([wrong.didYouMean, ...(wrong.accept ?? [])]).toContain(checkOf(wrong).didYouMean);
  });

  it.each(unlike)('$id is another model, or none', (wrong) => {
    expect(checkOf(wrong)).toMatchObject({ offered: false, didYouMean: null });
  });

  it('another version, size or variant is offered as nearest', () => {
    const asked = unlike.filter(({ nearest }) => nearest !== undefined);
    const right = asked.filter((wrong) => wrong.nearest?.includes(first(checkOf(wrong)) ?? ''));
    expect(right.length / asked.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each(wrongNames.filter(({ offered }) => offered))('$id is offered as it is', (right) => {
    expect(checkOf(right)).toEqual({ offered: true, didYouMean: null, nearest: [], slips: [] });
  });
});

describe.each([
  ['second', readSet('second-set.jsonl')],
  ['third', readSet('third-set.jsonl')],
])('names of a %s author', (_author, names) => {
  const checks = new Map(
    [...new Set(names.map(({ catalogue }) => catalogue))].map((list) => [
      list,
      createCheckName(list, shippedNames),
    ]),
  );
  const share = (kind: OthersName['kind'], fits: (check: NameCheck, one: OthersName) => boolean): number => {
    const asked = names.filter((one) => one.kind === kind);
    const right = asked.filter((one) => fits((checks.get(one.catalogue) ?? check)(one.name), one));
    return right.length / asked.length;
  };

  it('the right name is claimed for 96 of 100, and stands first for 97', () => {
    expect(share('claim', ({ didYouMean }, { want }) => want.includes(didYouMean ?? ''))).toBeGreaterThan(
      0.96,
    );
    expect(share('claim', (found, { want }) => want.includes(first(found) ?? ''))).toBeGreaterThan(0.97);
  });

  it('another model is never claimed', () => {
    expect(share('never', ({ offered, didYouMean }) => !offered && didYouMean === null)).toBe(1);
  });

  it('a right name is never corrected', () => {
    expect(share('exact', ({ offered, didYouMean }) => offered && didYouMean === null)).toBe(1);
  });
});

describe('names made wrong by machine', () => {
  const mistakes = makeMistakes(shippedNames, 40);
  /** The same letters and digits: one model in two spellings. */
  const sameModel = (a: string | null, b: string): boolean =>
    a !== null && wordsOf(a.toLowerCase()).join('') === wordsOf(b.toLowerCase()).join('');

  it('are at least 300', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(300);
  });

  it('the right name stands first for 97 of 100', () => {
    const right = mistakes.filter(({ name, right: meant }) => sameModel(first(check(name)), meant));
    expect(right.length / mistakes.length).toBeGreaterThanOrEqual(0.97);
  });

  it('what is claimed is the right name for 99 of 100', () => {
    const claimed = mistakes.flatMap(({ name, right }) => {
      const { didYouMean } = check(name);
      return didYouMean === null ? [] : [sameModel(didYouMean, right)];
    });
    expect(claimed.filter(Boolean).length / claimed.length).toBeGreaterThanOrEqual(0.99);
  });
});

describe('real names', () => {
  it('are never corrected', () => {
    expect(shippedNames.filter((name) => !check(name).offered)).toEqual([]);
  });

  it('are never taken for slips in one another when they are not offered', () => {
    const taken = shippedNames.flatMap((name) => {
      const others = shippedNames.filter((other) => other !== name);
      const { didYouMean, slips } = createCheckName(others, shippedNames)(name);
      const isSlip = slips.some(({ kind }) => kind === 'word' || kind === 'zeroAndO' || kind === 'dateWrong');
      return didYouMean !== null && isSlip ? [`${name} → ${didYouMean}`] : [];
    });
    expect(taken).toEqual([]);
  });

  it.each([
    ['glm-4-flashx', ['glm-4-flash']],
    ['hunyuan-turbos', ['hunyuan-turbo']],
    ['deepseek-r1-distill-qwen-1.4b', ['deepseek-r1-distill-qwen-14b']],
    ['qwen-max-2024-09-19', ['qwen-max-2025-01-25']],
    ['babbage-002', ['babbage']],
    ['gpt-4o', ['gpt-4', 'gpt-4o-mini']],
    ['gpt-4', ['gpt-4o', 'gpt-4-32k']],
    ['claude-3-5-sonnet', ['claude-3-7-sonnet', 'claude-3-5-haiku']],
    ['llama-3.1-70b-instruct', ['llama-3.1-8b-instruct', 'llama-3.3-70b-instruct']],
    ['glm-4v', ['glm-4', 'glm-4.5v']],
    ['o1', ['o3', 'o1-mini']],
    ['Doubao-pro-4k', ['Doubao-pro-32k', 'Doubao-lite-4k']],
  ])('%s is not claimed to be one of %j', (name, offered) => {
    const { didYouMean, nearest } = createCheckName(offered, shippedNames)(name);
    expect(didYouMean).toBeNull();
    expect(offered).toContain(nearest[0]);
  });
});

describe('any text', () => {
  it('is checked without a fault, and what is named is on the list', () => {
    const known = new Set(shippedNames);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...shippedNames)), (text) => {
        const { offered, didYouMean, nearest } = check(text);
        expect(offered).toBe(known.has(text));
        for (const name of [...(didYouMean === null ? [] : [didYouMean]), ...nearest])
          expect(known.has(name)).toBe(true);
        expect(nearest.length).toBeLessThanOrEqual(5);
        if (didYouMean !== null) expect(nearest[0]).toBe(didYouMean);
      }),
    );
  });

  it('a list without names offers nothing', () => {
    expect(createCheckName([])('gpt-4o')).toMatchObject({ offered: false, didYouMean: null, nearest: [] });
  });
});
