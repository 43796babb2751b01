import type { DeliveryReport } from '../domain/notifications/delivery.ts';
import type { Report } from '../store/outbox/feedback.ts';
import type { SesEvent } from './event.ts';

/** What an event means: the new state of the notice, and of the address if the event says something about it. */
export type Outcome = {
  readonly message: Pick<Report, 'status' | 'error' | 'bounce'>;
  readonly address?: Omit<DeliveryReport, 'sentAt' | 'messageId'> | undefined;
};

/**
 * Subtypes of a bounce that SES has made itself without trying, because the address is on the suppression list of the
 * account or of SES. Complaints have the same subtypes.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
const ON_LIST_OF_SES = new Set(['OnAccountSuppressionList', 'Suppressed']);

/**
 * Reads an event. SES itself retries a mailbox that is full or unavailable for hours, and reports a bounce only at the
 * end. So every kind of bounce is a final state.
 *
 * @param time when EventBridge received the event, for events without a time of their own.
 */
export function outcomeOf(event: SesEvent, time: Date): Outcome {
  const when = (timestamp?: string) => (timestamp ? new Date(timestamp) : time).toISOString();
  switch (event.eventType) {
    case 'Send':
      return { message: { status: 'sent' } };
    case 'Delivery':
      return {
        message: { status: 'delivered' },
        address: { state: 'delivered', at: when(event.delivery.timestamp) },
      };
    case 'Bounce': {
      const { bounceType, bounceSubType, timestamp } = event.bounce;
      const at = when(timestamp);
      const onListOfSes = ON_LIST_OF_SES.has(bounceSubType);
      const bounce = bounceType === 'Permanent' ? 'hard' : 'soft';
      const error = { name: 'Bounce', message: `${bounceType}: ${bounceSubType}`, at };
      return {
        message: onListOfSes
          ? { status: 'suppressed', error }
          : { status: 'bounced', bounce, error },
        address: { state: 'bounced', bounce, onListOfSes, at },
      };
    }
    case 'Complaint': {
      const { complaintFeedbackType, complaintSubType, timestamp } = event.complaint;
      const at = when(timestamp);
      // The opposite of a complaint (RFC 6430): the message was treated as spam, and the reader says that it is none.
      if (complaintFeedbackType === 'not-spam')
        return { message: { status: 'delivered' }, address: { state: 'delivered', at } };
      const onListOfSes = ON_LIST_OF_SES.has(complaintSubType ?? '');
      const message = complaintSubType ?? complaintFeedbackType ?? 'unspecified';
      return {
        message: {
          status: onListOfSes ? 'suppressed' : 'complained',
          error: { name: 'Complaint', message, at },
        },
        address: { state: 'complained', onListOfSes, at },
      };
    }
    case 'Reject': {
      const at = time.toISOString();
      const error = { name: 'Reject', message: event.reject.reason.slice(0, 300), at };
      return { message: { status: 'failed', error }, address: { state: 'rejected', at } };
    }
  }
}
