import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { delegationKey } from '../../domain/eligibility/delegation-key.ts';
import { withinLimit } from '../../domain/notifications/edit-messages.ts';
import { toldChanges } from '../../domain/notifications/notifiable-changes.ts';
import {
  changedFields,
  type Seen,
  tellsAnew,
  type Wanted,
} from '../../domain/registration/edit.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { splitSensitive } from '../../domain/registration/sensitive-data.ts';
import { getMeeting, type StoredMeeting, sinceTold } from '../meeting/meeting.ts';
import { writtenAnew } from '../notifications/anew.ts';
import { validationWanted } from '../notifications/delegation-message.ts';
import { editMessages } from '../notifications/participant-message.ts';
import { remindHolder } from '../notifications/resend.ts';
import { saysStanding } from '../notifications/standing.ts';
import {
  type Earlier,
  isWaiting,
  lookAtAll,
  takeBack,
  unsaidChanges,
} from '../notifications/unsaid.ts';
import type { NewMessage } from '../outbox/message.ts';
import type { Store, Vault } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import type { OperationContext } from './change.ts';
import { type Change, kept } from './commit.ts';
import { type PlanRefusal, planned } from './edit-plan.ts';
import { addressState, type FreeAddress } from './email-claims.ts';
import { commitAndOfferFreedSeat } from './offer.ts';
import { getRegistration } from './registration.ts';
import { vaultWrites } from './sensitive-data.ts';

export type EditOutcome =
  /** `changed`: whether anything was; otherwise nothing was written and nobody is told. */
  | {
      readonly outcome: 'edited';
      readonly registration: Registration;
      readonly changed: boolean;
    }
  | PlanRefusal
  /** Somebody else has the address. */
  | { readonly outcome: 'duplicate' }
  /** The address was taken too often of late; `again`: from when on it can be. */
  | { readonly outcome: 'too-often'; readonly again: Date }
  /** It is no longer what was edited. */
  | { readonly outcome: 'changed-meanwhile'; readonly registration: Registration };

/**
 * Changes a registration to what its participant wants, all in one transaction: the registration, what is kept
 * apart from it, the address it gives back and the one it takes, seats or place in the waiting list, the audit line, the
 * messages, and the offer of what seat comes free to the next in the waiting list. Where one part cannot be, nothing is
 * changed.
 *
 * @param seen the registration that was edited, and what was told with it. Should it have changed since, nothing is changed.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function editRegistration(
  store: Store & Vault,
  stored: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
  moving: OperationContext,
): Promise<EditOutcome> {
  const { now, deadline } = moving;
  const meetingId = stored.meeting.id;
  let current = stored;
  const { told } = seen;
  let before = seen.registration;
  let address: FreeAddress = { state: 'free' };
  return optimisticRetry({ deadline, busy: 'Editing took too long' }, async () => {
    current = await sinceTold(store, current, before.told);
    const edits: Seen = { registration: before, told };
    const plan = await planned(store, current, edits, wanted, now);
    if ('outcome' in plan) return plan;
    const { after, present, fence } = plan;
    if (after === before) return { outcome: 'edited', registration: before, changed: false };
    const change = await changeOf(store, current, edits, after, wanted, moving, address);
    const conflicts = await commitAndOfferFreedSeat(store, current, change, moving, {
      present,
      extras: { fence, writes: sensitiveWrites(store, current, edits, wanted) },
      offerAfter: after.waitingSince !== before.waitingSince,
    });
    if (conflicts.size === 0)
      return { outcome: 'edited', registration: kept(change), changed: true };
    const fresh = await getRegistration(store, before.reference);
    if (fresh?.version !== before.version)
      return { outcome: 'changed-meanwhile', registration: fresh ?? before };
    before = fresh;
    current = (await getMeeting(store, meetingId)) ?? current;
    if (!conflicts.has('address')) return CONFLICT;
    const claim = await addressState(store, meetingId, wanted.email, now);
    if (claim.state === 'resting') return { outcome: 'too-often', again: claim.again };
    if (claim.state === 'held') {
      await remindHolder(store, current.meeting, claim.reference, moving);
      return { outcome: 'duplicate' };
    }
    address = claim;
    return CONFLICT;
  });
}

/** Whether a message says more than that details have changed. */
const isNews = ({ content: { kind } }: NewMessage) =>
  kind !== 'details-changed' && kind !== 'address-changed';

/**
 * An edit with its audit line, as many of its messages as may be sent (see edit-messages.ts), and the news of the meeting
 * that it keeps from being sent.
 */
async function changeOf(
  store: Store,
  { meeting }: StoredMeeting,
  seen: Seen,
  edit: Registration,
  wanted: Wanted,
  { publicUrl, now }: OperationContext,
  address: FreeAddress,
): Promise<Change & { readonly before: Registration }> {
  const { registration: before } = seen;
  const fields: string[] = changedFields(seen, wanted);
  if (before.privacyNotice === undefined) fields.push('privacyNotice');
  const earlier = await lookAtAll(store, before.messageIds);
  // Questions that wait about somebody by another name are asked anew.
  const questions = earlier.filter(
    (one) =>
      isWaiting(one) &&
      one.message.content.kind === 'validation-wanted' &&
      toldChanges(before, edit).includes('name'),
  );
  const asks =
    before.status !== 'pending' ||
    edit.category !== before.category ||
    delegationKey(edit) !== delegationKey(before) ||
    questions.length > 0;
  const unsaid = union(before.untold, unsaidChanges(earlier, before));
  const toParticipant = editMessages(meeting, { ...before, untold: unsaid }, edit, publicUrl);
  const toOthers = asks ? await validationWanted(store, meeting, edit, publicUrl) : [];
  const all = [...toParticipant, ...toOthers];
  const [main] = toParticipant;
  const ends = edit.status !== 'pending' || delegationKey(edit) !== delegationKey(before);
  const isAnswered = ({ message: { content } }: Earlier) =>
    content.kind === 'validation-wanted' && (ends || questions.length > 0);
  // What was not sent, and what is no longer so or the next message takes the place of, fills no inbox.
  const dropped = new Set(
    earlier
      .filter(
        (one) =>
          one.message.status === 'superseded' ||
          (isWaiting(one) &&
            ((main !== undefined && saysStanding(one.message)) || isAnswered(one))),
      )
      .map(({ message }) => message.id),
  );
  const counted = before.editMessages?.filter(({ id }) => !dropped.has(id));
  const { sent, later, remembered } = withinLimit(counted, all, now, isNews);
  const written = [...sent, ...later.map(({ message, at }) => ({ ...message, notBefore: at }))];
  const isTold = main === undefined || written.some(({ id }) => id === main.id);
  const untold = union(unsaid, toldChanges(before, edit));
  const anew = await writtenAnew(store, meeting, before, edit, {
    publicUrl,
    now,
    saysStanding: main !== undefined,
    earlier,
  });
  const after = {
    ...edit,
    editMessages: remembered.length > 0 ? remembered : undefined,
    untold: main === undefined ? before.untold : isTold ? undefined : untold,
    lastMessageAt: isTold ? edit.lastMessageAt : before.lastMessageAt,
  };
  return {
    before,
    after,
    audit: { action: 'edited', actor: 'participant', detail: fields.join(' ') },
    messages: [...written, ...anew.messages],
    writes: [...anew.writes, ...questions.map((one) => takeBack(store, one))],
    address,
  };
}

const union = <T>(one: readonly T[] = [], other: readonly T[] = []): readonly T[] => [
  ...new Set([...one, ...other]),
];

/** The writes that keep apart what is told anew, by which `edited` has noted where it is. */
function sensitiveWrites(
  store: Vault,
  { meeting }: StoredMeeting,
  seen: Seen,
  wanted: Wanted,
): TransactWriteItem[] {
  if (!tellsAnew(seen, wanted)) return [];
  const { registration } = seen;
  const { parts } = splitSensitive(meeting, wanted);
  return vaultWrites(store, registration, parts, registration.keptApart);
}
