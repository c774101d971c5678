/** People pressing buttons and choosing in selects. */
import {
  ApplicationCommandOptionType as OptionType,
  ButtonStyle,
  ComponentType,
  InteractionType,
  PermissionFlagsBits as P,
  type APIMessage,
} from 'discord-api-types/v10';
import { flatten, type AnyComponent } from '../rest/checks/components.ts';
import { findChannel, findMessage, findPerson } from '../world/find.ts';
import { openInteraction } from '../world/interactions.ts';
import { mayDo } from '../world/permissions.ts';
import { idOf, type Ref } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { ClientRefusal } from './client-refusal.ts';
import { InteractionHandle } from './interaction-handle.ts';
import { resolveInto, type Resolved } from './options.ts';

export interface Click {
  user: Ref;
  message: Ref;
  /** A custom id, or the label of the button. */
  customId: string;
  locale?: string;
}

export function click(world: World, { user, message: ref, customId, locale }: Click): InteractionHandle {
  const message = visibleMessage(world, user, ref);
  const button = findComponent(message, customId, (one) => one.type === ComponentType.Button);
  if (button.style === ButtonStyle.Link) throw new ClientRefusal(`${customId} is a link`);
  return use(world, user, message, button, locale, {});
}

export interface Selection extends Click {
  /** Values of a string select; ids for the others. */
  values: string[];
}

export function select(
  world: World,
  { user, message: ref, customId, values, locale }: Selection,
): InteractionHandle {
  const message = visibleMessage(world, user, ref);
  const menu = findComponent(message, customId, (one) => one.type !== ComponentType.Button);
  checkSelection(menu, values);
  const resolved: Resolved = {};
  if (menu.type !== ComponentType.StringSelect) {
    const type = menu.type === ComponentType.ChannelSelect ? OptionType.Channel : OptionType.Mentionable;
    for (const id of values) resolveInto(world, findChannel(world, message.channel_id), type, id, resolved);
  }
  return use(world, user, message, menu, locale, {
    values,
    ...(Object.keys(resolved).length ? { resolved } : {}),
  });
}

export function checkSelection(menu: AnyComponent, values: string[]): void {
  const min = menu.min_values ?? 1;
  const max = menu.max_values ?? 1;
  if (values.length < min || values.length > max) throw new ClientRefusal(`choose ${min} to ${max} values`);
  if (menu.type !== ComponentType.StringSelect) return;
  const offered = (menu.options ?? []).map(({ value }) => value);
  const alien = values.find((value) => !offered.includes(value));
  if (alien !== undefined)
    throw new ClientRefusal(`${alien} is not offered; there are: ${offered.join(', ')}`);
}

function visibleMessage(world: World, user: Ref, ref: Ref): APIMessage {
  const message = findMessage(world, ref);
  const visibleTo = world.facts.get(message.id)?.visibleTo ?? null;
  const { id } = findPerson(world, user).user;
  const hidden =
    visibleTo === null
      ? !mayDo(world, findChannel(world, message.channel_id), id, P.ViewChannel)
      : visibleTo !== id;
  if (hidden) throw new ClientRefusal('this user does not see that message');
  return message;
}

function findComponent(
  message: APIMessage,
  wanted: string,
  fits: (one: AnyComponent) => boolean,
): AnyComponent {
  const all = flatten((message.components ?? []) as unknown as AnyComponent[]).filter(
    (one) => Boolean(one.custom_id) || Boolean(one.url),
  );
  const component =
    all.find((one) => one.custom_id === wanted && fits(one)) ??
    all.find((one) => one.label === wanted && fits(one));
  if (!component) {
    const there = all.map((one) => one.custom_id ?? one.label ?? '').join(', ') || 'none';
    throw new ClientRefusal(`there is no component ${wanted} on this message; there are: ${there}`);
  }
  if (component.disabled) throw new ClientRefusal(`${wanted} is disabled`);
  return component;
}

function use(
  world: World,
  user: Ref,
  message: APIMessage,
  component: AnyComponent,
  locale: string | undefined,
  extra: object,
): InteractionHandle {
  const { custom_id: customId, type } = component;
  const record = openInteraction(world, {
    type: InteractionType.MessageComponent,
    user: idOf(user),
    channel: findChannel(world, message.channel_id),
    label: customId ?? '',
    locale,
    message,
    data: { custom_id: customId, component_type: type, ...extra },
  });
  return new InteractionHandle(world, record);
}
