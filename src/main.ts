/** The life of the process: what is read from disk and environment before the start, and what ends it. */
import { readConfig, type Environment } from './config.ts';
import { createDiagnose } from './diagnosis/diagnose.ts';
import { createSuggest } from './diagnosis/suggest.ts';
import { loadWords } from './discord/language/words.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createCheckModel } from './models/check-model.ts';
import { createSuggestModels } from './models/suggest-models.ts';
import { createWatch } from './models/live/watch.ts';
import { createKnownNames } from './models/names.ts';
import { loadShippedCatalogue } from './models/shipped.ts';
import { createLogger, type Logger } from './telemetry/logger.ts';

/**
 * Everything the bot needs before it may speak to Discord.
 * @param given the log and the clock; left out: as the configuration says, and the real one
 * @throws ConfigFault, KnowledgeFault, CatalogueFault or WordsFault, each with a message for people
 */
export function loadParts(
  env: Environment,
  given: { readonly log?: Logger; readonly now?: () => number } = {},
) {
  const config = readConfig(env);
  const { log = createLogger(config.logLevel), now = Date.now } = given;
  const knowledge = loadKnowledge(config.dataDir);
  const shipped = loadShippedCatalogue(config.dataDir);
  const platform = createWatch(config, shipped, { now, random: Math.random, log });
  const modelNames = createKnownNames(shipped, platform.catalogue);
  return {
    config,
    knowledge,
    platform,
    checkModel: createCheckModel(platform.catalogue, shipped),
    suggestModels: createSuggestModels(platform.catalogue),
    modelNames,
    diagnose: createDiagnose(knowledge, modelNames),
    suggest: createSuggest(knowledge),
    words: loadWords(config.dataDir),
    log,
    now,
  };
}

/** A bot as the process sees it. */
export interface Living<Reason> {
  readonly ended: Promise<Reason>;
  stop(): Promise<void>;
}

/**
 * Waits for a signal or for the end that Discord sets, then stops the bot in good order.
 * @returns why Discord ended it, or null after a signal
 */
export async function liveUntilEnded<Reason>(bot: Living<Reason>): Promise<Reason | null> {
  const signalled = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      // Not only once: npm passes on the Ctrl+C that the terminal has sent already, and the second must not cut the stop.
      process.on(signal, () => {
        resolve(null);
      });
    }
  });
  const reason = await Promise.race([bot.ended, signalled]);
  await bot.stop();
  return reason;
}
