/** Flags as Discord's types want them. Combined bits are no member of the enum, which only this file has to know. */
import type { MessageFlags } from 'discord-api-types/v10';

export function messageFlags(...bits: (number | null | undefined)[]): MessageFlags {
  const combined: unknown = bits.reduce<number>((all, bit) => all | (bit ?? 0), 0);
  return combined as MessageFlags;
}

export function hasFlag(message: { flags?: number | undefined }, flag: MessageFlags): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}
