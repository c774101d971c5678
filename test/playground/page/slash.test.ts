import { expect, test } from 'vitest';
import { begunCommand, fitting, localised, matching, picksOf } from '../../../src/playground/page/slash.ts';
import type { Command } from '../../../src/playground/web/protocol.ts';
import { commandDefinitions } from '../../../src/discord/commands/definitions.ts';
import { loadWords } from '../../../src/discord/language/words.ts';

const commands = commandDefinitions(loadWords('data')) as unknown as Command[];
const picks = picksOf(commands, 'en-US');

test('sub-commands stand for themselves, message menus are not typed', () => {
  const names = picks.map(({ name }) => name);
  expect(names).toContain('error');
  expect(names).toContain('incident start');
  expect(names).toContain('incident end');
  expect(names).not.toContain('incident');
  expect(names).not.toContain('Diagnose error');
});

test('descriptions are in the language of the person, and in English where there is none', () => {
  const chinese = picksOf(commands, 'zh-CN').find(({ name }) => name === 'error');
  expect(chinese?.description).toMatch(/\p{Script=Han}/u);
  expect(picksOf(commands, 'fr')).toEqual(picks);
  expect(localised({ name: 'a', name_localizations: null }, 'name', 'zh-CN')).toBe('a');
});

test('what begins as typed comes first, then what holds it', () => {
  expect(matching(picks, '/ca').map(({ name }) => name)).toEqual(['case', 'cases']);
  expect(matching(picks, '/end').map(({ name }) => name)).toEqual(['incident end']);
  expect(matching(picks, '/zzz')).toEqual([]);
});

test('a list of commands is open only while one is being typed', () => {
  expect(fitting(picks, '/cas')?.map(({ name }) => name)).toEqual(['case', 'cases']);
  expect(fitting(picks, '/zzz')).toEqual([]);
  for (const text of ['', 'see /error', '/v1/models is gone', '/error\nand more'])
    expect(fitting(picks, text)).toBeNull();
});

test('a name that is complete begins the command; the rest is for its first option', () => {
  expect(begunCommand(picks, '/error 429 again')).toMatchObject({
    pick: { name: 'error' },
    rest: '429 again',
  });
  expect(begunCommand(picks, '/incident end x')).toMatchObject({ pick: { name: 'incident end' }, rest: 'x' });
  expect(begunCommand(picks, '/error')).toBeNull();
  expect(begunCommand(picks, '/errors 1')).toBeNull();
});
