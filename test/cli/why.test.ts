import { describe, expect, test } from 'vitest';
import { errdesk } from './run.ts';

const key = 'sk-proj-Zk3mQ9vX2bN7cR5tY8wL4pH6jD1sF0gAaKu7';
const paste = `calling with ${key}
Error code: 503 - {'error': {'message': 'No available channel for model gpt-5.2 under group vip (distributor) (request id: 20260322181502720834819yLu54ARI)'}}`;

describe('errdesk diagnose --why', () => {
  test('shows verdict, addends, ranking, evidence, and the redacted text with the decisive line marked', async () => {
    const { code, out } = await errdesk(['diagnose', '--why'], paste);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Answered: model-unavailable\nConfidence 0\.99, needed 0\.70 \(nobody asked\); [\d.]+ ms\n/,
    );
    expect(out).toMatch(/\+0\.90 +signature +text that only a failing program prints/);
    expect(out).toMatch(
      /0\.90 +model-unavailable +signature +decisive +No available channel for model gpt-5\.2/,
    );
    expect(out).toMatch(/Model +gpt-5\.2\n/);
    expect(out).toContain('  > Error code: 503');
    expect(out).toContain('    calling with [API key sk-…aKu7]');
    expect(out).not.toContain(key);
  });

  test('judges as in a channel, and with --ask as for somebody who asked', async () => {
    const [silent, answered] = await Promise.all([
      errdesk(['diagnose', '--why'], '429'),
      errdesk(['diagnose', '--why', '--ask'], '429'),
    ]);
    expect(silent.out).toContain('Silent (nearest: rate-limited)');
    expect(answered.out).toContain('Answered: rate-limited');
  });

  test('speaks Chinese when told to', async () => {
    const { out } = await errdesk(['diagnose', '--why', '--lang', 'zh'], paste);
    expect(out).toContain('已回答: model-unavailable');
  });

  test('does not mix with the forms for machines', async () => {
    const { code, err } = await errdesk(['diagnose', '--why', '--json'], paste);
    expect(err).toContain("option '--why' cannot be used with option '--json'");
    expect(code).toBe(2);
  });
});
