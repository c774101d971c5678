import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/diagnosis/report-text.ts';
import { findRequestIds, timeInRequestId } from '../../src/diagnosis/request-id.ts';

const ids = (text: string) => findRequestIds(readReport(text)).map(({ id }) => id);

describe('request ids', () => {
  test.each([
    [
      'the suffix of a gateway',
      'x (request id: 2024062804540355103293018330914)',
      '2024062804540355103293018330914',
    ],
    ['a reseller', 'x (tid: 2025120401482440582258876384808)', '2025120401482440582258876384808'],
    [
      'a field',
      "'request_id': '77f0d2dd-a572-4868-ae31-3b093ac9f275'",
      '77f0d2dd-a572-4868-ae31-3b093ac9f275',
    ],
    [
      'a header',
      "'x-request-id': 'req_e7d7133a1be2ef47dd14c56533490248'",
      'req_e7d7133a1be2ef47dd14c56533490248',
    ],
    [
      'a sentence',
      'include the request ID 3c7c86f9-8025-42c7-b83d-f8550cd94360 in your',
      '3c7c86f9-8025-42c7-b83d-f8550cd94360',
    ],
    [
      "a gateway's log",
      '[ERR] 2024/04/22 | 2024042209310277120034981734455 | relay error',
      '2024042209310277120034981734455',
    ],
    [
      'parts with colons',
      '(Request ID: 2819:51C379:8DE256:6B67C9:69A1F3C8)',
      '2819:51C379:8DE256:6B67C9:69A1F3C8',
    ],
  ])('%s', (_, text, id) => {
    expect(ids(text)).toEqual([id]);
  });

  test('stacked ids are all found, in order', () => {
    expect(
      ids('m (request id: 20250423020142736330894dLoIRrS6) (request id: 20260318110955343744169wMC0S307)'),
    ).toEqual(['20250423020142736330894dLoIRrS6', '20260318110955343744169wMC0S307']);
  });

  test.each([
    'Cloudflare Ray ID: 9cc1f0a7be2d3a11',
    'session id: 019d0f7c-2b8e-7c61-9a55-0c1f6a3a7d10',
    'no request id given here',
  ])('is none: %s', (text) => {
    expect(ids(text)).toEqual([]);
  });
});

describe('the time inside a gateway id', () => {
  test('is read from its first 14 digits', () => {
    expect(timeInRequestId('202608180451596820162328268d9d6QaFTpapK')).toBe('2026-08-18T04:51:59Z');
  });

  test.each([
    'req_011CDRcxrwvGwjKRKqrA5Inb',
    '77f0d2dd-a572-4868-ae31-3b093ac9f275',
    '20269918045159682016232826',
  ])('is not invented for %s', (id) => {
    expect(timeInRequestId(id)).toBeNull();
  });
});
