/** The life of the process: what is read from disk and environment before the start, and what ends it. */
import { readConfig, type Environment } from './config.ts';
import { createDiagnose } from './diagnosis/diagnose.ts';
import { createSuggest } from './diagnosis/suggest.ts';
import { loadWords } from './discord/language/words.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { loadModelNames } from './models/catalogue.ts';
import { createLogger } from './telemetry/logger.ts';

/**
 * Everything the bot needs before it may speak to Discord.
 * @throws ConfigFault, KnowledgeFault, CatalogueFault or WordsFault, each with a message for people
 */
export function loadParts(env: Environment) {
  const config = readConfig(env);
  const knowledge = loadKnowledge(config.dataDir);
  return {
    config,
    knowledge,
    diagnose: createDiagnose(knowledge, loadModelNames(config.dataDir)),
    suggest: createSuggest(knowledge),
    words: loadWords(config.dataDir),
    log: createLogger(config.logLevel),
    now: Date.now,
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
