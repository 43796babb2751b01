import { randomUUID } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import { suppressionOf } from '../domain/notifications/delivery.ts';
import { compose } from '../mail/compose.ts';
import { countFailed } from '../mail/ses/metrics.ts';
import { mimeOf } from '../mail/ses/mime.ts';
import { type Ses, sendMail } from '../mail/ses/ses.ts';
import { TAG_VALUE } from '../mail/ses/tag.ts';
import { attachmentsOf, readParts } from '../store/outbox/attachment-chunks.ts';
import { type Claimed, claimMessage } from '../store/outbox/claim.ts';
import { readDelivery } from '../store/outbox/delivery.ts';
import { type Result, recordResult } from '../store/outbox/record.ts';
import type { Outbox } from '../store/platform/client.ts';
import { GivenUp, isGivenUp, nextAttempt, nextLook, nextTurn } from './backoff.ts';
import { answerOf, lastErrorOf } from './classify-ses-error.ts';
import type { Pace } from './rate-limiter.ts';
import { judged } from './superseded.ts';

/** What the notifier works with. */
export type Dependencies = {
  readonly outbox: Outbox;
  readonly ses: Ses;
  readonly pace: Pace;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now: () => Date;
};

/** How a run takes up messages. */
export type Run = {
  /** `prompt` leaves what is sent to many to somebody else. */
  readonly lane: 'prompt' | 'any';
  /** Whether there is still time to wait for a turn. */
  readonly goOn: () => boolean;
};

/**
 * Sends one message, if it is to be sent and nobody else is at it. Whatever SES or the message itself
 * does wrong ends as a state of the message; logs say which, and never to whom.
 *
 * @returns where the message is now, or `undefined` when it was not this caller's to send.
 * @throws only what DynamoDB throws. The claim then ends by itself, and the sweeper comes back to it.
 */
export async function deliver(
  dependencies: Dependencies,
  id: string,
  { lane, goOn }: Run = { lane: 'any', goOn: () => true },
): Promise<Result['status'] | undefined> {
  const { outbox, ses, log, now } = dependencies;
  const claimed = await claimMessage(outbox, id, randomUUID(), now(), lane);
  if (claimed === undefined) {
    log.info('Not ours to send', { messageId: id });
    return undefined;
  }
  const result = await attempt(dependencies, claimed, goOn);
  const recorded = await recordResult(outbox, claimed, result);
  const { status } = result;
  const facts = {
    messageId: id,
    kind: claimed.content?.kind,
    status,
    attempts: claimed.attempts,
    recorded,
    ...('error' in result && result.error && { error: result.error.name }),
  };
  if (status === 'sent') log.info('Message sent', facts);
  else if (status === 'suppressed') log.warn('Message not sent: its address is suppressed', facts);
  else if (status === 'failed') log.error('Message failed', facts);
  else if (status === 'superseded') log.info('Message dropped: it is no longer true', facts);
  else if (status === 'waiting') log.info('Message waits for its turn', facts);
  else log.warn('Message not sent yet', facts);
  if (status === 'failed' && recorded) countFailed(ses.stage, now());
  return status;
}

/** Tries once, and says what came of it. */
async function attempt(
  { outbox, ses, pace, now }: Dependencies,
  claimed: Claimed,
  goOn: () => boolean,
): Promise<Result> {
  const failed = (error: unknown): Result => ({
    status: 'failed',
    error: lastErrorOf(error, now()),
  });
  if (isGivenUp(claimed, now()))
    return { status: 'failed', error: claimed.lastError ?? lastErrorOf(new GivenUp(), now()) };
  const parts = await readParts(outbox, claimed);
  let data: Uint8Array;
  try {
    if (!TAG_VALUE.test(claimed.id)) throw new Error('The id cannot be a tag of SES');
    const composed = await compose(claimed, attachmentsOf(claimed, parts));
    data = await mimeOf(composed, claimed, ses.sender, now());
  } catch (error) {
    // Poison: it cannot be put into words today, and neither can it tomorrow.
    return failed(error);
  }
  if (!(await pace.turn(claimed.bulk ? 'bulk' : 'prompt', goOn)))
    return { status: 'waiting', dueAt: nextTurn(now()) };
  // The last things before it is sent: what changes after this was still so when it was.
  const [delivery, judgement] = await Promise.all([
    readDelivery(outbox, claimed.to.email),
    judged(outbox, claimed, now()),
  ]);
  const suppression = suppressionOf(delivery);
  if (suppression !== undefined) {
    const { because: message, since } = suppression;
    const error = {
      name: 'Suppressed',
      message: `${message} since ${since}`,
      at: now().toISOString(),
    };
    return { status: 'suppressed', error };
  }
  if (judgement === 'drop') return { status: 'superseded' };
  if (judgement === 'wait') return { status: 'waiting', dueAt: nextTurn(now()) };
  try {
    const { id, to } = claimed;
    const sesMessageId = await sendMail(ses, { id, to: to.email, data });
    return { status: 'sent', sesMessageId, at: now() };
  } catch (error) {
    const answer = answerOf(error);
    if (answer === 'permanent') return failed(error);
    const lastError = lastErrorOf(error, now());
    if (answer === 'too-much') {
      pace.throttled();
      return { status: 'waiting', dueAt: nextTurn(now()), error: lastError };
    }
    return answer === 'unclear'
      ? { status: 'sending', until: nextLook(claimed, now()), error: lastError }
      : { status: 'retrying', dueAt: nextAttempt(claimed, now()), error: lastError };
  }
}
