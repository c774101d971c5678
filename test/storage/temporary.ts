/** A real SQLite file for one test, and what is needed to fill it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facts, Origin } from '../../src/escalation/report.ts';

/** A folder that `remove` takes away again. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'errdesk-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export function origin(source: string, more: Partial<Origin> = {}): Origin {
  return {
    source,
    kind: 'message',
    guildId: '900000000000000001',
    channelId: '900000000000000002',
    askerId: '900000000000000003',
    reporterId: '900000000000000003',
    language: 'en',
    asked: false,
    ...more,
  };
}

export const facts: Facts = {
  entryId: 'model-unavailable',
  alternatives: ['overloaded'],
  upstream: false,
  alsoSeen: [],
  status: 503,
  code: 'model_not_found',
  model: null,
  modelWritten: null,
  group: null,
  requestId: '20260101120000123',
  requestTime: '2026-01-01T12:00:00Z',
  line: 'No available channel for model under group default',
};
