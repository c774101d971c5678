/** Times as Discord words them. Pure. */
import { type Language, texts } from './texts.ts';

const locales = { en: 'en-GB', zh: 'zh-CN' } as const;
const day = 24 * 60 * 60 * 1000;

/** `Today at 14:03`, `Yesterday at 09:12`, or the date. */
export function whenText(at: Date, now: Date, language: Language): string {
  const time = clock(at, language);
  if (sameDay(at, now)) return texts[language].today(time);
  if (sameDay(at, new Date(now.getTime() - day))) return texts[language].yesterday(time);
  return `${new Intl.DateTimeFormat(locales[language], { dateStyle: 'short' }).format(at)} ${time}`;
}

/** `14:03` */
export function clock(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', hourCycle: 'h23' }).format(at);
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

const usual: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

const styles = new Map<string, Intl.DateTimeFormatOptions>([
  ['t', { timeStyle: 'short' }],
  ['T', { timeStyle: 'medium' }],
  ['d', { dateStyle: 'short' }],
  ['D', { dateStyle: 'long' }],
  ['f', usual],
  ['F', { dateStyle: 'full', timeStyle: 'short' }],
]);

/** `<t:1764287000:R>` and its kin. An unknown letter counts as none, as in Discord. */
export function stampText(seconds: number, style: string, now: Date, language: Language): string {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return String(seconds);
  if (style === 'R') return agoText(seconds - now.getTime() / 1000, language);
  return new Intl.DateTimeFormat(locales[language], styles.get(style) ?? usual).format(at);
}

const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** @param seconds from now; negative: ago */
function agoText(seconds: number, language: Language): string {
  const [unit, size] = units.find(([, one]) => Math.abs(seconds) >= one) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locales[language]).format(Math.trunc(seconds / size), unit);
}
