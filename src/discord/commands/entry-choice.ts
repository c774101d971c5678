/** A suggestion that was chosen comes back as this value, not as its label. */
const prefix = 'entry:';

export function entryChoice(entryId: string): string {
  return `${prefix}${entryId}`;
}

/** The entry that a value names; null when it was typed by hand. */
export function chosenEntryId(value: string): string | null {
  return value.startsWith(prefix) ? value.slice(prefix.length) : null;
}
