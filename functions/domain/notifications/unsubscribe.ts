import { createHmac } from 'node:crypto';
import type { Delegation } from '../delegation/delegation.ts';
import type { Registration } from '../registration/registration.ts';
import { emailKey } from '../shared/email.ts';

/**
 * A person who gets reminders. `subscriberId`: the reference of a participant, or the id of a focal point's delegation.
 */
export type Subscriber = {
  readonly meetingId: string;
  readonly subscriberId: string;
  readonly email: string;
};

/** A participant as a subscriber, or `undefined` without an address. */
export function participantSubscriber({
  meetingId,
  reference,
  email,
}: Registration): Subscriber | undefined {
  return email === undefined ? undefined : { meetingId, subscriberId: reference, email };
}

/** The focal point of a delegation as a subscriber, or `undefined` without an address. */
export function focalPointSubscriber({
  meetingId,
  id,
  focalPoint: { email },
}: Delegation): Subscriber | undefined {
  return email === undefined ? undefined : { meetingId, subscriberId: id, email };
}

/**
 * The secret that ends reminders and permits nothing else, 128 bits. Mail programs and mail providers read it in a
 * header of the message (RFC 8058), so it must not be the secret of the private link. It works for one mailbox: a
 * former owner of the address cannot end the reminders of the next owner.
 *
 * @param stageSecret the secret of the stage.
 */
export function unsubscribeSecret(
  stageSecret: string,
  { meetingId, subscriberId, email }: Subscriber,
): string {
  return createHmac('sha256', stageSecret)
    .update(`unsubscribe\0${meetingId}\0${subscriberId}\0${emailKey(email)}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** The path that ends a person's reminders. */
export function unsubscribePath(stageSecret: string, subscriber: Subscriber): string {
  const { meetingId, subscriberId } = subscriber;
  return `/unsubscribe/${meetingId}/${subscriberId}/${unsubscribeSecret(stageSecret, subscriber)}`;
}
