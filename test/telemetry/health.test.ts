import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHealthFile } from '../../src/telemetry/health.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errdesk-health-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the health file', () => {
  it('is there while the bot is alive and gone when it stops', () => {
    const file = join(folder, 'deep', 'health');
    const stop = startHealthFile(file, () => true);
    expect(existsSync(file)).toBe(true);
    stop();
    expect(existsSync(file)).toBe(false);
  });

  it('grows old as soon as the bot is not alive', async () => {
    const file = join(folder, 'health');
    let asked = 0;
    const stop = startHealthFile(file, () => asked++ === 0, 5);
    const first = readFileSync(file, 'utf8');
    await vi.waitUntil(() => asked > 3);
    expect(readFileSync(file, 'utf8')).toBe(first);
    stop();
  });
});
