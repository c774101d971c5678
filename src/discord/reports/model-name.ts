/** A model name that somebody typed. People paste all sorts of things into a box. */
import type { Diagnose } from '../../diagnosis/diagnosis.ts';
import { longestModelName } from '../views/controls.ts';
import { clip } from '../views/text.ts';

export interface CleanName {
  /** null when nothing is left of it. */
  readonly model: string | null;
  /** With characters that nobody sees; null where there are none. */
  readonly modelWritten: string | null;
  readonly secrets: number;
}

const unseen = /\p{Cf}/gu;

/** The name as typed, without secrets; an unknown name is as good as a known one. */
export function cleanModelName(typed: string, diagnose: Diagnose): CleanName {
  const { redacted, secrets } = diagnose(typed, { asked: true });
  const name = clip(redacted.trim(), longestModelName);
  if (name === '') return { model: null, modelWritten: null, secrets };
  // A blank at the ends is of the box, not of the request; what nobody sees was copied from there.
  const written = typed.trim();
  const isSame = written.replace(unseen, '') === name.replace(unseen, '');
  return { model: name, modelWritten: isSame && written !== name ? written : null, secrets };
}
