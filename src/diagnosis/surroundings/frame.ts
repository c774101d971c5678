/** Who reports the failure: an LLM client or gateway, some program, a person who is stuck. Pure. */
import { anyOf } from './any-of.ts';

/** Printed by SDKs, gateways and clients when a call to an LLM API failed. */
const apiFailure = anyOf([
  /\b(?:openai|anthropic|litellm|google\.genai|genai|groq|mistralai|cohere|httpx|httpcore|aiohttp|langchain\w*|ollama)[\w.]*\.\w*(?:Error|Exception|Timeout)\b/,
  /\b(?:OpenAI|Anthropic|Github|Azure|Hosted_vllm|Vertex\w*|Gemini|Bedrock)Exception\b/,
  /\bError code: ?[45]\d\d|\bAPI[ _]?Error\b|\bAI_\w+Error\b|错误类型|错误信息/,
  /\(request id: |["']error["']\s?:\s?[{"']|["']type["']\s?:\s?["']error["']/,
  /unexpected status \d{3}|stream disconnected before completion|exceeded retry limit/,
  /error, status code:|status_code=\d{3}|status code \(no body\)|bad response status code|relay error/,
  /"HTTP\/[\d.]+ [45]\d\d|HTTP\/[\d.]+" [45]\d\d|\n\s*< HTTP\/[\d.]+ [45]\d\d|HTTP Request: POST/,
  /<!DOCTYPE|<html/,
]);

/** Printed by any program that fails. */
const anyFailure = anyOf(
  [
    /Traceback \(most recent|\b\w{0,40}(?:[Ee]rror|Exception)\b ?[:(]/,
    /\bERR(?:OR|O)?\b|\bcurl: \(\d+\)|\bfatal\b|\b[Ff]ail(?:ed|ure)\b|\bFAILED\b/,
    /错误|失败|报错|異常|异常|エラー|ошибка/,
  ],
  '',
);

/** Said by a person who is stuck. */
const plea = anyOf([
  /报错|報錯|报了?\d|怎么(?:办|回事|解决|弄|我|都|还|又|一直)|求助|求看|帮忙|看看|咋|不行|用不了|什么情况|为什么|為什麼/,
  /一直|老是|总是|又来|啥时候|在哪(?!里?见)|哪里|可是|明明|啥情况|什么鬼|[?？]/,
  /\b(?:help|anyone|why|how (?:do|to|can)|what(?:'s| is) wrong|stuck|ideas?|fix)\b/,
  /\b(?:getting|keeps? (?:getting|failing)|can't|cannot|doesn't work|not working)\b/,
  /どうすれば|ずっと|出ます|出て|困って|使えな|でき(?:ない|ません)/,
  /почему|подскажите|ajuda|alguém|já tentei|e nada|ayuda|ya (?:probé|intenté)|aide|j'ai essayé|warum|hilfe|пробовал/,
]);

export type FrameStrength = 0 | 1 | 2 | 3;

/** 3: an LLM client or gateway reports it; 2: any program; 1: a person who is stuck; 0: nobody. */
export function frameStrength(text: string): FrameStrength {
  if (apiFailure.test(text)) return 3;
  if (anyFailure.test(text)) return 2;
  return plea.test(text) ? 1 : 0;
}

export function asksForHelp(text: string): boolean {
  return plea.test(text);
}

/** Text that nobody types and no document quotes: a failing call left it here. */
const proof = anyOf(
  [
    /\((?:request id|request_id|tid|traceid): ?[\w-]{14,}|["']request_id["']\s?:\s?["'][\w-]{14,}/,
    /Error code: ?\d{3} - [{"']|API Error:? \(?\d{3}|HTTP\/[\d.]+"? [45]\d\d/,
    /Traceback \(most recent|^\s+at \S+ \(/,
  ],
  'm',
);

export function hasProof(text: string): boolean {
  return proof.test(text);
}

/** Words that lead over to what a program said, a quotation mark and the status perhaps in between. */
const leadingWord =
  /(?:报(?:错|了)+(?:是)?|報錯|提示|返回|显示|错误(?:信息)?|结果(?:是|都是)?|都是|就(?:是)?|\berror|fehler|erreur|erro|ошибка|\bsays?|\bshows?|\bgetting|\bgives?|\bgets?|\bgot|\breturns?|\bdá|\bsale|\baparece|\bdit|affiche)[\s:]*["'`「(]?\s*(?:[45]\d\d:?\s*)?$/i;
const leadingSign = /[:"'`「(]\s*(?:[45]\d\d:?\s*)?$/;

/** word: somebody tells what was said; sign: a colon or a quotation mark stands before it. */
export type LeadIn = 'word' | 'sign' | 'none';

/** before: what stands before the decisive text on its line. */
export function leadInOf(before: string): LeadIn {
  if (leadingWord.test(before)) return 'word';
  return leadingSign.test(before) ? 'sign' : 'none';
}
