import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../src/intake/decode.ts';
import { sniffEncoding } from '../../src/intake/encoding.ts';

const log = '{"error":{"message":"无可用渠道","code":503}}\r\nModel: gpt-4o 一\r\n';

function wide(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    await Promise.resolve();
    yield bytes.subarray(start, start + size);
  }
}

describe('decoding bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(log)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${log}`)],
    ['UTF-16 LE with a mark', wide(log, 'le', true)],
    ['UTF-16 BE with a mark', wide(log, 'be', true)],
    ['UTF-16 LE without a mark', wide(log, 'le', false)],
    ['UTF-16 BE without a mark', wide(log, 'be', false)],
  ])('reads %s', async (_name, bytes) => {
    expect(await decodeStream(chunksOf(bytes, 7), 10_000)).toEqual({ kind: 'text', text: log });
  });

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['a gzip', [0x1f, 0x8b, 8, 1]],
    ['a PDF', [...Buffer.from('%PDF-1.7\nhello')]],
    ['bytes with a NUL among text', [...Buffer.from('hello\0world, this is text')]],
    ['mostly control characters', [1, 2, 3, 65, 66]],
  ])('knows %s is not text', (_name, bytes) => {
    expect(sniffEncoding(Uint8Array.from(bytes))).toBeNull();
  });

  it('keeps a character whole when a chunk ends inside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\p{Cc}\ufeff]/u.test(text)),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const whole = `log: ${text}`;
          expect(await decodeStream(chunksOf(Buffer.from(whole), size), 1e6)).toEqual({
            kind: 'text',
            text: whole,
          });
        },
      ),
    );
  });

  it('stops reading at the limit, not at the end', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        await Promise.resolve();
        pulled++;
        yield Buffer.alloc(1000, 'x');
      }
    }
    expect(await decodeStream(endless(), 10_000)).toEqual({ kind: 'tooLarge' });
    expect(pulled).toBe(11);
  });

  it('stops at the first bytes of something binary', async () => {
    let pulled = 0;
    async function* picture(): AsyncGenerator<Uint8Array> {
      for (; pulled < 1000;) {
        await Promise.resolve();
        pulled++;
        yield Buffer.alloc(4096);
      }
    }
    expect(await decodeStream(picture(), 1e9)).toEqual({ kind: 'binary' });
    expect(pulled).toBe(1);
  });

  it('finds a NUL that comes after the first bytes', async () => {
    const bytes = Buffer.concat([Buffer.alloc(9000, 'a'), Buffer.from([0]), Buffer.alloc(10, 'b')]);
    expect(await decodeStream(chunksOf(bytes, 1000), 1e6)).toEqual({ kind: 'binary' });
  });
});
