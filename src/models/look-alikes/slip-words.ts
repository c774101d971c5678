/** What is wrong in a name, in words for the person who wrote it. Pure. */
import type { NameCheck } from './check-name.ts';
import type { PlainSlip, Slip } from './slip.ts';

type Language = 'en' | 'zh';

const plain: Readonly<Record<Language, Readonly<Record<PlainSlip, string>>>> = {
  en: {
    blankStart: 'there is a blank at the beginning',
    blankEnd: 'there is a blank at the end',
    blankInside: 'there is a blank inside the name',
    lineBreak: 'there is a line break in it',
    invisible: 'there is an invisible character in it',
    quotes: 'there are quotation marks or other characters around it',
    label: 'there is something beside the name',
    encoded: 'it is encoded as for an address (%20 and the like)',
    twice: 'the name stands there twice',
    empty: 'there is no name in it',
    fullWidth: 'it is typed in full-width characters',
    styled: 'it is typed in special characters that only look like letters',
    dash: 'another sign stands where a hyphen (-) belongs',
    case: 'capital and small letters differ',
    separators: 'hyphens, dots or other separators differ',
    order: 'the parts are in another order',
    zeroAndO: '0 and o, or 1 and l, are mixed up',
    zeroExtra: 'the “.0” of the version does not belong there',
    zeroMissing: 'the “0” of the version is missing',
    latestExtra: '“-latest” does not belong there',
    latestMissing: '“-latest” is missing at the end',
  },
  zh: {
    blankStart: '开头多了空格',
    blankEnd: '末尾多了空格',
    blankInside: '名称中间有空格',
    lineBreak: '含有换行',
    invisible: '含有不可见字符',
    quotes: '名称两边有引号或其他字符',
    label: '名称旁边多了内容',
    encoded: '经过了网址编码（如 %20）',
    twice: '名称重复了两遍',
    empty: '其中没有名称',
    fullWidth: '使用了全角字符',
    styled: '使用了只是看起来像字母的特殊字符',
    dash: '连字符应为半角的“-”',
    case: '大小写不一致',
    separators: '连字符、点等分隔符不一致',
    order: '各部分的顺序不对',
    zeroAndO: '混淆了 0 和 o，或 1 和 l',
    zeroExtra: '版本号多了“.0”',
    zeroMissing: '版本号少了“0”',
    latestExtra: '多了“-latest”',
    latestMissing: '末尾少了“-latest”',
  },
};

const scripts = {
  en: { cyrillic: 'Cyrillic', greek: 'Greek', other: 'not a plain Latin one' },
  zh: { cyrillic: '西里尔字母', greek: '希腊字母', other: '不是普通的拉丁字母' },
} as const;

/** How a part of a name is set off from the words round it: whoever shows it knows what is harmless there. */
export type Quote = (part: string) => string;

const inQuotes: Quote = (part) => `“${part}”`;

/** One slip as a clause: "there is a blank at the end". */
function slipText(slip: Slip, language: Language, quote: Quote): string {
  const en = language === 'en';
  switch (slip.kind) {
    case 'foreignLetter':
      return en
        ? `the letter ${slip.letter} is ${scripts.en[slip.script]}`
        : `字母 ${slip.letter} ${slip.script === 'other' ? '' : '是'}${scripts.zh[slip.script]}`;
    case 'prefixExtra':
      return en
        ? `${quote(slip.beginning)} at the beginning does not belong there`
        : `开头多了${quote(slip.beginning)}`;
    case 'prefixMissing':
      return en ? `${quote(slip.beginning)} is missing at the beginning` : `开头少了${quote(slip.beginning)}`;
    case 'dateExtra':
      if (isRevision(slip.ending))
        return en
          ? `${quote(`-${slip.ending}`)} at the end does not belong there`
          : `末尾多了${quote(`-${slip.ending}`)}`;
      return en ? `the date ${slip.ending} does not belong there` : `多了日期 ${slip.ending}`;
    case 'dateMissing':
      if (isRevision(slip.ending))
        return en
          ? `${quote(`-${slip.ending}`)} is missing at the end`
          : `末尾少了${quote(`-${slip.ending}`)}`;
      return en ? `the date is missing (${slip.ending})` : `少了日期（${slip.ending}）`;
    case 'dateWrong':
      return en
        ? `the date is ${slip.right}, not ${slip.written}`
        : `日期应为 ${slip.right}，而不是 ${slip.written}`;
    case 'tagExtra':
      return en ? `${quote(slip.ending)} does not belong there` : `多了${quote(slip.ending)}`;
    case 'tagMissing':
      return en ? `${quote(slip.ending)} is missing at the end` : `末尾少了${quote(slip.ending)}`;
    case 'word':
      return en
        ? `${quote(slip.written)} should be ${quote(slip.right)}`
        : `${quote(slip.written)}应为${quote(slip.right)}`;
    default:
      return plain[language][slip.kind];
  }
}

/** `001` is no date but the number of a revision. */
function isRevision(ending: string): boolean {
  return ending.length === 3;
}

/** All of them, each once, as clauses. */
export function slipTexts(slips: readonly Slip[], language: Language, quote: Quote = inQuotes): string[] {
  return [...new Set(slips.map((slip) => slipText(slip, language, quote)))];
}

/** What joins the clauses. */
export function joined(clauses: readonly string[], language: Language): string {
  return clauses.join(language === 'en' ? '; ' : '；');
}

/** What is the matter with a name, in a sentence; null when it is offered. */
export function problemText(check: NameCheck, language: Language): string | null {
  if (check.offered) return null;
  const slips = joined(slipTexts(check.slips, language), language);
  if (check.didYouMean !== null) return slips;
  const nearest = check.nearest.join(language === 'en' ? ', ' : '、');
  if (language === 'en') {
    const near =
      nearest === ''
        ? 'not offered, and nothing offered is like it'
        : `not offered; nearest offered: ${nearest}`;
    return slips === '' ? near : `${near} (${slips})`;
  }
  const near = nearest === '' ? '未提供，也没有相近的模型' : `未提供；最接近的是：${nearest}`;
  return slips === '' ? near : `${near}（${slips}）`;
}
