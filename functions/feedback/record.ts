import type { Logger } from '@aws-lambda-powertools/logger';
import { countFailed } from '../mail/metrics.ts';
import type { Outbox } from '../store/client.ts';
import { type Report, recordReport } from '../store/outbox-feedback.ts';
import { outboxIdOf, type SesEvent, sesEvent } from './event.ts';

/** What the feedback function works with. */
export type Dependencies = {
  readonly outbox: Outbox;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now: () => Date;
  readonly stage: string;
};

/**
 * Writes down what SES reports of a message. Repeated events, events in any order and events of mail
 * that is not ours change nothing that they should not.
 *
 * @param event as EventBridge brings it, unchecked.
 * @throws what DynamoDB throws: EventBridge then brings the event again.
 */
export async function recordEvent(
  { outbox, log, now, stage }: Dependencies,
  event: unknown,
): Promise<void> {
  const parsed = sesEvent.safeParse(event);
  // The paths alone: what was there instead may be somebody's address.
  if (!parsed.success)
    return log.warn('Event not understood', {
      paths: parsed.error.issues.map(({ path }) => path.join('.')),
    });
  const { detail } = parsed.data;
  const id = outboxIdOf(detail);
  if (id === undefined) return log.info('Not a message of ours', { event: detail.eventType });
  const facts = { messageId: id, event: detail.eventType };
  const outcome = outcomeOf(detail, now());
  const { messageId: sesMessageId, timestamp } = detail.mail;
  const sentAt = new Date(timestamp).toISOString();
  const recorded = await recordReport(outbox, { id, sesMessageId, sentAt, ...outcome });
  log.info('Message reported', { ...facts, status: outcome.status, recorded });
  if (outcome.status === 'failed' && recorded) {
    log.error('Message failed', { ...facts, error: outcome.error?.name });
    countFailed(stage, now());
  }
}

/**
 * Where an event leads. SES tries a mailbox that is full or away for hours by itself and reports a bounce only
 * when it has given up, so every kind of bounce is an end.
 */
function outcomeOf(event: SesEvent, now: Date): Pick<Report, 'status' | 'error' | 'bounce'> {
  const at = now.toISOString();
  switch (event.eventType) {
    case 'Send':
      return { status: 'sent' };
    case 'Delivery':
      return { status: 'delivered' };
    case 'Bounce': {
      const { bounceType, bounceSubType } = event.bounce;
      const message = `${bounceType}: ${bounceSubType}`;
      const bounce = bounceType === 'Permanent' ? 'hard' : 'soft';
      return { status: 'bounced', bounce, error: { name: 'Bounce', message, at } };
    }
    case 'Complaint': {
      const message = event.complaint.complaintFeedbackType ?? 'unspecified';
      return { status: 'complained', error: { name: 'Complaint', message, at } };
    }
    case 'Reject':
      return {
        status: 'failed',
        error: { name: 'Reject', message: event.reject.reason.slice(0, 300), at },
      };
  }
}
