/**
 * What stands around an error text: does a program report it, is it quoted in code, docs or a table, does it come
 * from something that is no LLM API, and is it over? Silence hangs on these answers. Pure.
 */

/** Printed by SDKs, gateways and clients when a call to an LLM API failed. */
const apiFailure =
  /\b(?:openai|anthropic|litellm|google\.genai|genai|groq|mistralai|cohere|httpx|httpcore|aiohttp|langchain\w*|ollama)[\w.]*\.\w*(?:Error|Exception|Timeout)\b|\bError code: ?[45]\d\d|\bAPI[ _]?Error\b|\bAI_\w+Error\b|\(request id: |["']error["']\s?:\s?[{"']|["']type["']\s?:\s?["']error["']|unexpected status \d{3}|stream disconnected before completion|exceeded retry limit|error, status code:|status_code=\d{3}|\b(?:OpenAI|Anthropic|Github|Azure|Hosted_vllm|Vertex\w*|Gemini|Bedrock)Exception\b|"HTTP\/[\d.]+ [45]\d\d|\n\s*< HTTP\/[\d.]+ [45]\d\d|HTTP Request: POST|错误类型|错误信息|status code \(no body\)|bad response status code|relay error|<!DOCTYPE|<html/i;
/** Printed by any program that fails. */
const anyFailure =
  /Traceback \(most recent|\b\w{2,40}(?:Error|Exception)\b ?[:(]|\bError\b ?[:(]|\bERR(?:OR|O)?\b|\bfatal\b|\bfail(?:ed|ure)\b|错误|失败|报错|異常|异常|エラー|ошибка/i;
/** Said by a person who is stuck. */
const plea =
  /报错|報錯|报了?\d|怎么(?:办|回事|解决|弄)|求助|求看|帮忙|看看|咋|不行|用不了|一直|老是|总是|又来|什么情况|为什么|為什麼|[?？]|\b(?:help|anyone|why|how (?:do|to|can)|what(?:'s| is) wrong|getting|keep(?:s)? (?:getting|failing)|stuck|can't|cannot|doesn't work|not working|ideas?|fix)\b|どうすれば|ずっと|出ます|出て|困って|使えな|でき(?:ない|ません)|почему|подскажите|ajuda|alguém|ayuda|aide|warum|hilfe/i;

/** Words of the trade: the text is about calls to a language model. */
const apiContext =
  /openai|anthropic|claude|\bgpt|chatgpt|gemini|deepseek|qwen|\bglm|\bgrok\b|mistral|llama|\bkimi\b|moonshot|doubao|\bcodex\b|\bcline\b|\bcursor\b|aider|cherry|nextchat|lobe|chatbox|dify|fastgpt|sillytavern|酒馆|沉浸式翻译|new-?api|one-?api|litellm|langchain|ollama|vllm|openrouter|siliconflow|\bllm\b|大模型|\/v1(?:beta)?\b|chat\/completions|\/(?:responses|messages|embeddings|completions)\b|\bapi[.-]|base[_ ]?url|api[_ ]?base|api[_ ]?key|\bAPI (?:key|url|base|error|call|request)|渠道|令牌|中转|error, status code:|status code \(no body\)|\bAI_\w+Error|API Error/i;

/** Other programs' failures. A network error beside one of these is not ours. */
const foreign =
  /\bnpm (?:err|error|warn)|\byarn (?:add|install|run)|\bpnpm\b|\bpip3?\b install|\bgit (?:clone|push|pull|fetch)\b|fatal: unable to access|github\.com\/[\w.-]+\/[\w.-]+(?:\.git|\/)'|\bapt(?:-get)?\b|\bdocker (?:pull|build|push|login)\b|docker\.io|registry-1|DiscordAPIError|discord\.errors|@discordjs|yt[_-]dlp|youtube|Server thread|RPC failed|send-pack|\bunexpected disconnect|redis|\bmysql|postgres|mongo|sqlite|sqlstate|\bjdbc\b|\bSMTP\b|minecraft|CUDA|torch\.|nvidia|rustc|cargo\b|\bgcc\b|cmake|javac|maven|gradle|:6379|:5432|:3306|:27017|:1433|:9200|kafka|rabbitmq|telegram|discord(?:app)?\.com|ssh:|kubectl|terraform|solana|web3|ethereum|metamask|steam\b|\bwsl\b|kubelet|ghcr\.io|ImagePull|pull(?:ing)? image/i;

/** Lines of a program that handles errors, of a test, of a configuration. */
const codeLine =
  /(?:===?|!==?|>=|<=|&&|\|\||=>)\s|\b(?:if|elif|else if|while|switch|for) ?\(|^\s*(?:if|elif|except|except \w[\w.]*|try|else|def|class|import|from|return|raise|throw|case|catch|const|let|var|func|function|public|private|assert|expect|it|test|describe|@\w+)\b[^:]{0,80}(?:[({;:]|$)|\.(?:catch|then|toBe|toEqual|toThrow|status_code|statusCode)\b ?\(|\b[a-z_]\w*\.\w+\((?:\w+=|\{)|\b(?:expect|assert\w*|toBe|toEqual|describe|console\.log|print|logger\.\w+)\s?\(|^\s*(?:\/\/|#\s|\/\*|--\s)|;\s*$|\)\s?\{\s*$|^\s*[A-Z_]{3,40}=\S/;
const tableLine = /^\s*\|.*\|.*\|?\s*$|^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/;
/** `fix: handle 503`, `- 修复：…`, `* **client:** …`, `## [1.2.3]` */
const changelogLine =
  /^\s*(?:[-*•]\s*)?(?:fix|feat|chore|docs|refactor|perf|test|build|ci|style|revert)(?:\([^)]*\))?!?:\s|^\s*[-*•]\s*(?:修复|优化|新增|调整|移除|改进|更新|支持|Fixed|Added|Changed|Removed|Improved|Handle)[::]|^\s*[-*]\s+\*\*[\w -]+:\*\*|^#{1,3}\s*\[?v?\d+\.\d+/i;
/** `- **errorCodes** `string[]` (optional) - …`: the documentation of an option. */
const optionLine = /^\s*[-*]\s+(?:\*\*|`)\w+(?:\*\*|`)\s*(?:`|\(|[-–:])/;

const over =
  /^\W{0,3}(?:solved|fixed|resolved|nvm|never ?mind|update: (?:solved|fixed)|已解决|解决了|搞定了?|好了|可以了|弄好了|没事了)(?:[\s,.!::,。!了]|$)|\b(?:is|are|it'?s|they'?re|was) (?:gone|fixed|solved|back(?: up)?|resolved)\b|\b(?:gone|fixed|works|working) (?:now|after|again|since)\b|✅|\bfixed (?:my|the|it|that)\b|happy (?:camper|now)|(?:已经?|都|全)(?:恢复|好了|解决|修复|正常)|(?:没了|(?<=^|[\s,。!]|已经?|现在|全)好了|解决了|恢复了|正常了|可以了|没事了|不报了)(?:[,,。!!\s]|谢|$)|没(?:再)?(?:报过|碰到|出现|遇到)|再也没|ya (?:volvió|funciona)|plus rien|jetzt geht|läuft (?:wieder|jetzt)|заработало|уже работает|resolvido|funcionou/iu;
const notNow =
  /\b(?:yesterday|last (?:week|night|month)|this morning|earlier today|back then|used to)\b|上周|上个月|昨天|前天|昨晚|今早|之前|以前|那波|当时|hier soir|\bhier\b|ayer|вчера|gestern|ontem|昨日/i;
const aboutErrors =
  /\b(?:what(?:'s| is| does) (?:the )?(?:difference|mean)|does (?:the|a)|planning to|maintenance|post-?mortem|post-?incident|expect (?:a few|some)|I'd rather|would rather|feature|suggest(?:ion)?|bot (?:stop|to)|replying|just means|means (?:that|nobody|your|the|you)|FAQ|from the [\w ]{0,30}docs|docs (?:PR|page)|changelog|release notes|summary:|back in \d{4}|feedback welcome|kids these days)\b|这句|一般等|(?:^|\n)[QA问答] ?:|公告|更新日志|写了个|大家看看|区别|是啥意思|什么意思|提示能不能|建议|能不能(?:做|加|写|改)|的锅|维护|贴上|文档里|供参考|看看还缺/i;

export type FrameStrength = 0 | 1 | 2 | 3;

/** How clearly a program reports a failure here: 3 an LLM client or gateway, 2 any program, 1 a person who is stuck. */
export function frameStrength(text: string): FrameStrength {
  if (apiFailure.test(text)) return 3;
  if (anyFailure.test(text)) return 2;
  return plea.test(text) ? 1 : 0;
}

export function asksForHelp(text: string): boolean {
  return plea.test(text);
}

export function isAboutLlmApi(text: string): boolean {
  return apiContext.test(text);
}

export function isForeignFailure(text: string): boolean {
  return foreign.test(text);
}

/** The line quotes an error instead of reporting it. */
export function isQuotedLine(whole: string): boolean {
  // A diff is code behind a sign.
  const line = whole.replace(/^[+-]\s{1,40}/, '');
  return codeLine.test(line) || tableLine.test(line) || changelogLine.test(whole) || optionLine.test(whole);
}

/** The notes of a release: every line of its lists quotes what was, not what is. */
const releaseNotes =
  /^#{1,4} \[?v?\d+\.\d+|^#{2,4} (?:Fixed|Added|Changed|Removed|Security)\b|^(?:更新日志|更新说明|changelog|release notes)/im;

export function isReleaseNotes(text: string): boolean {
  return releaseNotes.test(text);
}

export function isOver(text: string): boolean {
  return over.test(text);
}

export function isPast(text: string): boolean {
  return notNow.test(text);
}

export function isTalkAboutErrors(text: string): boolean {
  return aboutErrors.test(text);
}

/** Text that nobody types and no document quotes: a failing call left it here. */
const proof =
  /\((?:request id|request_id|tid|traceid): ?[\w-]{14,}|Error code: ?\d{3} - [{"']|API Error:? \(?\d{3}|["']request_id["']\s?:\s?["'][\w-]{14,}|HTTP\/[\d.]+"? [45]\d\d|Traceback \(most recent|^\s+at \S+ \(/m;

export function hasProof(text: string): boolean {
  return proof.test(text);
}

const codeLanguages =
  /^(?:py|python|js|javascript|mjs|ts|typescript|tsx|jsx|vue|go|golang|java|kotlin|kt|rs|rust|c|cc|cpp|cs|csharp|php|rb|ruby|swift|diff|patch|sql|nginx|ya?ml|toml|ini|env|conf|css|dockerfile|makefile|md|markdown)$/i;

/** Whether a place lies in a fenced block that its author marked as source code. text: with its fences. */
export function isInCodeFence(text: string, at: number): boolean {
  let open: string | null = null;
  for (const fence of text.matchAll(/^[ \t]{0,8}```([\w+-]{0,20})/gm)) {
    if (fence.index > at) break;
    open = open === null ? (fence[1] ?? '') : null;
  }
  return open !== null && codeLanguages.test(open);
}

/** After notices of retries the work goes on: the failure was overcome. */
const success =
  /^\s*[●✓✔✅•⏺]\s*(?:done|success|finished|completed?|all |ok\b|成功|完成)|"HTTP\/[\d.]+ 2\d\d|\bHTTP\/[\d.]+"? 200\b|\bfinish_reason\b|(?:retry|attempt) (?:#?\d+ )?(?:succeeded|successful|ok)|重试成功|请求成功|completed successfully/im;
const retryNotice = /retrying|retry in|attempt \d+|重试|Reconnecting/i;

/** line: the decisive line and the one after it; rest: what comes after. */
export function isOvercome(line: string, rest: string): boolean {
  return retryNotice.test(line) && success.test(rest);
}
