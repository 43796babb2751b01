import {
  type FocalPointSaid,
  withoutBouncedQuestion,
} from '../domain/notifications/decide-for-focal-point.ts';
import {
  type OrganiserSaid,
  withoutBouncedOrganiserQuestion,
} from '../domain/notifications/decide-for-organiser.ts';
import {
  type ParticipantSaid,
  withoutBounced,
} from '../domain/notifications/decide-for-participant.ts';
import {
  accepted,
  bounced,
  delivered,
  type LastNotified,
  withUnread,
} from '../domain/notifications/last-notified.ts';
import { addressHash } from '../domain/shared/email.ts';
import type { Message } from '../mail/message.ts';
import { changeLastNotified } from '../store/outbox/last-notified.ts';
import type { Notice } from '../store/outbox/notice.ts';
import type { Sent } from '../store/outbox/record.ts';
import type { Outbox } from '../store/platform/client.ts';

type Settled = Pick<Notice, 'id' | 'recipient' | 'meetingId' | 'event' | 'document'>;
type Said = ParticipantSaid | FocalPointSaid | OrganiserSaid;

/**
 * Moves on what a recipient was last notified of: every report of SES proves that it has accepted the message.
 *
 * @param sentAt when SES accepted it; ISO 8601.
 * @returns what was sent, if `LAST_NOTIFIED` says it or the notice is a document; otherwise `undefined`.
 */
export async function settleAccepted(
  outbox: Outbox,
  notice: Settled,
  sentAt: string,
  now: Date,
): Promise<Sent | undefined> {
  if (notice.document) return sentDocument(notice.document);
  let sent: Sent | undefined;
  await changeLastNotified<Said>(
    outbox,
    notice,
    (last) => {
      sent = sentBy(last, notice.id);
      const after = accepted(last, notice.id, sentAt);
      return after === last ? undefined : after;
    },
    now,
  );
  return sent;
}

/** What is recorded of a document that was sent. */
function sentDocument({ message }: NonNullable<Notice['document']>): Sent {
  const { content, language, to } = message as Message;
  return { kind: content.kind, language, to: addressHash(to.email) };
}

/** What the message of a notice was, whether its sender has written down its acceptance already or not. */
function sentBy(
  { inFlight, farewell, maybe, said }: LastNotified<Said>,
  noticeId: string,
): Sent | undefined {
  const flight = inFlight?.noticeId === noticeId ? inFlight : undefined;
  const left = flight?.farewell ?? (farewell?.noticeId === noticeId ? farewell : undefined);
  if (left) {
    const { address, language } = left;
    return { kind: 'address-changed', language, to: addressHash(address) };
  }
  const saying = flight?.saying ?? [maybe, ...said].find((one) => one?.noticeId === noticeId);
  if (saying === undefined) return undefined;
  const { kind, language, address } = saying;
  return { kind, language, to: addressHash(address) };
}

/**
 * Moves back what a recipient was last notified of, because a message has not reached them. The next message repeats
 * it.
 */
export async function settleBounced(outbox: Outbox, notice: Settled, now: Date): Promise<void> {
  await changeLastNotified<Said>(
    outbox,
    notice,
    (last) => {
      const knows = [...last.said, last.maybe, last.inFlight].some(
        (one) => one?.noticeId === notice.id,
      );
      return knows ? withUnread(bounced(last, notice.id, takeBack), notice.event) : undefined;
    },
    now,
  );
}

/** Moves on again what a recipient was last notified of, because a message was delivered after its soft bounce. */
export async function settleDelivered(outbox: Outbox, notice: Settled, now: Date): Promise<void> {
  await changeLastNotified<Said>(outbox, notice, (last) => delivered(last, notice.id), now);
}

/**
 * Removes from a newer statement what only the bounced one said. Both are for the same recipient, so they have the same
 * type.
 */
function takeBack(newer: Said, gone: Said, before: Said | undefined): Said {
  if ('details' in newer)
    return withoutBounced(newer, gone as ParticipantSaid, before as ParticipantSaid | undefined);
  return 'invitedWith' in newer
    ? withoutBouncedQuestion(newer, gone as FocalPointSaid, before as FocalPointSaid | undefined)
    : withoutBouncedOrganiserQuestion(newer, gone as OrganiserSaid);
}
