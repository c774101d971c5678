/** What outlives a reload: who was played and where, what was put away, how the page looks, and the first steps. */
import type { State } from './store.ts';

const key = 'errdesk-playground';

export type Kept = Pick<
  State,
  'world' | 'person' | 'places' | 'dismissed' | 'language' | 'chosenTheme' | 'hint'
>;

/** @returns what of it is sound; nothing where the content is broken, or the browser keeps nothing */
export function readKept(storage: () => Storage): Partial<Kept> {
  try {
    return sound(JSON.parse(storage().getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

/** Writes only what has changed. */
export function createKeeper(storage: () => Storage): (state: State) => void {
  let last = '';
  return ({ world, person, places, dismissed, language, chosenTheme, hint }) => {
    const kept = { world, person, places, dismissed, language, chosenTheme, hint } satisfies Kept;
    const text = JSON.stringify({ ...kept, dismissed: [...dismissed] });
    if (text === last) return;
    last = text;
    try {
      storage().setItem(key, text);
    } catch {
      // Full or forbidden: the page works without.
    }
  };
}

function sound(content: unknown): Partial<Kept> {
  if (!isRecord(content)) return {};
  const { world, person, places, dismissed, language, chosenTheme, hint } = content;
  return {
    ...(typeof world === 'string' && { world }),
    ...(typeof person === 'string' && { person }),
    ...(isRecord(places) && { places: textsOf(places) }),
    ...(Array.isArray(dismissed) && { dismissed: new Set(dismissed.filter((id) => typeof id === 'string')) }),
    ...((language === 'en' || language === 'zh') && { language }),
    ...((chosenTheme === 'dark' || chosenTheme === 'light') && { chosenTheme }),
    ...(isRecord(hint) && { hint: { closed: hint.closed === true, claimed: hint.claimed === true } }),
  };
}

function isRecord(thing: unknown): thing is Readonly<Record<string, unknown>> {
  return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}

function textsOf(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
