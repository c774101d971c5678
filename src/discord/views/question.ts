/** A field of a modal that asks for text. */
import { type APITextInputComponent, ComponentType } from 'discord.js';
import { clip } from './text.ts';

/** label, description: clipped to what Discord shows, 45 and 100 characters. */
export function textQuestion(
  label: string,
  description: string,
  input: Omit<APITextInputComponent, 'type' | 'label'>,
) {
  return {
    type: ComponentType.Label as const,
    label: clip(label, 45),
    description: clip(description, 100),
    component: { type: ComponentType.TextInput as const, ...input },
  };
}
