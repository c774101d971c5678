/** A name as somebody wrote it → the name without what the eye overlooks, and a note of each such thing. Pure. */
import type { Slip } from './slip.ts';
import { unwrap } from './unwrap.ts';

export interface Written {
  /** Letters, digits and separators as typed, in their own case. */
  readonly text: string;
  readonly slips: readonly Slip[];
}

/** Letters of other alphabets, each with the Latin one that it looks like. */
const lookAlikes = new Map(
  (
    'аa вb еe кk мm нh оo рp сc тt уy хx іi їi јj ѕs ԁd ԛq ԝw һh ӏl гr пn иu дd лl з3 ьb ѵv ёe ' +
    'αa βb εe ηn ιi κk μu νv οo ρp τt υu χx γy ωw σo ɡg ıi ɑa ցg օo ոn սu'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

const invisible = /\p{Cc}\[[\d;]*m|\p{Cf}|(?![\n\r\t])\p{Cc}|\u115f|\u1160|\u3164|\p{Variation_Selector}/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\u30fc\u2043\u00b7\u2022\u30fb]/g;
const fullWidth = /[\uff01-\uff5e。、]/;

/** raw: whatever somebody typed, or what stands between the quotes of a log. */
export function readWritten(raw: string): Written {
  const slips: Slip[] = [];
  const note = (slip: Slip): void => void slips.push(slip);

  let text = raw.replace(invisible, '');
  if (text !== raw) note({ kind: 'invisible' });
  noteBlanksRound(text, note);
  text = unwrap(text.trim(), note);
  noteBlanksInside(text, note);
  const dashed = text.replace(dashes, '-');
  if (dashed !== text) note({ kind: 'dash' });
  const typed = dashed.replace(/[^\S\r\n]/g, ' ').replaceAll('\\', '/');
  const plain = typed.replaceAll('。', '.').replaceAll('、', '.').normalize('NFKC');
  if (fullWidth.test(typed)) note({ kind: 'fullWidth' });
  else if (plain !== typed) note({ kind: 'styled' });
  return { text: latin(plain, note), slips };
}

function noteBlanksRound(text: string, note: (slip: Slip) => void): void {
  if (/[\r\n]/.test(text)) note({ kind: 'lineBreak' });
  if (/^[\r\n]*[^\S\r\n]/.test(text)) note({ kind: 'blankStart' });
  if (/[^\S\r\n][\r\n]*$/.test(text)) note({ kind: 'blankEnd' });
}

/** Those in what was copied along with the name are none in the name. */
function noteBlanksInside(text: string, note: (slip: Slip) => void): void {
  if (/\S[\r\n]*[^\S\r\n]+\S/.test(text)) note({ kind: 'blankInside' });
}

/** Letters of other alphabets become the Latin ones that they look like; accents go. */
function latin(text: string, note: (slip: Slip) => void): string {
  let read = '';
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) {
      read += character;
      continue;
    }
    const lower = character.toLowerCase();
    const base = lookAlikes.get(lower) ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
    read += character === lower ? base : base.toUpperCase();
    if (/^[a-z3]$/.test(base))
      note({ kind: 'foreignLetter', letter: character, script: scriptOf(character) });
  }
  return read;
}

function scriptOf(character: string): 'cyrillic' | 'greek' | 'other' {
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic';
  return /\p{Script=Greek}/u.test(character) ? 'greek' : 'other';
}
