import { describe, expect, it } from 'vitest';
import { outageOf } from '../../src/storage/outage.ts';

const failed = (more: object, message = '') => Object.assign(new Error(message), more);

describe('an outage', () => {
  it.each([
    [{ errcode: 13 }, 'SQLite: full'],
    [{ errcode: 10 | (3 << 8) }, 'SQLite: I/O error'],
    [{ code: 'ECONNREFUSED' }, 'PostgreSQL: ECONNREFUSED'],
    [{ code: '57P01' }, 'PostgreSQL: 57P01'],
    [{ code: '53100' }, 'PostgreSQL: 53100'],
  ])('is %o', (more, reason) => {
    expect(outageOf(failed(more))).toBe(reason);
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'is %s',
    (message) => {
      expect(outageOf(failed({}, message))).toBe('PostgreSQL: connection lost');
    },
  );

  it.each([{ errcode: 2067 }, { code: '23505' }, { code: 'ERR_INVALID_ARG_TYPE' }, { code: 10062 }, {}])(
    'is not %o',
    (more) => {
      expect(outageOf(failed(more, 'report x does not exist'))).toBeNull();
    },
  );
});
