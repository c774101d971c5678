import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, codeBlock, inlineCode, moment, plain } from '../../../src/discord/views/text.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('`', '```', '\n', 'a', '𝕏', '\u200b'), maxLength: 100 }),
);

describe('clipping', () => {
  it('never exceeds the limit and never splits a character', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 50 }), (text, most) => {
        const cut = clip(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
  it('leaves alone what fits', () => {
    expect(clip('short', 5)).toBe('short');
  });
});

describe('quoting', () => {
  it('in a block cannot close the block', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const block = codeBlock(text, 80);
        if (block !== '') expect(block.slice(4, -4)).not.toContain('```');
        expect(block.length).toBeLessThanOrEqual(88);
      }),
    );
  });
  it('in a line stays one line of code', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const code = inlineCode(text, 40);
        expect(code === '' || /^`[^`\n]+`$/.test(code)).toBe(true);
      }),
    );
  });
  it('takes out characters that turn the text around', () => {
    expect(inlineCode('abc\u202edef\u0007', 40)).toBe('`abcdef`');
  });
});

describe('running text of staff', () => {
  it('shows where its links lead', () => {
    expect(plain('See [our page](https://status.example.com/x_y) and [this](<http://b.c>).', 200)).toBe(
      'See our page (https://status.example.com/x_y) and this (http://b.c).',
    );
  });
  it('mentions nobody and hides nothing', () => {
    expect(plain('@everyone <@1> <@&2> <#3>', 200)).not.toMatch(/@everyone|<[@#]/);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[', ']', '(', ')', '<', '>', 'https://a.b', 'x', '\n')),
        (pieces) => {
          expect(plain(pieces.join(''), 200)).not.toContain('](');
        },
      ),
    );
  });
});

describe('a moment', () => {
  it('is shown in the zone of the reader', () => {
    expect(moment('2026-07-14T09:30:15Z')).toBe('<t:1784021415:f>');
  });
  it('is left out when it is none', () => {
    expect(moment('yesterday')).toBe('');
    expect(moment(null)).toBe('');
  });
});
