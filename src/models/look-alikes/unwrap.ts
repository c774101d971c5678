/** A name copied with what stood round it – code, JSON, an address, a list, a sentence – → the name alone. Pure. */
import type { Slip } from './slip.ts';

type Note = (slip: Slip) => void;

/** What stands round a name in prose, in code, in a list. */
const around =
  /^[\s"'`“”‘’„«»「」『』《》<>()（）【】{}*$#|~/\\@=&_\p{Extended_Pictographic}\p{Emoji_Modifier}]+|[\s"'`“”‘’„«»「」『』《》<>()（）【】{}*$#|~/\\.,;:!?，。；：！？、=&_\p{Extended_Pictographic}\p{Emoji_Modifier}]+$/gu;
/** `1. gpt-4o`, `- gpt-4o` */
const bullet = /^(?:[-+•·]|\d{1,2}[.)])\s+(?=\p{L})/u;
/** `model: `, `OPENAI_MODEL=`, `--model `, `模型 ` */
const labelBefore =
  /^(?:(?:export |set |\$env:)?[a-z\d_ -]{0,20}?model(?:[ _-]?(?:name|id))?["'`]?|模型(?:名称|名|代码)?)\s*[:=：]\s*|^(?:the )?model\s+|^模型\s+|^--?m(?:odel)?[\s=]+/iu;
const labelAfter = /\s+(?:model|api)$|\s*(?:模型|接口)$/iu;
/** `gpt-4o（官方）` */
const remark = /(?<=\S)\s*[（(]\P{ASCII}+[）)]$/u;
/** `</model>`, `&quot;`, and line breaks written as `\n` */
const markup = /<\/?[a-z][^<>]{0,40}>|&(?:nbsp|quot|apos|lt|gt|amp|#\d{2,4});|\\[nrt](?=$|\\|["'])/gi;
const link = /^!?\[([^\][]+)\]\(\S*\)$/;
const brackets = /^\[([^\][]+)\]$/;
const inJson = /["']model["']\s*:\s*["']([^"']+)["']/i;
/** What Google's addresses hang on to a name. */
const method =
  /:(?:stream)?(?:generateContent|rawPredict|predict|countTokens|(?:batch)?embedContents?)(?:\?\S*)?$/i;

/** Whatever is taken off is noted. Nothing is taken off where nothing would be left. */
export function unwrap(text: string, note: Note): string {
  const decoded = decode(text, note);
  const named = takeOut(decoded, note);
  const bare = peel(named, note);
  const ending = method.exec(bare)?.[0] ?? '';
  if (ending !== '') note({ kind: 'tagExtra', ending });
  return once(bare.slice(0, bare.length - ending.length), note);
}

/** `gpt-4o%20`, `openai%2Fgpt-4o` */
function decode(text: string, note: Note): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    const decoded = decodeURIComponent(text);
    note({ kind: 'encoded' });
    return decoded.trim();
  } catch {
    return text;
  }
}

/** Out of JSON or a link. */
function takeOut(text: string, note: Note): string {
  const json = inJson.exec(text)?.[1];
  if (json !== undefined) note({ kind: 'label' });
  const plain = (json ?? text).trim();
  const held = link.exec(plain)?.[1] ?? brackets.exec(plain)?.[1];
  if (held !== undefined) note({ kind: 'quotes' });
  return held ?? plain;
}

/** Quotes, punctuation, markup and words round the name, in whatever order they stand. */
function peel(text: string, note: Note): string {
  const unremarked = text.replace(remark, '');
  const bare = stripped(unremarked.replace(bullet, ''));
  const unlabelled = bare.replace(labelBefore, '').replace(labelAfter, '');
  const named = stripped(unlabelled);
  if (named === '') return text;
  if (bare !== unremarked) note({ kind: 'quotes' });
  if (unlabelled !== bare || unremarked !== text) note({ kind: 'label' });
  return named;
}

function stripped(text: string): string {
  return text.replace(markup, ' ').replace(around, '').replace(brackets, '$1');
}

/** `gpt-4o gpt-4o` */
function once(text: string, note: Note): string {
  const half = /^(\S{3,})\s+\1$/.exec(text)?.[1];
  if (half !== undefined) note({ kind: 'twice' });
  return half ?? text;
}
