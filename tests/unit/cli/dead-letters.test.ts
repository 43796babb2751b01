import { describe, expect, it } from 'vitest';
import { readLetter } from '../../../infra/cli/outbox/letter.ts';

/** What SES reports, through EventBridge, shortened. */
const report = {
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  detail: {
    eventType: 'Bounce',
    mail: { destination: ['mali@example.org'], tags: { 'outbox-id': ['BKK14-7F3K2-v1'] } },
  },
};
const run = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
const invoked = (requestPayload: unknown, errorType: unknown = 'Error') =>
  JSON.stringify({
    version: '1.0',
    requestContext: { requestId: '1', condition: 'RetriesExhausted' },
    requestPayload,
    responsePayload: { errorType, errorMessage: 'mali@example.org is not there' },
  });

describe('a dead letter', () => {
  it('of Lambda is the event that it had, with the kind of the error', () => {
    expect(readLetter(invoked(report))).toEqual({
      kind: 'event',
      what: 'Bounce that SES reports',
      why: 'RetriesExhausted, Error',
      messageIds: ['BKK14-7F3K2-v1'],
      event: report,
    });
  });

  it('of EventBridge is the event, with the reason beside it', () => {
    expect(readLetter(JSON.stringify(report), { ERROR_CODE: 'NO_PERMISSIONS' })).toMatchObject({
      kind: 'event',
      why: 'NO_PERMISSIONS',
      event: report,
    });
  });

  it('of a schedule stands for any of its runs', () => {
    expect(readLetter(invoked(run))).toMatchObject({ kind: 'schedule', event: run });
    expect(readLetter(JSON.stringify(run))).toMatchObject({ kind: 'schedule', event: run });
  });

  it('of a stream says how many records it was, as more is not kept', () => {
    const body = {
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { shardId: 's', startSequenceNumber: '1', batchSize: 3 },
    };
    expect(readLetter(JSON.stringify(body))).toEqual({
      kind: 'stream',
      what: "3 of the outbox's stream",
      why: 'RetryAttemptsExhausted',
      messageIds: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['not an object', '7'],
    ['an event of others', JSON.stringify({ source: 'aws.s3', detail: {} })],
    ['an empty run', invoked(null)],
  ])('that is %s is of no function of ours', (_, body) => {
    expect(readLetter(body)).toMatchObject({ kind: 'unknown', messageIds: [] });
  });

  it('names nobody, whatever stands where a name should', () => {
    const { event: _, ...told } = readLetter(invoked(report, 'mali@example.org'));
    expect(told).toMatchObject({ kind: 'event', why: 'RetriesExhausted' });
    expect(JSON.stringify(told)).not.toContain('mali');
    const { why } = readLetter(JSON.stringify(report), { ERROR_CODE: 'mali@example.org' });
    expect(why).toBe('not said');
  });
});
