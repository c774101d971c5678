/** Every rule for the body of a message, whichever route it comes by. */
import {
  AllowedMentionsTypes,
  MessageFlags,
  MessageReferenceType,
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import type { FormErrors } from '../form-errors.ts';
import { checkMessageComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { checkSchema } from './schema.ts';

const MAX_CONTENT = 2000;
const MAX_FILES = 10;

/** The body of a create, an edit, a follow-up or a response; all share these fields. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  allowed_mentions?: APIAllowedMentions | null;
  attachments?: { id: string; filename?: string | null; description?: string | null }[] | null;
  flags?: number | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  sticker_ids?: string[] | null;
  poll?: object | null;
  message_reference?: {
    message_id: string;
    channel_id?: string | null;
    type?: number | null;
    fail_if_not_exists?: boolean | null;
  } | null;
}

export interface BodyContext {
  schema: ZodMiniType;
  fileCount: number;
  errors: FormErrors;
  /** Flags of the message being edited: version 2 of components cannot be left again. */
  flags?: number | undefined;
}

export function checkMessageBody(
  value: unknown,
  { schema, fileCount, errors, flags = 0 }: BodyContext,
): MessageBody {
  checkSchema(schema, asReply(value), errors);
  // What follows relies on the shapes that the schema has just checked.
  errors.refuseIfAny();
  const body = value as MessageBody;
  if ((body.content ?? '').length > MAX_CONTENT) {
    errors.add('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_CONTENT} or fewer in length.`, ['content']);
  }
  if (fileCount > MAX_FILES)
    errors.add('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_FILES} or fewer in length.`, ['files']);
  const version2 = isVersion2({ flags: flags | (body.flags ?? 0) });
  checkEmbeds(body.embeds ?? [], errors.at('embeds'));
  checkMessageComponents(body.components ?? [], version2, errors.at('components'));
  checkAllowedMentions(body.allowed_mentions, errors.at('allowed_mentions'));
  if (version2) checkNoLegacyFields(body, errors);
  errors.refuseIfAny();
  return body;
}

/** The published schema knows replies only; bots may forward as well. */
function asReply(value: unknown): unknown {
  const { message_reference: reference } = value as MessageBody;
  if (reference?.type !== MessageReferenceType.Forward) return value;
  return {
    ...(value as MessageBody),
    message_reference: { ...reference, type: MessageReferenceType.Default },
  };
}

export function isVersion2({ flags }: Pick<MessageBody, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}

function checkNoLegacyFields(body: MessageBody, errors: FormErrors): void {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[field];
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    errors.add(
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      [field],
    );
  }
}

function checkAllowedMentions(allowed: APIAllowedMentions | null | undefined, errors: FormErrors): void {
  for (const type of [AllowedMentionsTypes.User, AllowedMentionsTypes.Role] as const) {
    if (!allowed?.parse?.includes(type) || !allowed[type]?.length) continue;
    errors.add(
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`,
    );
  }
}
