/** One open page: shows it what its person sees of the embedded Discord, and does what that person asks for. */
import { z } from 'zod';
import { createActs } from './acts.ts';
import { bounds, type Handlers, requestSchema, type ServerMessage } from './protocol.ts';
import { channelsFor, forPage, type Place, peopleOf, seesMessage, snapshotFor } from './seen.ts';

export interface Bridge {
  /** One text that came from the page. */
  receive: (text: string) => Promise<void>;
  close: () => void;
}

/**
 * @param more handlers besides those of people; the same for every page
 * @param send to the page
 */
export function createBridge(place: Place, more: Handlers, send: (message: ServerMessage) => void): Bridge {
  const { discord, guild } = place;
  // Nobody, who sees nothing, until the page has said whom it plays.
  let viewer = '';
  const handlers: Handlers = {
    ...more,
    ...createActs(place, () => viewer),
    become: (body) => {
      const { person } = becoming.parse(body);
      viewer = playable(place, person ?? guild.alice.id);
      show();
    },
  };
  const show = (): void => {
    // Opens the direct messages with the bot, so that they can be begun by either side.
    discord.directMessages(viewer);
    send(snapshotFor(place, viewer));
  };
  const stops = [
    ...(['message', 'messageUpdate'] as const).map((event) =>
      discord.on(event, (message) => {
        if (seesMessage(discord.world, message, viewer))
          send({ type: 'message', message: forPage(discord.world, message) });
        else if (event === 'message') tellElsewhere(place, message, viewer, send);
      }),
    ),
    discord.on('messageDelete', ({ id, channelId }) => {
      send({ type: 'gone', id, channelId });
    }),
    discord.on('thread', () => {
      send({ type: 'channels', channels: channelsFor(discord.world, viewer) });
    }),
  ];
  return {
    receive: async (text) => {
      const request = readRequest(text);
      if (request === null) return;
      send(await answer(handlers, request));
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Null: whoever comes first. */
const becoming = z.strictObject({ person: z.string().max(bounds.id).nullable() });

function playable(place: Place, id: string): string {
  const person = peopleOf(place).find((one) => one.id === id && one.part !== 'bot');
  if (person === undefined) throw new Error('there is no such person to play');
  return person.id;
}

function tellElsewhere(
  place: Place,
  message: Parameters<typeof seesMessage>[1],
  viewer: string,
  send: (message: ServerMessage) => void,
): void {
  const people = peopleOf(place)
    .map(({ id }) => id)
    .filter((id) => id !== viewer && id !== message.author.id)
    .filter((id) => seesMessage(place.discord.world, message, id));
  if (people.length > 0) send({ type: 'elsewhere', people });
}

/** What is no request is dropped: our page sends none such. */
function readRequest(text: string): z.infer<typeof requestSchema> | null {
  try {
    return requestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function answer(
  handlers: Handlers,
  { id, name, body }: z.infer<typeof requestSchema>,
): Promise<ServerMessage> {
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) return { type: 'response', id, fault: `there is no request ${name}` };
  try {
    return { type: 'response', id, body: (await handler(body)) ?? null };
  } catch (error) {
    return { type: 'response', id, fault: faultText(error) };
  }
}

function faultText(error: unknown): string {
  if (error instanceof z.ZodError) return `that cannot be sent: ${reasonOf(error)}`;
  return error instanceof Error ? error.message : String(error);
}

function reasonOf({ issues }: z.ZodError): string {
  return issues.some(({ code }) => code === 'too_big') ? 'it is too much' : 'it is not what was expected';
}
