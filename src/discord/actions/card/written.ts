/** What staff typed into a modal. They paste things, too. */
import type { ModalMessageModalSubmitInteraction } from 'discord.js';
import type { Services } from '../../services.ts';
import { longestReply } from '../../views/card-controls.ts';
import { clip } from '../../views/text.ts';

/** Without secrets; null when nothing is left. */
export function written(
  { fields }: ModalMessageModalSubmitInteraction,
  field: string,
  { diagnose }: Services,
): string | null {
  const text = clip(diagnose(fields.getTextInputValue(field), { asked: true }).redacted.trim(), longestReply);
  return text === '' ? null : text;
}
