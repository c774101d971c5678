/** Telling somebody privately that they posted a key. The key itself is never repeated. */
import type { User } from 'discord.js';
import type { Language } from '../../knowledge/entry.ts';
import { isClosedToUs, reasonOf } from '../api-errors.ts';
import type { Services } from '../services.ts';

/**
 * Warns by direct message.
 * @param source id of the message with the key: a second delivery gives no second warning
 * @returns false when it did not arrive
 */
export async function warnByDirectMessage(
  user: User,
  source: string,
  language: Language,
  { words, log }: Services,
): Promise<boolean> {
  try {
    await user.send({ content: words[language]('warning.key'), nonce: `key-${source}`, enforceNonce: true });
    return true;
  } catch (error) {
    if (!isClosedToUs(error))
      log.warn({ source, reason: reasonOf(error) }, 'warning about a key not delivered');
    return false;
  }
}
