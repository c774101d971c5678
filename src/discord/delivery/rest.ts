/** How deliveries speak to Discord: by plain requests, since the server may belong to a shard of another process. */
import { type Client, REST, RESTEvents } from 'discord.js';

/**
 * A REST client that waits for nothing: at a rate limit it fails at once with the time to wait, and it does not try
 * again by itself. Rows of the outbox wait better, and others can go first meanwhile.
 */
export function createDeliveryRest(client: Client): REST {
  const rest = new REST({ ...client.options.rest, retries: 0, rejectOnRateLimit: () => true });
  // A token that Discord no longer takes ends the bot, whichever request hears of it.
  rest.on(RESTEvents.Response, (request, response) => {
    client.rest.emit(RESTEvents.Response, request, response);
  });
  return rest;
}
