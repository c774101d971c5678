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
const changelogLine = anyOf([
  // fix: handle 503 · feat(channel): …
  /^\s*(?:[-*•]\s*)?(?:fix|feat|chore|docs|refactor|perf|test|build|ci|style|revert)(?:\([^)]*\))?!?:\s/,
  // - 修复: … · - Fixed: …
  /^\s*[-*•]\s*(?:修复|优化|新增|调整|移除|改进|更新|支持|Fixed|Added|Changed|Removed|Improved|Handle)[:：]/,
  // * **client:** …
  /^\s*[-*]\s+\*\*[\w -]+:\*\*/,
]);
/** `- **errorCodes** `string[]` (optional) - …`: the documentation of an option. */
const optionLine = /^\s*[-*]\s+(?:\*\*|`)\w+(?:\*\*|`)\s*(?:`|\(|[-–:])/;

/** line: as written, not folded, so that the bars of a table are still there. */
export function isQuotedLine(line: string): boolean {
  // A diff is code behind a sign.
  const code = line.replace(/^[+-]\s{1,40}/, '');
  return codeLine.test(code) || tableLine.test(code) || changelogLine.test(line) || optionLine.test(line);
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
    /^(?:更新日志|更新说明|changelog|release notes)/,
  ],
  'im',
);

export function isReleaseNotes(text: string): boolean {
  return releaseNotes.test(text);
}
