import { describe, expect, it } from 'vitest';
import { keepQuota } from '../../../infra/local/ses/quota.ts';

const SEND = 'Action=SendRawEmail';

describe('keepQuota', () => {
  it('lets so many through in any one second, and refuses the rest as SES does', () => {
    let now = 0;
    const quota = keepQuota({ perSecond: 2, perDay: 100 }, () => now);
    const sent = (at: number) => {
      now = at;
      return quota(SEND) === undefined;
    };
    expect([0, 500, 999, 1_000, 1_499, 1_500].map(sent)).toEqual([
      ...[true, true, false],
      ...[true, false, true],
    ]);
    expect(quota(SEND)).toMatchObject({
      status: 400,
      body: expect.stringContaining('<Code>Throttling</Code>'),
    });
  });

  it('lets so many through in all, and what it refuses does not count', () => {
    let now = 0;
    const quota = keepQuota({ perSecond: 1, perDay: 2 }, () => now);
    for (const at of [0, 10, 1_000, 2_000]) {
      now = at;
      quota(SEND);
    }
    expect(quota('Action=GetSendQuota')?.body).toContain('<SentLast24Hours>2</SentLast24Hours>');
    expect(quota(SEND)?.body).toContain('Daily message quota exceeded.');
  });

  it('has nothing to say of anything else', () => {
    expect(quotaOf('Action=VerifyEmailIdentity')).toBeUndefined();
    expect(quotaOf('')).toBeUndefined();
  });
});

const quotaOf = (body: string) => keepQuota({ perSecond: 1, perDay: 1 })(body);
