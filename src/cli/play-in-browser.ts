/** The playground's page: serves it until Ctrl+C, and turns what can go wrong into one sentence. */
import { liveUntilEnded } from '../main.ts';
import { BundleFault, type PageFiles } from '../playground/web/bundle.ts';
import { createHandlers } from '../playground/web/handlers.ts';
import { PortTaken, servePlayground } from '../playground/web/serve.ts';
import type { Stage } from './playground.ts';
import { UserError } from './user-error.ts';

/**
 * Takes over the bot of the stage and stops it in any case.
 * @param page being made meanwhile
 * @throws UserError when the page cannot be made or the port is taken
 */
export async function playInBrowser(
  { discord, guild, bot, parts }: Stage,
  page: Promise<PageFiles>,
  port: number,
): Promise<void> {
  try {
    const server = await servePlayground({
      discord,
      guild,
      page: await page,
      port,
      handlers: createHandlers(discord.world, { ...parts, dataDir: parts.config.dataDir }),
    });
    process.stdout.write(
      `Playground ready: ${server.url}\nOpen it in a browser, send a paste from the gallery, then play as Mei. Ctrl+C ends it.\n`,
    );
    await liveUntilEnded(bot);
    await server.close();
  } catch (error) {
    await bot.stop();
    if (error instanceof BundleFault) throw new UserError(error.message, 'or chat with --terminal');
    if (error instanceof PortTaken)
      throw new UserError(error.message, 'choose another with --port; 0 takes any that is free');
    throw error;
  }
}
