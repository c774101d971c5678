/** Why a file was not read, in words. */
import type { FileOutcome } from '../../intake/file.ts';
import { intakeLimits } from '../../intake/limits.ts';
import type { Say } from '../language/words.ts';
import { inlineCode } from './text.ts';

const longestName = 60;

/** One sentence for each file that gave no text. */
export function unreadReasons(files: readonly FileOutcome[], say: Say): string[] {
  return files.flatMap((outcome) => {
    const file = inlineCode(outcome.name, longestName);
    switch (outcome.kind) {
      case 'text':
        return [];
      case 'tooLarge':
        return [
          say('unreadable.tooLarge', { file, megabytes: String(intakeLimits.bytesPerFile / 1024 / 1024) }),
        ];
      case 'skipped':
        return [say('unreadable.skipped', { file, most: String(intakeLimits.filesPerReport) })];
      default:
        return [say(`unreadable.${outcome.kind}`, { file })];
    }
  });
}
