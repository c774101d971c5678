import { describe, expect, test } from 'vitest';
import { fold } from '../../src/diagnosis/normalise.ts';
import { compileSignature, SignatureFault } from '../../src/diagnosis/signature.ts';
import { SignatureIndex } from '../../src/diagnosis/signature-match.ts';
import { squeeze } from '../../src/diagnosis/squeeze.ts';

function match(pattern: string, text: string) {
  const index = new SignatureIndex([{ signature: compileSignature(pattern), value: pattern }]);
  const folded = fold(text);
  return [...index.matches(folded, squeeze(folded))].map(({ start, end, slots }) => ({
    text: text.slice(start, end),
    slots: Object.fromEntries(slots.map((slot) => [slot.name, text.slice(slot.start, slot.end)])),
  }));
}

describe('a signature', () => {
  const pattern = 'No available channel for model {model} under group {group} (distributor)';

  test('is found as the gateway sends it, with what its slots hold', () => {
    expect(
      match(pattern, '503 No available channel for model gpt-5 under group default (distributor)'),
    ).toEqual([
      {
        text: 'No available channel for model gpt-5 under group default (distributor)',
        slots: { model: 'gpt-5', group: 'default' },
      },
    ]);
  });

  test('is found wrapped mid-word, in another case and in other quotes', () => {
    const wrapped = 'NO AVAIL\n   able channel for model `o3`\n under group "a b" (distri butor)';
    expect(match(pattern, wrapped)[0]?.slots).toEqual({ model: 'o3', group: 'a b' });
  });

  test('keeps a blank that somebody typed into a model name', () => {
    expect(
      match(pattern, 'No available channel for model gpt -5 under group x (distributor)')[0]?.slots.model,
    ).toBe('gpt -5');
  });

  test('takes a slot at its end only to the next blank', () => {
    expect(
      match('has no access to model {model}', 'This token has no access to model gpt-5 (request id: 1)')[0]
        ?.slots,
    ).toEqual({
      model: 'gpt-5',
    });
  });

  test('is not found inside another word', () => {
    expect(match('overloaded', 'is_overloaded and overloadedness')).toEqual([]);
    expect(match('overloaded', 'it is overloaded!')).toHaveLength(1);
  });

  test('is refused when there is too little text to look for, or an unknown slot', () => {
    expect(() => compileSignature('a {n} b')).toThrow(SignatureFault);
    expect(() => compileSignature('no channel for {modle}')).toThrow(/unknown slot \{modle\}/);
    expect(() => compileSignature('channel {group}{model}')).toThrow(/between the slots/);
  });
});
