/**
 * Takes secrets out of a report before anything else may see it. Shapes follow the published ones of each vendor
 * (gitleaks and vendors' documents); context finds what has no shape. Pure.
 */
import { fold } from './normalise.ts';

export interface Redaction {
  readonly text: string;
  /** Keys, tokens and passwords found; personal data is taken out too but is no secret to warn about. */
  readonly secrets: number;
}

interface Rule {
  readonly label: string;
  /** Group 1, where there is one, is the part to take out; otherwise all of it. */
  readonly pattern: RegExp;
  /** Personal data is taken out silently. */
  readonly personal?: true;
  /** The found part is taken out only when this agrees. */
  readonly unless?: (found: string) => boolean;
}

/** Shapes that no model name, request id, commit or version has. */
const shapes: readonly Rule[] = [
  {
    label: 'private key',
    pattern:
      /-----BEGIN[ A-Z0-9_-]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----(?:BEGIN|END))[\s\S]){0,8000}(?:-----END[ A-Z0-9_-]{0,40}-----)?/g,
  },
  {
    label: 'webhook',
    pattern:
      /https?:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api(?:\/v\d+)?\/webhooks\/\d{15,20}\/([\w-]{60,90})/g,
  },
  { label: 'webhook', pattern: /hooks\.slack\.com\/services\/([A-Za-z0-9/_-]{20,80})/g },
  {
    label: 'API key',
    pattern: /(?<![A-Za-z0-9])sk-[A-Za-z0-9][A-Za-z0-9_-]{14,300}/g,
    unless: isMaskedOrExample,
  },
  {
    label: 'API key',
    pattern:
      /(?<![A-Za-z0-9])(?:sk|rk|pk)_(?:test|live)_[A-Za-z0-9]{10,99}|(?<![A-Za-z0-9])sk_[0-9a-f]{40,64}/g,
  },
  { label: 'API key', pattern: /(?<![A-Za-z0-9])AIza[\w-]{30,40}/g },
  { label: 'API key', pattern: /(?<![A-Za-z0-9])bce-v3\/ALTAK-\w{10,60}\/[0-9a-f]{30,64}/g },
  // A key of the one-api family without its prefix works as well.
  {
    label: 'API key',
    pattern: /(?<![A-Za-z0-9_+/=-])[0-9A-Za-z]{48}(?![A-Za-z0-9_+/=-])/g,
    unless: isNotMixed,
  },
  { label: 'API key', pattern: /(?<![A-Za-z0-9])AQ\.[\w-]{30,80}/g },
  {
    label: 'API key',
    pattern:
      /(?<![A-Za-z0-9])(?:xai|gsk|pplx|tvly|jina|r8|fw|cpk|csk|nvapi|hf|api_org|sess|glpat|npm|dop_v1)[-_][A-Za-z0-9_-]{20,120}/g,
    unless: isWords,
  },
  { label: 'API key', pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}\.[A-Za-z0-9]{16}(?![A-Za-z0-9])/g },
  {
    label: 'API key',
    pattern: /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])/g,
  },
  {
    label: 'API key',
    pattern: /(?<![A-Za-z0-9])(?:ABSK[A-Za-z0-9+/]{60,300}={0,2}|bedrock-api-key-[A-Za-z0-9+/=]{20,400})/g,
  },
  { label: 'token', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[0-9A-Za-z]{30,80}|github_pat_\w{40,100})/g },
  { label: 'token', pattern: /(?<![A-Za-z0-9])ya29\.[\w-]{20,400}/g },
  {
    label: 'token',
    pattern: /(?<![A-Za-z0-9])xox[abeprs]-[\w-]{10,100}|(?<![A-Za-z0-9])xapp-[\w-]{10,150}/g,
  },
  { label: 'token', pattern: /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  {
    label: 'token',
    pattern:
      /(?<![A-Za-z0-9_-])[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])|(?<!\w)mfa\.[\w-]{80,90}/g,
  },
  {
    label: 'token',
    pattern: /(?<![A-Za-z0-9])ey[A-Za-z0-9_-]{15,2000}\.ey[\w/-]{15,4000}\.[\w/-]{10,1000}={0,2}/g,
  },
  { label: 'session', pattern: /\bsession=(MT[A-Za-z0-9+/_=%-]{40,2000})/g },
  { label: 'API key', pattern: /openai-insecure-api-key\.([\w.-]{8,200})/g },
];

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
const contexts: readonly Rule[] = [
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

const personal: readonly Rule[] = [
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
];

/**
 * Takes out keys, tokens, passwords and personal data. The last four characters of a long key stay, so that its
 * owner can tell which one it was.
 */
export function redact(text: string): Redaction {
  const spans = findSpans(fold(text));
  let result = '';
  let from = 0;
  let secrets = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + replacement(span, text.slice(span.start, span.end));
    from = span.end;
    if (!span.personal) secrets += 1;
  }
  return { text: result + text.slice(from), secrets };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly personal: boolean;
}

function findSpans(folded: string): Span[] {
  const spans: Span[] = [];
  for (const rule of [...shapes, ...contexts, ...personal]) {
    rule.pattern.lastIndex = 0;
    for (const match of folded.matchAll(rule.pattern)) {
      const found = match[1] ?? match[0];
      if (rule.unless?.(found) === true) continue;
      const start = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(found));
      spans.push({ start, end: start + found.length, label: rule.label, personal: rule.personal === true });
    }
  }
  // Where two rules meet, the longer span wins: nothing of a secret may be left between them.
  return merged(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else if (span.end > last.end)
      result[result.length - 1] = { ...last, end: span.end, personal: last.personal && span.personal };
  }
  return result;
}

function replacement(span: Span, found: string): string {
  if (span.personal || found.length < 20) return `[${span.label}]`;
  const head = /^[A-Za-z]{2,5}[-_]/.exec(found)?.[0] ?? '';
  return `[${span.label} ${head}…${found.slice(-4)}]`;
}

/** A value that is no secret: masked, an example, a variable, a plain word, a number, a path. */
function isHarmless(found: string): boolean {
  return (
    isMasked(found) || isExample(found) || isWords(found) || /^[\d.,:%$-]+$/.test(found) || isReference(found)
  );
}

function isMaskedOrExample(found: string): boolean {
  return isMasked(found) || isExample(found);
}

function isMasked(found: string): boolean {
  return /\*{2,}|\.{3}|…|•{2,}|x{4,}|X{4,}/.test(found);
}

function isExample(found: string): boolean {
  return (
    /your|example|placeholder|changeme|redacted|dummy|<|>|\[/i.test(found) ||
    new Set(found.replace(/^[a-z]+[-_]/i, '')).size <= 3
  );
}

/** Random text of capital and small letters and digits is a key; an id or a hash is not. */
function isNotMixed(found: string): boolean {
  return (
    !(/[a-z]/.test(found) && /[A-Z]/.test(found) && /\d/.test(found)) ||
    /^20\d{12}/.test(found) ||
    isExample(found)
  );
}

/** Words and names have no digits mixed into their letters: `no-key-required`, `AuthenticationError`. */
function isWords(found: string): boolean {
  return !/\d/.test(found) || /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*\d{0,2}$/.test(found);
}

function isReference(found: string): boolean {
  return /^[$%]|^(?:os|process|env|self|config|settings|req|request|this)\.|^(?:https?:|\.{0,2}\/|[A-Za-z]:\\)/.test(
    found,
  );
}

function isCommonUser(found: string): boolean {
  return (
    /^(?:user|username|runner|root|ubuntu|node|app|admin|Public|default)$/i.test(found) || isMasked(found)
  );
}
