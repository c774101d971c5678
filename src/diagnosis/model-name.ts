/** Names of models in a report, and which of them the failing request used. Pure. */

export interface ModelMention {
  readonly name: string;
  readonly start: number;
  /** named: a field or a sentence says that this is a model; looks: it only looks like one. */
  readonly kind: 'named' | 'looks';
}

const value = String.raw`[A-Za-z0-9@/][\w.:/@+-]{1,100}`;
const namedPatterns: readonly RegExp[] = [
  // "model": "x" · model=x · modelId: x · chat_model: x · --model x · Received Model Group=x
  new RegExp(
    `(?<![A-Za-z])(?<!(?:this|that|the|your|a|weak|editor|fallback|embedding|rerank|reranker|small|fast|draft|judge|vision) )(?:chat_|llm_|request_?)?(?:model(?:[_ ]?(?:name|id|slug|group|code))?|modelName|modelId|modelID|deployment(?:_?name|_?id)?|模型(?:名称|名|代码)?)["']?\\s{0,3}[:=]\\s{0,3}(?:["'\`]\\s{0,2}(?<quoted>[^"'\`\\n]{1,100}?)\\s{0,2}["'\`]|(?<bare>${value}))`,
    'gi',
  ),
  new RegExp(`--model(?:[_-](?:name|id))?[ =]["']?(?<bare>${value})`, 'g'),
  // model \`x\` · for model x under · 模型 x 无
  new RegExp(
    `(?<![A-Za-z_])(?:model|模型|modèle|modelo|Modell|модель|モデル)\\s{0,2}["'\`「](?<quoted>[^"'\`\\n」]{2,100})["'\`」]`,
    'gi',
  ),
  new RegExp(`(?:for|with|using|use|of|to) model:? (?<bare>${value})`, 'gi'),
  new RegExp(`\\bmodel (?:id|name) ["'\`]?(?<bare>${value})`, 'gi'),
  // Requests for 'x' are … · requests to x
  new RegExp(`\\brequests? (?:for|to) ["'\`](?<quoted>[\\w.:/@-]{2,100})["'\`]`, 'gi'),
  new RegExp(`\\b(?:modèle|modelo|Modell|модель|モデル)\\s{1,2}(?<bare>${value})`, 'gi'),
  // arn:aws:bedrock:…:foundation-model/x
  /foundation-model\/(?<bare>[A-Za-z0-9][\w.:-]{2,80})/g,
  // …/models/x:generateContent
  /\/models\/(?<bare>[A-Za-z0-9][\w.-]{2,80})(?=[:?"'\s]|$)/g,
];

const notNames =
  /^(?:none|null|undefined|true|false|auto|default|name|names|list|str|string|model|models|args|self|settings|config|the|this|that|is|not|and|or|for|type|error|text|chat|group|class|object|id|data|response|request|provider|family|options?|params?|mapping|fallbacks?|_?name)\b(?![-.:/\d])/i;

/** Every mention, in the order of the text. looksLikeModel: see createModelLook(). */
export function findModels(folded: string, looksLikeModel: (word: string) => boolean): ModelMention[] {
  const found = new Map<number, ModelMention>();
  for (const match of folded.matchAll(/(?<![\w/@.-])[A-Za-z@][\w.:/@+-]{1,80}/g)) {
    const name = trimmedName(match[0]);
    if (looksLikeModel(name)) found.set(match.index, { name, start: match.index, kind: 'looks' });
  }
  for (const pattern of namedPatterns) {
    for (const match of folded.matchAll(pattern)) {
      const raw = match.groups?.quoted ?? match.groups?.bare ?? '';
      const name = trimmedName(raw);
      if (!isName(name, looksLikeModel)) continue;
      const start = match.index + match[0].lastIndexOf(raw);
      found.set(start, { name, start, kind: 'named' });
    }
  }
  const mentions = [...found.values()].sort((a, b) => a.start - b.start || b.name.length - a.name.length);
  return mentions.filter((mention) => !mentions.some((other) => other !== mention && covers(other, mention)));
}

/** The last part of a path is no name of its own. */
function covers(longer: ModelMention, shorter: ModelMention): boolean {
  return (
    longer.name.length > shorter.name.length &&
    longer.start <= shorter.start &&
    shorter.start + shorter.name.length <= longer.start + longer.name.length
  );
}

/** A dot that ends the sentence does not belong to the name, nor does a colon before what follows. */
export function trimmedName(raw: string): string {
  return raw
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^(?:(?:or|and|the|endpoint|named|called|model) )+/, '')
    .replace(/[.:,/]+$/, '')
    .replace(/^(?:https?:.*\/)?models\//, '')
    .replace(/^registry\.[\w.-]+\/library\//, '')
    .replace(/:(?:stream)?(?:generateContent|rawPredict|predict)\b.*$/i, '');
}

function isName(name: string, looksLikeModel: (word: string) => boolean): boolean {
  if (name.length < 2 || notNames.test(name) || /^https?:|^\d+$|[\s(){}]/.test(name)) return false;
  if (looksLikeModel(name)) return true;
  // A path to a source file or a dotted expression of a program is no model.
  return !/(?:Error|Exception)$|\.(?:py|ts|js|json|yaml|go|rs|java)$|^[a-z_]+\.[a-z_]+$|^[A-Z_]+$/.test(name);
}

/** Families whose first word is an ordinary word: `step-3` and `nova-2` need to be in the catalogue. */
const ordinaryWords = new Set([
  'step',
  'command',
  'nova',
  'spark',
  'flux',
  'text',
  'tts',
  'chat',
  'code',
  'embedding',
  'whisper',
  'video',
  'image',
  'music',
  'speech',
  'wizard',
  'open',
  'mini',
  'yi',
  'phi',
  'fast',
  'o',
]);

/** Suffixes that gateways add to a model's name to choose how it works. */
const variant = /-(?:x?high|low|medium|max|thinking|nothinking|search|fast|hd|compact|latest|preview)$/;

/**
 * @param names the model catalogue
 * @returns whether a word is a catalogued name, or has a catalogued family's first word and a version
 */
export function createModelLook(names: readonly string[]): (word: string) => boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const families = new Set<string>();
  for (const name of known) {
    const family = /^[a-z]{2,}/.exec(name.slice(name.lastIndexOf('/') + 1))?.[0];
    if (family !== undefined && !ordinaryWords.has(family)) families.add(family);
  }
  return (word) => {
    const lower = word.toLowerCase();
    if (known.has(lower) || known.has(lower.replace(variant, ''))) return /\d|-/.test(lower);
    const bare = lower.slice(lower.lastIndexOf('/') + 1);
    const family = /^[a-z]{2,}/.exec(bare)?.[0];
    return (
      family !== undefined &&
      families.has(family) &&
      /^[a-z]+[-.]?(?:[a-z]+-)*[a-z]?\d/.test(bare) &&
      !/\.(?:py|js|ts|com|cn|net|org|io|ai)\b/.test(bare)
    );
  };
}
