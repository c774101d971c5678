/** Errors that people talk about: over, long ago, overcome, or a subject. Pure. */
import { anyOf } from './any-of.ts';

const over = anyOf(
  [
    /^\W{0,3}(?:solved|fixed|resolved|nvm|never ?mind|update: (?:solved|fixed))(?:[\s,.!:]|$)/,
    /^\W{0,3}(?:已解决|解决了|搞定了?|好了|可以了|弄好了|没事了)(?:[\s,.!:。了]|$)/,
    /\b(?:is|are|it'?s|they'?re|was) (?:gone|fixed|solved|back(?: up)?|resolved)\b|\bfixed (?:my|the|it|that)\b/,
    /\b(?:gone|fixed|works|working) (?:now|after|again|since)\b|happy (?:camper|now)|\bworks\s*[.!]?$|\bturns out\b|✅\s*$/,
    /(?:已经?|都|(?<!完)全)(?:恢复|好了|解决|修复|正常)/,
    // 又好了 and 就好了 tell of a failure that comes back; 配好了 of a setting
    /(?:(?:\d{3}|报错|错误|问题) ?(?:就|都)?没了|(?<=^|[\s,。!]|已经?|现在|全)好了|解决了|恢复了|正常了|可以了|没事了|不报了)(?:[,。!\s]|谢|$)/,
    /没(?:再)?(?:报过|碰到|出现|遇到)|再也没/,
    /ya (?:volvió|funciona)|plus rien|jetzt geht|läuft (?:wieder|jetzt)|заработало|уже работает|resolvido|funcionou/,
  ],
  'iu',
);

const past = anyOf([
  /\b(?:yesterday|last (?:week|night|month)|this morning|earlier today|back then|used to)\b/,
  /上周|上个月|昨天|前天|昨晚|今早|之前|以前|那波|当时|昨日/,
  /hier soir|\bhier\b|ayer|вчера|gestern|ontem/,
]);

const subject = anyOf([
  /\b(?:what(?:'s| is| does) (?:the )?(?:difference|mean)|does (?:the|a)|planning to|feature|suggest(?:ion)?)\b/,
  /\b(?:maintenance|post-?mortem|post-?incident|summary:|expect (?:a few|some)|back in \d{4})/,
  /\b(?:I'd rather|would rather|bot (?:stop|to)|replying|feedback welcome|kids these days)\b/,
  /\b(?:proposed solution|feature request|there'?s no way for|would be (?:nice|great|helpful)|use case)\b/,
  /\b(?:just means|means (?:that|nobody|your|the|you)|FAQ|from the [\w ]{0,30}docs|docs (?:PR|page))\b/,
  /\b(?:changelog|release notes)\b|(?:^|\n)[QA问答] ?:/,
  /抄作业|关键[词字]|区别|提示能不能|建议|能不能(?:做|加|写|改)|的锅|维护|贴上|供参考|一般等/,
  /这句|(?:群|发)公告|公告[里:]|更新日志|写了个|大家看看|文档里|看看还缺/,
]);

/** It works only for a while, or only another way. */
const relapse = anyOf([
  /\bworks? (?:again )?(?:when|if|until|with|via|through|for a)\b|\b(?:the same|every|each) \w+ works\b/,
  /\b(?:later|then) (?:the same|again)|\bcomes? back\b|\bcame back\b|\bsame (?:again|error)\b/,
  /重启.{0,8}(?:又|就)好|又(?:开始|出现|不行|这样)|过(?:一会|一阵|几分钟|几个?小时)/,
]);

/** Said to somebody else about their error. */
const advice = anyOf([
  /\byou (?:pasted|need|have to|can|should|must|are using|forgot)\b|\byour (?:key|token|url|model) (?:is|was)\b|\bthat one is\b/,
  /\bthanks for (?:the|your) (?:report|details|log)|\bcould you (?:run|try|share|post|send|check)\b|\busually (?:comes|means|is)\b/,
  /\bjust (?:set|use|wait|pick|change|add|retry)\b|\b(?:pick|try) another\b|\b(?:it|that|this) (?:only )?means\b|\bwhich means\b/,
  /这个是|就行|不用(?:充|担心)|说明(?:你|是)|意思(?:是|就是)|一般(?:就|都|是)|你(?!们)(?:的|把|得|要|换|改|去|先)/,
]);

export function isAdvice(text: string): boolean {
  return advice.test(text);
}

/** It is solved, gone, working again. */
export function isOver(text: string): boolean {
  return over.test(text) && !relapse.test(text);
}

/** It happened some time ago. */
export function isPast(text: string): boolean {
  return past.test(text);
}

const meaning = anyOf([
  /是啥意思|什么意思|啥意思|是什么错/,
  /\bwhat (?:does|is) (?:it|this|that)(?: error)?(?: mean)?\b/,
]);

/** "What does this mean?": a cry for help beside an error text, a general question beside a mere code. */
export function asksMeaning(text: string): boolean {
  return meaning.test(text);
}

/** Somebody explains, announces, asks or wishes something about errors. */
export function isTalkAboutErrors(text: string): boolean {
  return subject.test(text);
}

/** After notices of retries the work goes on. */
const success = anyOf(
  [
    /^\s*[●✓✔✅•⏺]\s*(?:done|success|finished|completed?|all |ok\b|成功|完成)/,
    /"HTTP\/[\d.]+ 2\d\d|\bHTTP\/[\d.]+"? 200\b|\bfinish_reason\b|completed successfully/,
    /\[info\].{0,80}\b(?:generated|succeeded|received|done|completed)\b/,
    /(?:retry|attempt) (?:#?\d+ )?(?:succeeded|successful|ok)|重试成功|请求成功|\bstatus=ok\b/,
  ],
  'im',
);
const retryNotice = /retrying|retry in|attempt[ =]\d+|重试|Reconnecting/i;

/** line: the decisive line and the one after it; rest: what comes after. */
export function isOvercome(line: string, rest: string): boolean {
  return retryNotice.test(line) && success.test(rest);
}
