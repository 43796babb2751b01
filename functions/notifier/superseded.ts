import { isLive } from '../domain/registration.ts';
import type { Outbox } from '../store/client.ts';
import type { NewMessage } from '../store/message.ts';
import { addressMark, readStanding, representsMark, type Standing } from '../store/standing.ts';

type Written = Pick<NewMessage, 'content' | 'to' | 'bulk'>;

/** The registration that a message depends on; none for lists and invitations. */
function referenceOf({ content }: Written): string | undefined {
  if ('registration' in content) return content.registration.reference;
  return content.kind === 'validation-wanted' ? content.reference : undefined;
}

/**
 * Whether what a message says has ceased to be so, and it must not be sent any more.
 *
 * - Where a registration stands: once a later version says otherwise, or an offer is over.
 * - That an address is no longer the participant's: once it is again.
 * - What is sent to many at its time: once the registration has ended, or has another address.
 * - That somebody waits for an answer: once they do not, or not from this delegation.
 *
 * @param standing of the registration it is about; `undefined` where that has never changed.
 */
export function isSuperseded(
  { content, to, bulk }: Written,
  standing: Standing | undefined,
  now: Date,
): boolean {
  if (content.kind === 'validation-wanted')
    return (
      standing !== undefined &&
      (standing.status !== 'pending' || standing.represents !== representsMark(content.delegation))
    );
  if (!('registration' in content)) return false;
  const { version, status, offeredUntil } = content.registration;
  const sameAddress = standing?.address === addressMark(to.email);
  if (content.kind === 'address-changed') return standing !== undefined && sameAddress;
  if (offeredUntil !== undefined && offeredUntil <= now.toISOString()) return true;
  if (standing === undefined) return false;
  if (bulk !== true) return standing.version > version;
  return (
    !sameAddress || !isLive(standing.status) || (status !== undefined && status !== standing.status)
  );
}

/** The same of a message that is about to be sent, by what the outbox says at this moment. */
export async function hasBeenSuperseded(
  outbox: Outbox,
  message: Written,
  now: Date,
): Promise<boolean> {
  const reference = referenceOf(message);
  if (reference === undefined) return false;
  return isSuperseded(message, await readStanding(outbox, reference), now);
}
