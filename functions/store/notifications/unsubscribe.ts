import { createHmac } from 'node:crypto';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { emailKey } from '../../domain/shared/email.ts';
import type { Registry } from '../platform/client.ts';
import { stageSecret } from '../platform/secret.ts';

/** Whose reminders they are: a participant's, by reference, or those of a delegation's focal point, by its id. */
export type Reminded = {
  readonly meetingId: string;
  readonly whom: string;
  readonly email: string;
};

/** A participant as one who is reminded; none whose address is not known. */
export function remindedParticipant({
  meetingId,
  reference,
  email,
}: Registration): Reminded | undefined {
  return email === undefined ? undefined : { meetingId, whom: reference, email };
}

/** The focal point of a delegation as one who is reminded; none whose address is not known. */
export function remindedFocalPoint({
  meetingId,
  id,
  focalPoint: { email },
}: Delegation): Reminded | undefined {
  return email === undefined ? undefined : { meetingId, whom: id, email };
}

/**
 * What lets somebody end reminders and nothing else, 128 bits: mail programs and their providers read it in the header of
 * a message (RFC 8058), where the secret of the private link has no business. It is good for one
 * mailbox: whoever had an address before cannot end what goes to the next.
 */
export async function unsubscribeSecret(
  store: Registry,
  { meetingId, whom, email }: Reminded,
): Promise<string> {
  return createHmac('sha256', await stageSecret(store))
    .update(`unsubscribe\0${meetingId}\0${whom}\0${emailKey(email)}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** The path at which somebody ends reminders. */
export async function unsubscribePath(store: Registry, reminded: Reminded): Promise<string> {
  const { meetingId, whom } = reminded;
  return `/unsubscribe/${meetingId}/${whom}/${await unsubscribeSecret(store, reminded)}`;
}
