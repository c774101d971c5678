/** Application commands, global and of one guild: list, replace all, create, get, change, delete. */
import * as spec from 'discord-api-spec/zod';
import type { Hono } from 'hono';
import { ApplicationCommandType, InteractionContextType } from 'discord-api-types/v10';
import { present } from '../../world/present.ts';
import type { Command } from '../../world/types.ts';
import type { World } from '../../world/world.ts';
import { reachGuild } from '../access.ts';
import { MAX_COMMANDS, checkCommand, checkUniqueNames, type CommandBody } from '../checks/commands.ts';
import { idParam, type RestContext, type RestEnv } from '../env.ts';
import { FormErrors } from '../form-errors.ts';
import { refuse } from '../refusal.ts';

export function commandRoutes(app: Hono<RestEnv>, world: World): void {
  for (const base of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    app.get(base, (c) => c.json([...shelf(world, c).values()]));
    app.put(base, (c) => c.json(replaceAll(world, c)));
    app.post(base, (c) => {
      const { command, isNew } = upsert(world, c);
      return c.json(command, isNew ? 201 : 200);
    });
    app.get(`${base}/:command`, (c) => c.json(known(world, c)));
    app.patch(`${base}/:command`, (c) => c.json(change(world, c)));
    app.delete(`${base}/:command`, (c) => {
      shelf(world, c).delete(known(world, c).id);
      return c.body(null, 204);
    });
  }
}

/** The commands that the path speaks of. */
function shelf(world: World, c: RestContext): Map<string, Command> {
  if (idParam(c, 'application') !== world.application.id) refuse('unknownApplication');
  if (!c.req.param('guild')) return world.globalCommands;
  const guild = reachGuild(world, idParam(c, 'guild'));
  const commands = world.guildCommands.get(guild.id) ?? new Map<string, Command>();
  world.guildCommands.set(guild.id, commands);
  return commands;
}

function known(world: World, c: RestContext): Command {
  return shelf(world, c).get(idParam(c, 'command')) ?? refuse('unknownCommand');
}

function replaceAll(world: World, c: RestContext): Command[] {
  const commands = shelf(world, c);
  const bodies = c.get('json');
  const errors = new FormErrors();
  if (!Array.isArray(bodies)) {
    errors.add('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return errors.refuse();
  }
  const checked = bodies.map((body, index) =>
    checkCommand(body, spec.ApplicationCommandUpdateRequestSchema, errors.at(index)),
  );
  errors.refuseIfAny();
  checkUniqueNames(checked, errors);
  errors.refuseIfAny();
  if (checked.length > MAX_COMMANDS) refuse('tooManyCommands');
  const fresh = checked.map((body) => commandObject(world, c, body, namesake(commands, body)));
  commands.clear();
  for (const command of fresh) commands.set(command.id, command);
  return fresh;
}

function upsert(world: World, c: RestContext): { command: Command; isNew: boolean } {
  const commands = shelf(world, c);
  const errors = new FormErrors();
  const body = checkCommand(c.get('json'), spec.ApplicationCommandCreateRequestSchema, errors);
  errors.refuseIfAny();
  const before = namesake(commands, body);
  if (!before && commands.size >= MAX_COMMANDS) refuse('tooManyCommands');
  const command = commandObject(world, c, body, before);
  commands.set(command.id, command);
  return { command, isNew: !before };
}

function change(world: World, c: RestContext): Command {
  const before = known(world, c);
  const errors = new FormErrors();
  const merged = { ...before, ...(c.get('json') as object) };
  const body = checkCommand(merged, spec.ApplicationCommandCreateRequestSchema, errors);
  errors.refuseIfAny();
  const command = commandObject(world, c, body, before);
  shelf(world, c).set(command.id, command);
  return command;
}

function namesake(commands: Map<string, Command>, { name, type }: CommandBody): Command | undefined {
  return [...commands.values()].find(
    (one) => one.name === name && one.type === (type ?? ApplicationCommandType.ChatInput),
  );
}

function commandObject(
  world: World,
  c: RestContext,
  body: CommandBody,
  before: Command | undefined,
): Command {
  const permissions = body.default_member_permissions;
  return present({
    id: before?.id ?? world.nextId(),
    application_id: world.application.id,
    version: world.nextId(),
    guild_id: c.req.param('guild'),
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    options: body.options ?? undefined,
    default_member_permissions: permissions == null ? null : String(permissions),
    // The older switch says the same as a list of contexts without DMs.
    contexts: body.contexts ?? (body.dm_permission === false ? [InteractionContextType.Guild] : null),
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
  }) as unknown as Command;
}
