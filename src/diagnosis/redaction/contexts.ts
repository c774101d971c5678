/** Secrets that have no shape of their own but stand after a name that promises one. Data. */
import { isHarmless, isMasked, isNotMixed, isReference, isWords } from './harmless.ts';
import type { Rule } from './rule.ts';

const quote = `["'\`]`;
const keyName = [
  'api[ _-]?key',
  'apikey',
  'app[ _-]?key',
  'access[ _-]?key(?:[ _-]?id)?',
  'secret(?:[ _-]?access)?(?:[ _-]?key)?',
  'client[ _-]?secret',
  'auth[ _-]?token',
  'access[ _-]?token',
  'refresh[ _-]?token',
  'bearer[ _-]?token',
  'session[ _-]?token',
  'id[ _-]?token',
  'bot[ _-]?token',
  'proxy[ _-]?key',
  'master[ _-]?key',
  'private[ _-]?key',
  'encryption[ _-]?key',
  'signing[ _-]?key',
  'credentials?',
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'x-goog-api-key',
  'x-auth-token',
  'mj-api-secret',
  'passw(?:or)?d',
  'passwd',
  'pwd',
  'token',
  'key',
  '密钥',
  '秘钥',
  '令牌',
  '密码',
].join('|');

/** What stands after a name that promises a secret. Group 1 is the value. */
export const contexts: readonly Rule[] = [
  {
    label: 'cookie',
    pattern: /\b(?:set-)?cookie\b["']?\s*[:=]\s*["']?([^\n"']{8,4000})/gi,
    unless: isHarmless,
  },
  { label: 'token', pattern: /\bbearer\s+["']?([\w.~+/=-]{8,2000})/gi, unless: isHarmless },
  { label: 'token', pattern: /\bbasic\s+([A-Za-z0-9+/]{12,400}={0,2})(?![A-Za-z0-9])/g, unless: isWords },
  {
    label: 'password',
    pattern:
      /\b(?:https?|socks5h?|socks4|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?|ftp|smtp):\/\/[^\s:/@"']{0,100}:([^\s/@"']{1,200})@/gi,
    unless: isMasked,
  },
  {
    label: 'password',
    pattern: /(?:^|\s)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']{1,100}:([^\s"']{3,200})/g,
    unless: isMasked,
  },
  {
    label: 'secret',
    pattern:
      /[?&](?:key|api_?key|token|access_token|sig|signature|auth|password|secret)=([^&\s"'<>)]{6,500})/gi,
    unless: isHarmless,
  },
  {
    label: 'secret',
    pattern: new RegExp(
      `(?<![A-Za-z0-9])(?:[A-Z0-9]{1,30}[_-]){0,4}(?:${keyName})(?![A-Za-z])${quote}?\\s{0,3}(?:[:=]|=>|is|是|为)\\s{0,3}(?:\\[\\s{0,3})?(?:(?:Bearer|Token)\\s+)?${quote}?([^\\s"'\`,;(){}<>\\[\\]，。；]{6,2000})`,
      'gi',
    ),
    unless: isHarmless,
  },
  {
    label: 'secret',
    pattern:
      /(?:\bkey|clé|clave|chave|schlüssel|ключ|キー|키|密钥|秘钥|\bbearer)(?![A-Za-z])[^\n]{0,60}?(?<![A-Za-z0-9_-])([A-Za-z0-9]{24,80})(?![A-Za-z0-9_-])/gi,
    unless: isNotMixed,
  },
  {
    label: 'password',
    pattern:
      /(?:passw(?:or)?d|passwd|pwd|密码)["'`]?\s{0,3}[:=]\s{0,3}["'`]?([^\s"'`,;(){}<>，。；]{4,200})/gi,
    unless: (found) =>
      isMasked(found) || isReference(found) || /^(?:none|null|true|false|undefined|required)$/i.test(found),
  },
  {
    label: 'secret',
    pattern:
      /(?:^|\s)--?(?:api-?key|apikey|key|token|auth-token|secret|password|passwd)[ =]+["']?([^\s"'`,;-][^\s"'`,;]{7,500})/gi,
    unless: isHarmless,
  },
];
