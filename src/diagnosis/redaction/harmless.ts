/** Values that stand where secrets stand and are none. Pure. */

/** A value that is no secret: masked, an example, a variable, a plain word, a number, a path. */
export function isHarmless(found: string): boolean {
  return (
    isMasked(found) || isExample(found) || isWords(found) || /^[\d.,:%$-]+$/.test(found) || isReference(found)
  );
}

export function isMaskedOrExample(found: string): boolean {
  return isMasked(found) || isExample(found);
}

export function isMasked(found: string): boolean {
  return /\*{2,}|\.{3}|…|•{2,}|x{4,}|X{4,}/.test(found);
}

function isExample(found: string): boolean {
  return (
    /your|example|placeholder|changeme|redacted|dummy|<|>|\[/i.test(found) ||
    new Set(found.replace(/^[a-z]+[-_]/i, '')).size <= 3
  );
}

/** Random text of capital and small letters and digits is a key; an id or a hash is not. */
export function isNotMixed(found: string): boolean {
  return (
    !(/[a-z]/.test(found) && /[A-Z]/.test(found) && /\d/.test(found)) ||
    /^20\d{12}/.test(found) ||
    isExample(found)
  );
}

/** `no-key-required`, `AuthenticationError`, `NONE`: no random text has humps like words. A few digits may end it. */
export function isWords(found: string): boolean {
  return found
    .replace(/\d{1,2}$/, '')
    .split(/[-_. ]/)
    .every((word) => word.length <= longestWord && /^(?:[A-Z]*|[A-Z]?[a-z]+(?:[A-Z][a-z]{2,})*)$/.test(word));
}

const longestWord = 24;

export function isReference(found: string): boolean {
  return /^[$%]|^(?:os|process|env|self|config|settings|req|request|this)\.|^(?:https?:|\.{0,2}\/|[A-Za-z]:\\)/.test(
    found,
  );
}
