import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWords } from '../../../src/discord/language/words.ts';
import { temporaryFolder } from '../../storage/temporary.ts';

const data = fileURLToPath(new URL('../../../data', import.meta.url));
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  cpSync(join(data, 'locales'), join(folder.path, 'locales'), { recursive: true });
});
afterEach(() => {
  folder.remove();
});

function change(from: string, to: string, language = 'zh'): void {
  const file = join(folder.path, 'locales', `${language}.yaml`);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('the phrases', () => {
  it('are complete in both languages, with the same names to fill in', () => {
    const words = loadWords(data);
    expect(words.en('button.solved')).toBe('Solved');
    expect(words.zh('button.solved')).toBe('已解决');
    expect(words.zh('card.incident', { incident: 'X' })).toBe('事件 X');
  });

  it('never read filled-in text as a reference or a name', () => {
    const who = '$t(button.solved) {{who}} <b>';
    expect(loadWords(data).en('answer.keyPosted', { who })).toContain(`${who}, an API key`);
  });

  it.each([
    ['a missing phrase', '  solved: 已解决\n', '', 'locales/zh.yaml: button.solved is missing or empty'],
    [
      'an unknown phrase',
      'button:\n',
      'button:\n  extra: 多余\n',
      'locales/zh.yaml: button.extra is not a phrase',
    ],
    [
      'another name',
      '{{case}}`',
      '{{number}}`',
      'locales/zh.yaml: answer.withStaff must hold exactly these names: case',
    ],
    ['no YAML', 'button:\n', 'button: [\n', 'locales/zh.yaml cannot be read'],
  ])('are refused with %s, naming the place', (_name, from, to, message) => {
    change(from, to);
    expect(() => loadWords(folder.path)).toThrow(message);
  });
});
