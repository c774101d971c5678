/** What may be typed after a slash, from the commands that the bot has registered. Pure. */
import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { Command } from '../web/protocol.ts';
import { commandType, optionType } from './discord.ts';

export interface Pick {
  /** With sub-commands: `incident start`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Something that has a text in several languages. */
type Localised<K extends string> = Readonly<Record<K, string>> &
  Partial<Readonly<Record<`${K}_localizations`, Readonly<Partial<Record<string, string | null>>> | null>>>;

/** The text in the person's language, as Discord picks it. */
export function localised<K extends string>(thing: Localised<K>, key: K, locale: string): string {
  const map = (thing as Readonly<Record<string, Readonly<Record<string, string | null>> | null | undefined>>)[
    `${key}_localizations`
  ];
  return map?.[locale] ?? thing[key];
}

/** Sub-commands stand for themselves. */
export function picksOf(commands: readonly Command[], locale: string): Pick[] {
  return commands
    .filter(({ type }) => type === commandType.slash)
    .flatMap((command) => branches(command.name, command, command.options ?? [], locale));
}

function branches(
  name: string,
  described: Localised<'description'>,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): Pick[] {
  const inner = options.filter(({ type }) => type === optionType.subcommand || type === optionType.group);
  if (inner.length === 0) {
    const basic = options as readonly APIApplicationCommandBasicOption[];
    return [{ name, description: localised(described, 'description', locale), options: basic }];
  }
  return inner.flatMap((branch) =>
    branches(`${name} ${branch.name}`, branch, 'options' in branch ? (branch.options ?? []) : [], locale),
  );
}

/** Those that begin as typed, then those that hold it. */
export function matching(picks: readonly Pick[], typed: string): Pick[] {
  const wanted = typed.replace(/^\//, '').toLowerCase().trim();
  const starts = picks.filter(({ name }) => name.startsWith(wanted));
  return [...starts, ...picks.filter((pick) => !starts.includes(pick) && pick.name.includes(wanted))];
}

/** `/error 429` → the command and what its first option has got so far; null while the name is not complete. */
export function begunCommand(picks: readonly Pick[], typed: string): { pick: Pick; rest: string } | null {
  const pick = picks
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => typed.startsWith(`/${name} `));
  return pick === undefined ? null : { pick, rest: typed.slice(pick.name.length + 2) };
}

/** The commands that fit what is typed; null while no command is being typed. */
export function fitting(picks: readonly Pick[], typed: string): Pick[] | null {
  if (!/^\/[^\n]*$/.test(typed)) return null;
  const fit = matching(picks, typed);
  return fit.length === 0 && typed.includes(' ') ? null : fit;
}
