import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Delegation, delegatedOf, delegationId } from '../../domain/delegation/delegation.ts';
import { delegationKey } from '../../domain/eligibility/delegation-key.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { NewNotice } from '../../domain/notifications/notice.ts';
import { organiserHash, type Recipient } from '../../domain/notifications/recipient.ts';
import { isNotifiable } from '../../domain/registration/notifiable-changes.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import { noticeWrite } from '../outbox/notice.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { readItem } from '../platform/read.ts';

/** A registration before and after a change; `before` is missing for a new one. */
type Changed = { readonly before?: Registration | undefined; readonly after: Registration };

/** Longer than the notifier tries to send a reminder: see `GIVEN_UP_AFTER_MS` in notifier/backoff.ts. */
const REMINDER_MAY_WAIT_MS = 4 * 86_400_000;

/**
 * Builds the writes of the notices that a change of a registration causes: to its participant, to a former address, and
 * to the people who are asked to validate it. It reads the delegation if the person joins one or waits for validation.
 */
export async function noticeWrites(
  store: Store,
  meeting: Meeting,
  { before, after }: Changed,
  now: Date,
): Promise<TransactWriteItem[]> {
  if (after.erasedAt !== undefined) return [];
  const asks = isToBeAsked(before, after);
  const joins = joinsDelegation(before, after);
  const delegation = asks || joins ? await delegationOf(store, after) : undefined;
  const notices = [
    ...toParticipant(before, after),
    ...(asks ? questions(meeting, after, delegation) : []),
  ];
  return [
    ...notices.map((notice) => noticeWrite(store, notice, now)),
    ...(joins ? presenceWrites(store, after, delegation, now) : []),
  ];
}

function toParticipant(before: Registration | undefined, after: Registration): NewNotice[] {
  const { meetingId, reference, version, email } = after;
  const recipient: Recipient = { kind: 'participant', reference };
  // A deleted address cannot receive a message.
  if (email === undefined) return [];
  const isTold = before === undefined || isNotifiable(before, after);
  const hasLeft = before?.email !== undefined && !isSameAddress(before.email, email);
  return [
    ...(isTold
      ? [
          {
            recipient,
            name: `v${version}`,
            meetingId,
            event: { kind: 'registration-changed' } as const,
          },
        ]
      : []),
    ...(hasLeft
      ? [
          {
            recipient,
            name: `former-v${version}`,
            meetingId,
            event: { kind: 'address-changed' } as const,
          },
        ]
      : []),
  ];
}

/**
 * Whether somebody has to be asked to validate a registration: it waits for validation, and did not wait before, or
 * waited for another delegation or category.
 */
function isToBeAsked(before: Registration | undefined, after: Registration): boolean {
  if (after.status !== 'pending') return false;
  return (
    before?.status !== 'pending' ||
    before.category !== after.category ||
    delegationKey(before) !== delegationKey(after)
  );
}

/** The notices that ask for validation: to the focal point, or to all organisers if the delegation has none. */
function questions(
  meeting: Meeting,
  { meetingId, reference, version }: Registration,
  delegation: Delegation | undefined,
): NewNotice[] {
  const event = { kind: 'validation-wanted', reference, version } as const;
  const name = `ask-${reference}-v${version}`;
  const recipients: Recipient[] =
    delegation?.focalPoint.email === undefined
      ? meeting.organisers.map(({ email }) => ({
          kind: 'organiser',
          meetingId,
          addressHash: organiserHash(email),
        }))
      : [{ kind: 'focal-point', meetingId, delegationId: delegation.id }];
  return recipients.map((recipient) => ({ recipient, name, meetingId, event }));
}

/** The notices that ask a focal point with a new link about people who wait for validation. */
export const questionsWithNewLink = (
  { meetingId, id, link }: Delegation,
  people: readonly Registration[],
): NewNotice[] =>
  people.map(({ reference, version }) => ({
    recipient: { kind: 'focal-point', meetingId, delegationId: id },
    name: `ask-${reference}-v${version}-l${link}`,
    meetingId,
    event: { kind: 'validation-wanted', reference, version },
  }));

function joinsDelegation(before: Registration | undefined, after: Registration): boolean {
  if (!isLive(after.status) || delegatedOf(after) === undefined) return false;
  return (
    before === undefined || !isLive(before.status) || delegationKey(before) !== delegationKey(after)
  );
}

/** Builds the write that cancels a reminder which says that nobody of the delegation is registered. */
function presenceWrites(
  { registry }: Store,
  { meetingId }: Registration,
  delegation: Delegation | undefined,
  now: Date,
): TransactWriteItem[] {
  const { id, remindedAt } = delegation ?? {};
  if (id === undefined || remindedAt === undefined) return [];
  if (now.getTime() - Date.parse(remindedAt) > REMINDER_MAY_WAIT_MS) return [];
  const item = { ...registryKeys.presence(meetingId, id), since: now.toISOString() };
  return [{ Put: { TableName: registry, Item: toItem(item) } }];
}

function delegationOf(store: Store, one: Registration): Promise<Delegation | undefined> {
  const delegated = delegatedOf(one);
  if (delegated === undefined) return Promise.resolve(undefined);
  return readItem(store, registryKeys.delegation(one.meetingId, delegationId(delegated)));
}
