/** People filling in and submitting modals. */
import { ComponentType, InteractionType, type APIMessage } from 'discord-api-types/v10';
import type { AnyComponent } from '../rest/checks/components.ts';
import { storeAttachment, type Upload } from '../world/attachments.ts';
import { findChannel, messageById } from '../world/find.ts';
import { openInteraction } from '../world/interactions.ts';
import type { World } from '../world/world.ts';
import { ClientRefusal } from './client-refusal.ts';
import { checkSelection } from './components.ts';
import { InteractionHandle } from './interaction-handle.ts';
import type { Resolved } from './options.ts';

export type ModalValue = string | string[] | Upload[];

export interface ModalSubmission {
  /** The interaction that the bot answered with the modal. */
  interaction: InteractionHandle;
  /** By custom id of the input. Inputs left out keep the value the bot put in. */
  values: Record<string, ModalValue>;
}

type Input = AnyComponent & { id?: number };

export function submitModal(world: World, { interaction, values }: ModalSubmission): InteractionHandle {
  const { record } = interaction;
  const { modal } = record;
  if (!modal) throw new ClientRefusal(`${record.label} opened no modal`);
  const resolved: Resolved = {};
  const rows = modal.components as unknown as Input[];
  const known = new Set<string>();
  const components = rows.map((row) => fillRow(world, row, values, resolved, known));
  const unknown = Object.keys(values).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new ClientRefusal(`the modal has no input ${unknown}; it has: ${[...known].join(', ')}`);
  const submitted = openInteraction(world, {
    type: InteractionType.ModalSubmit,
    user: record.user,
    channel: findChannel(world, record.channelId),
    label: modal.custom_id,
    locale: record.locale,
    message: sourceMessage(world, interaction),
    triggeredBy: record,
    data: {
      custom_id: modal.custom_id,
      components,
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  });
  return new InteractionHandle(world, submitted);
}

/** A modal opened from a component hangs on the message of that component. */
function sourceMessage(world: World, { record }: InteractionHandle): APIMessage | undefined {
  return record.messageId ? messageById(world, record.messageId) : undefined;
}

function fillRow(
  world: World,
  row: Input,
  values: ModalSubmission['values'],
  resolved: Resolved,
  known: Set<string>,
): object {
  const filled = (input: Input): object => fillInput(world, input, values, resolved, known);
  if (row.type === ComponentType.Label)
    return { type: row.type, id: row.id ?? 0, component: filled(row.component ?? row) };
  if (row.type !== ComponentType.ActionRow) return { type: row.type, id: row.id ?? 0 };
  return { type: row.type, id: row.id ?? 0, components: (row.components ?? []).map(filled) };
}

function fillInput(
  world: World,
  input: Input,
  values: ModalSubmission['values'],
  resolved: Resolved,
  known: Set<string>,
): object {
  const customId = input.custom_id ?? '';
  known.add(customId);
  const base = { type: input.type, id: input.id ?? 0, custom_id: customId };
  const given = values[customId];
  if (input.type === ComponentType.TextInput)
    return { ...base, value: checkText(input, (given as string | undefined) ?? input.value ?? '') };
  if (input.type === ComponentType.FileUpload) {
    const uploads = (given ?? []) as Upload[];
    const ids = uploads.map((upload) => {
      const attachment = storeAttachment(world, upload, `ephemeral-attachments/${world.application.id}`);
      (resolved.attachments ??= {})[attachment.id] = attachment;
      return attachment.id;
    });
    return { ...base, values: ids };
  }
  const chosen = (given ?? []) as string[];
  if (chosen.length > 0 || input.required !== false) checkSelection(input, chosen);
  return { ...base, values: chosen };
}

const MAX_TEXT = 4000;

function checkText(input: Input, text: string): string {
  const required = input.required ?? true;
  if (required && !text) throw new ClientRefusal(`${input.custom_id ?? ''} is required`);
  const max = input.max_length ?? MAX_TEXT;
  const min = text || required ? (input.min_length ?? 0) : 0;
  if (text.length < min || text.length > max)
    throw new ClientRefusal(`${input.custom_id ?? ''} takes ${min} to ${max} characters`);
  return text;
}
