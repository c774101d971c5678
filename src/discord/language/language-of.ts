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
  if (chinesePerson.test(words) || isMostlyChinese(words)) return 'zh';
  // English without a person in it is most likely the log of somebody who speaks any language.
  return englishPerson.test(words) ? 'en' : null;
}

/** What people say and gateways do not: theirs is the rest of the text, in whatever language it is. */
const chinesePerson = /怎么|咋|为什么|为啥|什么意思|一直|老是|总是|求助|请问|帮忙|谢谢|啊|吗|呢|我/;
const englishPerson = /\?|\b(i|i'm|my|me|we|our|you|please|help|anyone|why|how|what|does|hi|hello|thanks)\b/i;

/** Also where Chinese words lead up to a long English message. */
function isMostlyChinese(words: string): boolean {
  if (/^\P{L}*\p{Script=Han}{2}/u.test(words)) return true;
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return chinese > 0 && chinese >= letters * chineseShare;
}

function humanPart(text: string): string {
  return text
    .replace(/```[^]*?(```|$)/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/<[@#:a][^>]*>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .split('\n')
    .map(withoutMachinePart)
    .filter((line) => !isMachineLine(line))
    .join('\n');
}

/** People put their words before and behind what they paste: an object, or a sentence that ends with a request id. */
function withoutMachinePart(line: string): string {
  return line
    .replace(/\{.*\}|\[.*\]/g, ' ')
    .replace(/(?:^|(?<=[:：]))[^:：]*request.?id[:：\s]*[\w-]*[)）]?/gi, ' ');
}

/** Braces, quoted keys, stack frames, exception names, time stamps: nobody types these. */
function isMachineLine(line: string): boolean {
  return /[{}[\]]|["']\s*:|\w(Error|Exception)\b|^\s*(at|File)\s|\d{4}-\d\d-\d\d/i.test(line);
}
