import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/telemetry/logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void, level = 'info'): string[] {
  const lines: string[] = [];
  write(createLogger(level, { write: (line: string) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  it('writes one JSON object a line, with a readable level and time', () => {
    const [line] = logged((log) => {
      log.info({ report: 'R1' }, 'answered');
    });
    expect(JSON.parse(line ?? '')).toMatchObject({ level: 'info', report: 'R1', msg: 'answered' });
  });

  it('drops what a Discord error carries of the request, which holds quoted report text', () => {
    const error = Object.assign(new Error('Missing Access'), {
      code: 50001,
      requestBody: { json: 'report text' },
    });
    const [line] = logged((log) => {
      log.error({ err: error }, 'failed');
    });
    expect(line).toContain('50001');
    expect(line).not.toContain('report text');
  });

  it('drops tokens', () => {
    expect(
      logged((log) => {
        log.warn({ token: 'abc123', config: { token: 'abc123' } }, 'x');
      })[0],
    ).not.toContain('abc123');
  });

  it('keeps quiet below its level', () => {
    expect(
      logged((log) => {
        log.info('x');
      }, 'warn'),
    ).toEqual([]);
  });
});
