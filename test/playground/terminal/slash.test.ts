import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { readSlash } from '../../../src/playground/terminal/slash.ts';

const described = { description: 'x' };
const basic: APIApplicationCommandOption[] = [
  { type: Type.String, name: 'text', ...described },
  { type: Type.Boolean, name: 'quiet', ...described },
  { type: Type.Integer, name: 'days', ...described },
  { type: Type.Channel, name: 'channel', ...described },
];
const branched: APIApplicationCommandOption[] = [
  { type: Type.Subcommand, name: 'start', options: basic as never, ...described },
  { type: Type.Subcommand, name: 'end', ...described },
];
const read = (text: string, definition = basic) =>
  readSlash('do', text, definition, (_type, name) => ({ id: `id of ${name}` }));

describe('a typed slash command', () => {
  test('takes each value up to the name of the next option', () => {
    expect(read('text:we know: all is down quiet:yes days:7 channel:#help')).toEqual({
      name: 'do',
      options: { text: 'we know: all is down', quiet: true, days: 7, channel: { id: 'id of #help' } },
    });
  });

  test('may leave out the name of the first option, and all of them', () => {
    expect(read('just words').options).toEqual({ text: 'just words' });
    expect(read('').options).toEqual({});
  });

  test('goes into sub-commands', () => {
    expect(read('start hello there days:2', branched)).toEqual({
      name: 'do start',
      options: { text: 'hello there', days: 2 },
    });
    expect(read('end', branched)).toEqual({ name: 'do end', options: {} });
  });
});
