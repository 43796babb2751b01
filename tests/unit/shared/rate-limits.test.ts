import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../functions/domain/shared/network.ts';
import { LIMITS, windowAt } from '../../../functions/domain/shared/rate-limits.ts';
import { networkOfRequest } from '../../../functions/web/context.ts';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:192.0.2.7', '2001:db8:1:2::/64'],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['', 'localhost', '192.0.2', '2001:db8', ':::', '192.0.2.7:80', ']@x[', 'unknown'])(
    '“%s” is no address',
    (text) => {
      expect(networkOf(text)).toBeUndefined();
    },
  );

  it('is the one that API Gateway took the connection from, or unknown', () => {
    expect(networkOfRequest({ requestContext: { http: { sourceIp: '192.0.2.7' } } })).toBe(
      '192.0.2.7',
    );
    for (const bindings of [
      undefined,
      {},
      { requestContext: {} },
      { requestContext: { http: {} } },
    ])
      expect(networkOfRequest(bindings)).toBeUndefined();
  });
});

describe('a window', () => {
  const hour = { most: 1, seconds: 3_600 };

  it('holds its first instant and not its last', () => {
    const start = Date.parse('2026-03-04T05:00:00Z') / 1000;
    const at = (seconds: number) => windowAt(hour, new Date(seconds * 1000));
    expect(at(start)).toEqual({ start, end: start + 3_600 });
    expect(at(start + 3_599.999)).toEqual(at(start));
    expect(at(start + 3_600).start).toBe(start + 3_600);
    expect(at(start - 0.001).end).toBe(start);
  });
});

describe('the limits', () => {
  it('leave room for a whole mission behind one address, and none for guessing codes', () => {
    expect(LIMITS.register.network.most).toBeGreaterThanOrEqual(500);
    const { most, seconds } = LIMITS.code.network;
    const years = (2 ** 40 / 1_000 / most) * (seconds / (365 * 86_400));
    expect(years).toBeGreaterThan(400);
    expect(LIMITS.code.address?.most).toBeLessThanOrEqual(10);
  });

  it('let far fewer register by waiting than by work', () => {
    expect(LIMITS.wait.network.most * 10).toBeLessThanOrEqual(LIMITS.register.network.most);
  });
});
