/** Which language to answer in. */
import type { Language } from '../../knowledge/entry.ts';

/** Share of Chinese characters among all letters from which a text counts as Chinese. */
const chineseShare = 0.2;

/** zh-CN, zh-TW and any other Chinese → zh; everything else → en. */
export function languageOfLocale(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}

/**
 * The language that the person writes in, judged by what is not pasted from a machine; null when there is too
 * little of it. (A gateway may print Chinese to an Englishman and the other way round.)
 */
export function languageOfText(text: string): Language | null {
  const words = humanPart(text);
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (chinese > 0 && chinese >= letters * chineseShare) return 'zh';
  // English without a person in it is most likely the log of somebody who speaks any language.
  return /\?|\b(i|i'm|my|me|we|our|you|please|help|anyone|why|how|what|does|hi|hello|thanks)\b/i.test(words)
    ? 'en'
    : null;
}

function humanPart(text: string): string {
  return text
    .replace(/```[^]*?(```|$)/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/<[@#:a][^>]*>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .split('\n')
    .filter((line) => !isMachineLine(line))
    .join('\n');
}

/** Braces, quoted keys, stack frames, exception names, time stamps, request ids: nobody types these. */
function isMachineLine(line: string): boolean {
  return /[{}[\]]|["']\s*:|\w(Error|Exception)\b|^\s*(at|File)\s|\d{4}-\d\d-\d\d|request.?id/i.test(line);
}
