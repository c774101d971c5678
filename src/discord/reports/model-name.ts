/** A model name that somebody typed. People paste all sorts of things into a box. */
import type { Diagnose } from '../../diagnosis/diagnosis.ts';
import { longestModelName } from '../views/controls.ts';
import { clip } from '../views/text.ts';

export interface CleanName {
  /** null when nothing is left of it. */
  readonly model: string | null;
  readonly secrets: number;
}

/** The name as typed, without secrets; an unknown name is as good as a known one. */
export function cleanModelName(typed: string, diagnose: Diagnose): CleanName {
  const { redacted, secrets } = diagnose(typed, { asked: true });
  const name = clip(redacted.trim(), longestModelName);
  return { model: name === '' ? null : name, secrets };
}
