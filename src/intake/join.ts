/** Several texts of one report → one, no longer than what can be read in reasonable time. */
import { intakeLimits } from './limits.ts';

/** Each text keeps its end, where the failure stands; short texts leave their unused share to nobody. */
export function joinTexts(texts: readonly string[], most: number = intakeLimits.charactersPerReport): string {
  const said = texts.filter((text) => text.trim() !== '');
  const whole = said.reduce((sum, text) => sum + text.length, 0);
  const shareOfEach = Math.floor(most / Math.max(said.length, 1));
  return said.map((text) => (whole <= most ? text : endOf(text, shareOfEach))).join('\n');
}

function endOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(text.length - most);
}
