import type { Logger } from '@aws-lambda-powertools/logger';
import { countFailed } from '../mail/ses/metrics.ts';
import { recordDelivery } from '../store/outbox/delivery.ts';
import { readNotice, recordReport } from '../store/outbox/feedback.ts';
import type { Outbox } from '../store/platform/client.ts';
import { isOwn, type Own, outboxIdOf, sesEvent } from './event.ts';
import { outcomeOf } from './outcome.ts';
import { settleAccepted, settleBounced, settleDelivered } from './settle.ts';

/** What the feedback function works with. */
export type Dependencies = {
  readonly outbox: Outbox;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now: () => Date;
  readonly stage: string;
  readonly own: Own;
};

/** States of a notice whose message has not reached its reader, and never will. */
const UNREAD: ReadonlySet<string> = new Set(['bounced', 'suppressed', 'failed']);

/**
 * Records a report of SES with the notice and with the address. It uses the address of the outbox and not that of the
 * event. Repeated events, events in any order and events about other mail cause no wrong change.
 *
 * @param event as EventBridge delivers it, unchecked.
 * @throws errors of DynamoDB. EventBridge then delivers the event again.
 */
export async function recordEvent(
  { outbox, log, now, stage, own }: Dependencies,
  event: unknown,
): Promise<void> {
  const parsed = sesEvent.safeParse(event);
  // Only the paths, because the values may contain an address.
  if (!parsed.success)
    return log.warn('Event not understood', {
      paths: parsed.error.issues.map(({ path }) => path.join('.')),
    });
  const { detail, time } = parsed.data;
  if (!isOwn(own, parsed.data))
    return log.warn('Event of another account or configuration set', { event: detail.eventType });
  const id = outboxIdOf(detail);
  if (id === undefined) return log.info('Event without a notice id', { event: detail.eventType });
  const facts = { noticeId: id, event: detail.eventType };
  const notice = await readNotice(outbox, id);
  if (notice === undefined) return log.info('The notice does not exist', facts);
  const { message, address: delivery } = outcomeOf(detail, new Date(time));
  const { messageId: sesMessageId, timestamp } = detail.mail;
  const sentAt = new Date(timestamp).toISOString();
  const sent = await settleAccepted(outbox, notice, sentAt, now());
  // Reports come in any order: a mailbox that is away answers with a soft bounce and has the message.
  if (message.status === 'delivered' && notice.bounce === 'soft')
    await settleDelivered(outbox, notice, now());
  const recorded = await recordReport(outbox, { id, sesMessageId, sentAt, ...message, sent });
  if (UNREAD.has(message.status)) {
    // A bounce after a delivery, such as an automatic answer, takes nothing back.
    const { status } = (await readNotice(outbox, id)) ?? {};
    if (status !== undefined && UNREAD.has(status)) await settleBounced(outbox, notice, now());
  }
  const to = sent?.to ?? notice.to;
  const isNew =
    delivery !== undefined &&
    to !== undefined &&
    (await recordDelivery(outbox, to, { ...delivery, sentAt, messageId: id }));
  log.info('Message reported', { ...facts, status: message.status, recorded, isNew });
  if (message.status === 'failed' && recorded) {
    log.error('Message failed', { ...facts, error: message.error?.name });
    countFailed(stage, now());
  }
}
