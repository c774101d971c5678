/** Errors that are quoted instead of reported: in source code, tests, tables, documentation, release notes. Pure. */
import { anyOf } from './any-of.ts';

/** Lines of a program that handles errors, of a test, of a configuration. */
const codeLine = anyOf(
  [
    /(?:===?|!==?|>=|<=|&&|\|\||=>)\s|\b(?:if|elif|else if|while|switch|for) ?\(/,
    /^\s*(?:if|elif|except|except \w[\w.]*|try|else|def|class|import|from|return|raise|throw|case|catch|const|let|var|func|function|public|private|assert|expect|it|test|describe|@\w+)\b[^:]{0,80}(?:[({;:]|$)/,
    /\.(?:catch|then|toBe|toEqual|toThrow|status_code|statusCode)\b ?\(|\b[a-z_]\w*\.\w+\((?:\w+=|\{)/,
    /\b(?:expect|assert\w*|toBe|toEqual|describe|console\.log|print|logger\.\w+)\s?\(/,
    /^\s*(?:\/\/|#\s|\/\*|--\s)|;\s*$|\)\s?\{\s*$/,
    // SETTING=value, but not the lower case key=value of a log
    /^\s*[A-Z_]{3,40}=\S/,
  ],
  '',
);
const tableLine = /^\s*\|.*\|.*\|?\s*$|^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/;
/** The body of an answer that went well: what the model says about errors. */
const answerBody = /["']choices["']\s?:/;
const changelogLine = anyOf([
  // fix: handle 503 · feat(channel): …
  /^\s*(?:[-*•]\s*)?(?:fix|feat|chore|docs|refactor|perf|test|build|ci|style|revert)(?:\([^)]*\))?!?:\s/,
  // - 修复: … · - Fixed: …
  /^\s*[-*•]\s*(?:修复|优化|新增|调整|移除|改进|更新|支持|(?:Fix(?:ed|es)?|Add(?:ed|s)?|Changed?|Removed?|Improved?|Handle)\b)/,
  // * **client:** …
  /^\s*[-*]\s+\*\*[\w -]+:\*\*/,
]);
/** `- **errorCodes** `string[]` (optional) - …`: the documentation of an option. */
const optionLine = /^\s*[-*]\s+(?:\*\*|`)\w+(?:\*\*|`)\s*(?:`|\(|[-–:])/;

/** line: as written, not folded, so that the bars of a table are still there. */
export function isQuotedLine(line: string): boolean {
  // A diff is code behind a sign.
  const code = line.replace(/^[+-]\s{1,40}/, '');
  return (
    codeLine.test(code) ||
    tableLine.test(code) ||
    answerBody.test(line) ||
    changelogLine.test(line) ||
    optionLine.test(line)
  );
}

/** Languages that an author names on a fence round source code; logs are fenced as text, json, bash or nothing. */
const codeLanguage =
  /^(?:py|python|js|javascript|mjs|ts|typescript|tsx|jsx|vue|go|golang|java|kotlin|kt|rs|rust|c|cc|cpp|cs|csharp|php|rb|ruby|swift|diff|patch|sql|nginx|ya?ml|toml|ini|env|conf|css|dockerfile|makefile|md|markdown)$/i;

/** Whether a place lies in a fenced block that its author marked as source code. */
export function isInCodeFence(text: string, at: number): boolean {
  let open: string | null = null;
  for (const fence of text.matchAll(/^[ \t]{0,8}```([\w+-]{0,20})/gm)) {
    if (fence.index > at) break;
    open = open === null ? (fence[1] ?? '') : null;
  }
  return open !== null && codeLanguage.test(open);
}

/** The notes of a release: every line of its lists quotes what was, not what is. */
const releaseNotes = anyOf(
  [
    /^#{1,4} \[?v?\d+\.\d+|^#{2,4} (?:Fixed|Added|Changed|Removed|Security)\b/,
    /^(?:更新日志|更新说明|changelog|release notes)|^v\d+\.\d+\S* ?(?:更新|发布|released?)|^commit [0-9a-f]{7,40}$/,
  ],
  'im',
);

export function isReleaseNotes(text: string): boolean {
  return releaseNotes.test(text);
}

const testRun = anyOf(
  [
    /^(?!.*\bfailed\b).*\b\d+ passed\b|^=== RUN|^--- PASS|\btest result: ok|\btests? (?:all )?pass(?:ed|es)?\b/,
    /(?:单元测试|单测|测试|用例|断言)[^\n不没未]{0,10}(?:通过|过了|能过)|テスト[^\n]{0,6}通/,
  ],
  'im',
);

/** Errors in the names and fixtures of tests that went well. */
export function isTestRun(text: string): boolean {
  return testRun.test(text);
}

/** `> error text`, and below it somebody's answer. */
export function isQuotedReply(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (!/^> \S/.test(text.slice(start, start + 3))) return false;
  const rest = text.slice(at).split('\n').slice(1);
  return rest.some((line) => line.trim() !== '' && !line.startsWith('>'));
}
