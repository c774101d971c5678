/** Published shapes of keys and tokens (gitleaks, vendors' documents). Data. */
import { isMaskedOrExample, isNotMixed, isWords } from './harmless.ts';
import type { Rule } from './rule.ts';

/** Shapes that no model name, request id, commit or version has. */
export const shapes: readonly Rule[] = [
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
  // A terminal broke the key at the end of a line.
  {
    label: 'API key',
    pattern: /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{8,200}\n[ \t│|]{0,8}[A-Za-z0-9_-]{4,120}(?=[\s"'`,)}\]]|$)/g,
    unless: (found) => isMaskedOrExample(found) || isNotMixed(found.slice(found.indexOf('\n') + 1).trim()),
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
