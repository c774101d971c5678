/** The one name that a wrong name stands for, if there is one: "you meant this". Pure. */
import { choose, type Reading } from './choose.ts';
import { findMistyped } from './mistyped.ts';
import { bagKey, coreKey, type NameIndex, shapeKey } from './name-index.ts';
import { type Parts, wordsOf } from './parts.ts';
import { chooseAmong, type Claim } from './same-core.ts';
import { sameOrderOfNumbers, spelledOtherwise } from './spelled-otherwise.ts';

/** Vendors that people put before a name with a hyphen, a colon or a blank, as others do with a slash. */
const vendorWords =
  /^(openai|anthropic|google|azure(?:[-_ ]?openai)?|bedrock|vertex(?:[-_ ]?ai)?|openrouter|alibaba|aliyun|dashscope|xai|x-ai|moonshotai|zhipu(?:ai)?|zai|meta|mistralai|deepseek-ai|bytedance|volcengine|tencent|baidu|minimax|siliconflow|together|groq|fireworks|ollama|litellm|models?|chat(?=gpt)|(?:chat)?gpt(?=[-_ ]?o[13](?!\d)))[-_:.\s]{0,2}/;

/**
 * @param known names that are known in the world: whoever writes one of them means it
 * @returns null when nothing, or more than one thing, can be meant
 */
export function findClaim(reading: Reading, index: NameIndex, known: NameIndex): Claim | null {
  const { parts } = reading;
  const direct = index.byCore.get(coreKey(parts.core));
  if (direct !== undefined) {
    const claim = chooseAmong(reading.text, parts, direct, isReal(reading, known));
    return claim !== null && (saysTooLittle(parts, claim, index) || isOfAnother(parts, claim, index))
      ? null
      : claim;
  }
  return (
    withoutAmazonVersion(reading, index, known) ??
    withoutVendorWord(reading, index, known) ??
    withFirstWord(reading, index) ??
    spelledOtherwise(reading, index) ??
    (isReal(reading, known) ? null : mistyped(reading, index, known))
  );
}

/** `kimi` alone does not say that `kimi-latest` is meant, where there are other models of that family. */
function saysTooLittle({ core }: Parts, { slips }: Claim, { all }: NameIndex): boolean {
  if (core.length > 1 || slips.length === 0) return false;
  // A revision of a model of one word, `babbage-002`, is another model.
  const isRevision = slips.some((slip) => 'ending' in slip && /^\d{3}$/.test(slip.ending));
  return isRevision || all.some(({ parts }) => parts.core.length > 1 && parts.core[0] === core[0]);
}

/** The date is not one of this model but of one that is nearly called so: `gpt-4-2024-08-06`, which is of 4o. */
function isOfAnother({ core, date }: Parts, { listed }: Claim, { byDate }: NameIndex): boolean {
  if (date.length < 6 || listed.parts.date !== '') return false;
  const others = byDate.get(date) ?? [];
  return others.some(({ parts }) => core.every((word, place) => parts.core[place] === word));
}

/** `claude-3-5-sonnet-20241022-v2:0`, `claude-3-5-sonnet-v2@20241022` */
function withoutAmazonVersion({ text, parts }: Reading, index: NameIndex, known: NameIndex): Claim | null {
  const isAmazons = /^:\d+$/.test(parts.tag);
  const isGoogles = parts.core[0] === 'claude' && parts.date !== '' && parts.tag === '';
  if (!(isAmazons || isGoogles) || parts.core.at(-2) !== 'v') return null;
  const claim = findClaim(
    { text, parts: { ...parts, core: parts.core.slice(0, -2), tag: '' } },
    index,
    known,
  );
  if (claim === null) return null;
  const ending = `-v${parts.core.at(-1) ?? ''}${parts.tag}`;
  return { ...claim, slips: [...claim.slips, { kind: 'tagExtra', ending }] };
}

/** Whether this model with this date is known; in which spelling does not matter. */
function isReal({ parts }: Reading, known: NameIndex): boolean {
  return known.byCore.get(coreKey(parts.core))?.some(({ parts: { date } }) => date === parts.date) ?? false;
}

/** `openai-gpt-4o` */
function withoutVendorWord(reading: Reading, index: NameIndex, known: NameIndex): Claim | null {
  const { text, parts } = reading;
  const bare = text.slice(text.lastIndexOf('/') + 1);
  const vendor = vendorWords.exec(bare.toLowerCase());
  // `chatgpt-4o-latest` is a name of its own.
  if (vendor === null || (vendor[1] === 'chat' && isReal(reading, known))) return null;
  const words = wordsOf(vendor[0]);
  const core = parts.core.slice(0, words.length).join('').startsWith(words.join(''))
    ? wordsOf(parts.core.join('-').slice(words.join('-').length))
    : [];
  if (core.length === 0) return null;
  const shorter = { text: bare.slice(vendor[0].length), parts: { ...parts, core } };
  const claim = choose(shorter, index.byCore.get(coreKey(core)), []) ?? spelledOtherwise(shorter, index);
  if (claim === null) return null;
  return {
    ...claim,
    slips: [{ kind: 'prefixExtra', beginning: bare.slice(0, vendor[0].length) }, ...claim.slips],
  };
}

/** `sonnet-4-5` lacks the `claude-` at its beginning. */
function withFirstWord({ text, parts }: Reading, index: NameIndex): Claim | null {
  if (parts.core.length < 2 || !parts.core.some((word) => /\d/.test(word))) return null;
  const candidates = sameOrderOfNumbers(parts.core, index.byTail.get(bagKey(parts.core))) ?? [];
  const firsts = new Set(candidates.map(({ parts: { core } }) => core[0]));
  const [first] = firsts;
  if (firsts.size !== 1 || first === undefined || first.length < 2) return null;
  const claim = chooseAmong(`${first}-${text}`, parts, candidates, false);
  return claim && { ...claim, slips: [{ kind: 'prefixMissing', beginning: `${first}-` }, ...claim.slips] };
}

/** 0 for o, then slips of the finger, which are less certain. */
function mistyped(reading: Reading, index: NameIndex, known: NameIndex): Claim | null {
  const { core } = reading.parts;
  const joined = core.join('');
  // `vl` is a variant, not v1.
  const isKnown = (word: string): boolean => /^[a-z]{2}/.test(word) && known.vocabulary.has(word);
  const shaped = index.byShape
    .get(shapeKey(joined))
    ?.filter(
      ({ joined: right, parts }) =>
        right !== joined && !core.some((word) => isKnown(word) && !parts.core.includes(word)),
    );
  const byShape = shaped?.length ? choose(reading, shaped, [{ kind: 'zeroAndO' }]) : null;
  if (byShape !== null) return byShape;
  const found = findMistyped(core, index, known);
  return choose(
    reading,
    found.map(({ listed }) => listed),
    found[0]?.slips ?? [],
  );
}
