/** Is it us? How the platform and its model list are at this moment, in words. */
import type { Incident } from '../../escalation/incident.ts';
import type { PlatformStatus } from '../../models/live/status-latch.ts';
import type { Catalogue } from '../../models/model.ts';
import type { Say } from '../language/words.ts';
import { ago, lines, momentOf } from './text.ts';

/** For people: only what concerns them, that it is down, or that others have the same trouble. */
export function nowForReporter(platform: PlatformStatus, earlier: Incident | null, say: Say): string {
  return lines(
    platform.kind === 'down' && say('now.down', { when: momentOf(platform.since) }),
    earlier !== null &&
      say('now.earlier', { when: momentOf(earlier.openedAt), reports: String(earlier.count) }),
  );
}

/** For staff: also that all is well, and how old that knowledge is. */
export function nowForStaff(platform: PlatformStatus, { source, asOf }: Catalogue, say: Say): string {
  return lines(
    platform.kind === 'down' &&
      say('now.downChecked', { when: momentOf(platform.since), checked: ago(platform.checkedAt) }),
    platform.kind === 'up' && say('now.up', { checked: ago(platform.checkedAt) }),
    source === 'live' && asOf !== null && say('now.list', { when: ago(asOf) }),
  );
}
