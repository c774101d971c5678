/** A model's name with the blanks and invisible characters that the request had round it or in it. Pure. */

/** A name hides in a paste as large as this; in a huge log nobody can tell blanks of the name from blanks of the log. */
const mostRead = 200_000;

const hidden = String.raw`[^\S\n]|\p{Cf}`;
/** Quotes show where a name begins and ends. */
const opening = String.raw`(?<=["'\x60“‘「])`;
const closing = String.raw`(?=\\{0,4}["'\x60”’」])`;
/** So do the words round it in the sentences of gateways; the blank that separates words is none of the name. */
const before = String.raw`(?<=(?:\bmodel|模型)[:：]?[^\S\n])`;
const after = String.raw`(?=[^\S\n](?:under|is|not|does|in|for|无|無|下|暂|不|的|计费))`;

/**
 * @param raw the report as it was pasted: what cannot be seen is taken out of it before it is read
 * @param name the name as it was read
 * @returns null where nothing stands round it
 */
export function nameAsWritten(raw: string, name: string): string | null {
  if (raw.length > mostRead) return null;
  const letters = Array.from(name, (letter) => RegExp.escape(letter)).join(String.raw`\p{Cf}{0,3}`);
  const written = `(?:${hidden}){0,5}${letters}(?:${hidden}){0,5}`;
  const pattern = new RegExp(`${opening}${written}${closing}|${before}${written}${after}`, 'gu');
  for (const [found] of raw.matchAll(pattern)) if (found !== name) return found;
  return null;
}
