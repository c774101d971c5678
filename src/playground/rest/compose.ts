/** From the body of a request to the parts of a message, as Discord stores and shows them. */
import {
  ComponentType,
  EmbedType,
  PermissionFlagsBits as P,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { storeAttachment } from '../world/attachments.ts';
import { mayDo } from '../world/permissions.ts';
import { present } from '../world/present.ts';
import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { AnyComponent } from './checks/components.ts';
import type { MessageBody } from './checks/message-body.ts';
import type { UploadedFile } from './env.ts';
import { refuse } from './refusal.ts';

export interface Parts {
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  attachments: APIAttachment[];
}

export const NO_PARTS: Parts = { content: '', embeds: [], components: [], attachments: [] };

/** Keys that an edit leaves out keep their value; null empties them. */
export function compose(
  world: World,
  body: MessageBody,
  files: UploadedFile[],
  channelId: string,
  before: Parts,
): Parts {
  const attachments = composeAttachments(world, body, files, channelId, before.attachments);
  return {
    content: body.content === undefined ? before.content : (body.content ?? '').trim(),
    embeds:
      body.embeds === undefined
        ? before.embeds
        : (body.embeds ?? []).map((embed) => composeEmbed(embed, attachments)),
    components: body.components === undefined ? before.components : numbered(body.components ?? []),
    attachments,
  };
}

export function refuseEmpty({ content, embeds, components, attachments }: Parts, body?: MessageBody): void {
  if (content || embeds.length || components.length || attachments.length) return;
  if (body?.poll || body?.sticker_ids?.length) return;
  refuse('emptyMessage');
}

/** Text survives without its embeds; embeds alone are refused. */
export function withoutForbiddenEmbeds(world: World, channel: Channel, parts: Parts): Parts {
  if (parts.embeds.length === 0 || mayDo(world, channel, world.application.id, P.EmbedLinks)) return parts;
  if (!parts.content && parts.attachments.length === 0) refuse('missingPermissions');
  return { ...parts, embeds: [] };
}

function composeAttachments(
  world: World,
  body: MessageBody,
  files: UploadedFile[],
  channelId: string,
  before: APIAttachment[],
): APIAttachment[] {
  const listed = body.attachments;
  const kept =
    listed === undefined ? before : before.filter(({ id }) => listed?.some((one) => one.id === id));
  const uploaded = files.map(({ index, name, contentType, bytes }) => {
    const described = listed?.find(({ id }) => id === index);
    return storeAttachment(
      world,
      present({
        name: described?.filename ?? name,
        bytes,
        description: described?.description ?? undefined,
        // discord.js names no type for text; then Discord goes by the extension.
        contentType: contentType && contentType !== 'application/octet-stream' ? contentType : undefined,
      }),
      `attachments/${channelId}`,
    );
  });
  return [...kept, ...uploaded];
}

function composeEmbed(embed: APIEmbed, attachments: APIAttachment[]): APIEmbed {
  const trimmed = {
    ...embed,
    type: EmbedType.Rich,
    title: embed.title?.trim(),
    description: embed.description?.trim(),
    fields: embed.fields?.map((field) => ({
      name: field.name.trim(),
      value: field.value.trim(),
      inline: field.inline ?? false,
    })),
    image: embed.image && { ...embed.image, url: resolved(embed.image.url, attachments) },
    thumbnail: embed.thumbnail && { ...embed.thumbnail, url: resolved(embed.thumbnail.url, attachments) },
  };
  return withoutNulls(trimmed);
}

function withoutNulls(object: object): object {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}

function resolved(url: string, attachments: APIAttachment[]): string {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return attachments.find(({ filename }) => filename === name)?.url ?? url;
}

/** Discord gives every component a number, counting from 1, and fills in a few defaults. */
function numbered(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let next = 0;
  const number = (component: AnyComponent & { id?: number | null }): object => {
    const id = component.id ?? ++next;
    const copy = withoutNulls({ ...component, id }) as AnyComponent;
    if (isSelect(component))
      Object.assign(copy, { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 });
    if (component.components) Object.assign(copy, { components: component.components.map(number) });
    if (component.accessory) Object.assign(copy, { accessory: number(component.accessory) });
    return copy;
  };
  return components.map((one) => number(one as unknown as AnyComponent) as APIMessageTopLevelComponent);
}

function isSelect({ type }: AnyComponent): boolean {
  return (
    type === ComponentType.StringSelect ||
    (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect)
  );
}

export function partsOf({ content, embeds, components, attachments }: APIMessage): Parts {
  return { content, embeds, components: components ?? [], attachments };
}
