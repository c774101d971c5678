/** Text as every database takes it. */

/** PostgreSQL has no place for the character 0, which pasted logs do contain. */
export function storable(text: string): string;
export function storable(text: string | null): string | null;
export function storable(text: string | null): string | null {
  return text?.replaceAll('\0', '') ?? null;
}
