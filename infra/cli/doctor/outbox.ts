import { dueNotices } from '../../../functions/store/outbox/due.ts';
import type { Outbox } from '../../../functions/store/platform/client.ts';
import { DUE, DUE_BULK } from '../../../functions/store/platform/keys.ts';
import { count, type Finding, fail, ok, warn } from './finding.ts';

/** After how many milliseconds the sweeper, which runs every minute, has missed a notice that is due. */
const MISSED_MS = 10 * 60_000;
/**
 * How long notices in the bulk lane may wait, in milliseconds. They have half of the rate: see
 * notifier/rate-limiter.ts.
 */
const SLOW_MS = 60 * 60_000;

/** Checks that messages are sent in time, in the prompt and in the bulk lane. */
export async function outboxFindings(outbox: Outbox, now: Date): Promise<Finding[]> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const missed = await numberOf(dueNotices(outbox, before(MISSED_MS), DUE));
  const slow = await numberOf(dueNotices(outbox, before(SLOW_MS), DUE_BULK));
  return [
    missed === 0
      ? ok('No message waits for longer than it should')
      : fail(
          `${count(missed, 'message')} should have gone out more than ten minutes ago`,
          'read the last ERROR line of the sweeper, which looks for them every minute',
        ),
    slow === 0
      ? ok('No message to many waits for more than an hour')
      : warn(
          `${count(slow, 'message')} to many should have gone out more than an hour ago`,
          'they go out by and by where SES takes few a second or a day (see what it takes, and ask for more); otherwise read the last ERROR line of the sweeper',
        ),
  ];
}

async function numberOf(pages: AsyncIterable<readonly string[]>): Promise<number> {
  let number = 0;
  for await (const ids of pages) number += ids.length;
  return number;
}
