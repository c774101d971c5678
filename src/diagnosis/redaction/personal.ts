/** Personal data: e-mail addresses, phone numbers, user names in paths, public addresses. Data. */
import { isMasked } from './harmless.ts';
import type { Rule } from './rule.ts';

export const personal: readonly Rule[] = [
  {
    label: 'e-mail',
    pattern: /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,20}(?![\w@])/g,
    personal: true,
  },
  {
    label: 'user',
    pattern: /(?:[A-Za-z]:\\{1,2}Users\\{1,2}|\/Users\/|\/home\/)([^\\/\s:"'<>|]{1,64})(?=[\\/])/g,
    personal: true,
    unless: isCommonUser,
  },
  {
    label: 'phone',
    pattern: /(?<![\w.+-])(?:1[3-9]\d{9}|\+\d{1,3}[ -]?(?:\d[ -]?){7,12}\d)(?![\w.-])/g,
    personal: true,
  },
  {
    label: 'IP address',
    // Not behind a v or a word such as version, where four numbers are a release.
    pattern: /(?<![\w.-]|version[ :=]{1,3}|@)(?:\d{1,3}\.){3}\d{1,3}(?![\w.-]*\d)/gi,
    personal: true,
    unless: (found) => !isPublicAddress(found),
  },
];

function isCommonUser(found: string): boolean {
  return (
    /^(?:user|username|runner|root|ubuntu|node|app|admin|Public|default)$/i.test(found) || isMasked(found)
  );
}

/** Private, local and documentation ranges tell nothing about a person; small numbers are a release. */
function isPublicAddress(found: string): boolean {
  const parts = found.split('.').map(Number);
  const [a = 0, b = 0] = parts;
  if (parts.some((part) => part > 255) || parts.every((part) => part < 30)) return false;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if ((a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)) return false;
  return !(a === 100 && b >= 64 && b < 128) && !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(found);
}
