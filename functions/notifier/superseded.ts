import { isLive } from '../domain/registration.ts';
import type { Outbox } from '../store/client.ts';
import { type NewMessage, unsubscribeUrlOf } from '../store/message.ts';
import {
  addressMark,
  type MeetingStanding,
  readMeetingStanding,
  readRemindersStopped,
  readStanding,
  representsMark,
  type Standing,
} from '../store/standing.ts';

type Written = Pick<NewMessage, 'content' | 'to' | 'bulk' | 'meeting'>;

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
  { content, to, bulk }: Omit<Written, 'meeting'>,
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

/**
 * Whether a meeting has become another since something was written to many. A reminder is of one edition. News of a
 * change are not: each says what was and what is since the one before. But of a cancelled meeting its end alone is told.
 */
export function isOfAnother(
  { content, meeting }: Pick<NewMessage, 'content' | 'meeting'>,
  standing: MeetingStanding | undefined,
): boolean {
  if (standing === undefined || content.kind === 'meeting-cancelled') return false;
  if (standing.cancelled) return true;
  const isReminder = unsubscribeUrlOf(content) !== undefined;
  return isReminder && standing.edition > (meeting.edition ?? 1);
}

async function isSupersededForMany(outbox: Outbox, message: Written): Promise<boolean> {
  const url = unsubscribeUrlOf(message.content);
  if (isOfAnother(message, await readMeetingStanding(outbox, message.meeting.id))) return true;
  return url !== undefined && (await readRemindersStopped(outbox, new URL(url).pathname));
}

/** The same of a message that is about to be sent, by what the outbox says at this moment. */
export async function hasBeenSuperseded(
  outbox: Outbox,
  message: Written,
  now: Date,
): Promise<boolean> {
  if (message.bulk && (await isSupersededForMany(outbox, message))) return true;
  const reference = referenceOf(message);
  if (reference === undefined) return false;
  return isSuperseded(message, await readStanding(outbox, reference), now);
}
