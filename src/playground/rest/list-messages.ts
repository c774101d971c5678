/** The newest messages of a channel, or those around, before or after one. */
import { PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import { mayDo } from '../world/permissions.ts';
import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { FormErrors } from './form-errors.ts';
import { shown } from './show.ts';

export function listMessages(world: World, channel: Channel, query: Record<string, string>): APIMessage[] {
  const limit = limitOf(query.limit);
  // Without the history Discord gives an empty list, not a refusal.
  if (!mayDo(world, channel, world.application.id, P.ReadMessageHistory)) return [];
  const newestFirst = [...(world.messages.get(channel.id)?.values() ?? [])]
    .filter(({ id }) => !world.facts.get(id)?.visibleTo)
    .toReversed();
  return window(newestFirst, limit, query).map((message) => shown(world, message));
}

function limitOf(given: string | undefined): number {
  const limit = Number(given ?? 50);
  const errors = new FormErrors();
  if (!Number.isInteger(limit))
    errors.add('NUMBER_TYPE_COERCE', `Value "${given ?? ''}" is not int.`, ['limit']);
  else if (limit > 100)
    errors.add('NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.', ['limit']);
  else if (limit < 1)
    errors.add('NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.', ['limit']);
  errors.refuseIfAny();
  return limit;
}

function window(newestFirst: APIMessage[], limit: number, query: Record<string, string>): APIMessage[] {
  const { before, after, around } = query;
  const older = (than: string) => newestFirst.filter(({ id }) => BigInt(id) < BigInt(than));
  const newer = (than: string) => newestFirst.filter(({ id }) => BigInt(id) > BigInt(than));
  if (before) return older(before).slice(0, limit);
  if (after) return newer(after).slice(-limit);
  if (!around) return newestFirst.slice(0, limit);
  const half = Math.floor(limit / 2);
  const self = newestFirst.filter(({ id }) => id === around);
  return [...newer(around).slice(-half), ...self, ...older(around).slice(0, half)];
}
