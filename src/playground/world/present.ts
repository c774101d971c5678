/** Discord leaves absent keys out; a null or undefined in their place makes discord.js throw. */

type MayBeUndefined<T> = { [K in keyof T]: T[K] | undefined };

export function present<T extends object>(object: MayBeUndefined<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
