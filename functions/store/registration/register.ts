import { createHash, randomBytes } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import {
  admissionOf,
  admits,
  type Meeting,
  registrationWindow,
} from '../../domain/meeting/meeting.ts';
import { type CodeRefusal, codeRefusal } from '../../domain/registration/codes.ts';
import { referenceFrom } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { CheckedRequest } from '../../domain/registration/registration-request.ts';
import { type SplitRequest, splitSensitive } from '../../domain/registration/sensitive-data.ts';
import { initialStatus } from '../../domain/registration/transitions.ts';
import type { SeatScope } from '../../domain/seats/seats.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { type Store, toItem, type Vault } from '../platform/client.ts';
import { type Key, registryKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { readItem } from '../platform/read.ts';
import { type Allocation, anySeats, freeSeats } from '../seats/allocate.ts';
import { readSeats } from '../seats/seats.ts';
import { type FenceShard, readRoom } from '../seats/waiting-list-fence.ts';
import { readCode, type StoredCode, useCode } from './codes.ts';
import { type Change, commit } from './commit.ts';
import { addressState, type FreeAddress } from './email-claims.ts';
import { remindHolder } from './resend.ts';
import { vaultWrites } from './sensitive-data.ts';

/** The answer to a registration. The same request gets the same answer again. */
export type Receipt = Pick<
  Registration,
  'reference' | 'secret' | 'status' | 'category' | 'categoryReason'
>;

export type RegisterOutcome =
  | { readonly outcome: 'registered'; readonly receipt: Receipt; readonly repeated: boolean }
  | { readonly outcome: 'duplicate' }
  /** The address was claimed too often within a day. `again`: when it can be claimed. */
  | { readonly outcome: 'too-often'; readonly again: Date }
  | { readonly outcome: 'full'; readonly scope: SeatScope }
  /** The meeting has closed its registration a moment ago, or no longer admits this category. `meeting`: as it is now. */
  | { readonly outcome: 'closed'; readonly meeting: Meeting }
  /** The category needs a code, or the code is not valid. */
  | { readonly outcome: 'code'; readonly refusal: CodeRefusal | 'needed' }
  | { readonly outcome: 'key-reused' };

export type RegisterInput = {
  readonly stored: StoredMeeting;
  readonly request: CheckedRequest;
  readonly now: Date;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** The client's name for this request. A repeat creates nothing. */
  readonly idempotencyKey?: string | undefined;
};

/** How long a repeat of a request gets the first answer. */
const IDEMPOTENCY_SECONDS = 24 * 3600;

/**
 * Registers a person in one transaction: the registration, its sensitive data, the claim of the address, its seats or
 * its waiting-list entry, the audit line and the notices.
 *
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function register(
  store: Store & Vault,
  input: RegisterInput,
): Promise<RegisterOutcome> {
  const { request, idempotencyKey, now, deadline } = input;
  let { stored } = input;
  const meetingId = stored.meeting.id;
  const repeatKey =
    idempotencyKey === undefined ? undefined : registryKeys.idempotency(meetingId, idempotencyKey);
  const requestHash = hash(JSON.stringify(request));
  let address: FreeAddress = { state: 'free' };
  let found: Allocation | undefined;
  let fence: readonly FenceShard[] | undefined;
  return optimisticRetry({ deadline, busy: 'Registering took too long' }, async () => {
    const code = await codeOf(store, { ...input, stored });
    if (code.refusal !== undefined)
      return (
        (repeatKey && (await earlierAnswer(store, repeatKey, requestHash, now))) ?? {
          outcome: 'code',
          refusal: code.refusal,
        }
      );
    const apart = splitSensitive(stored.meeting, request);
    const registration = newRegistration({ ...input, stored }, apart, found, code.code);
    const full =
      registration.status === 'waitlisted' && found && 'full' in found ? found : undefined;
    if (full && !stored.meeting.waitingList) return { outcome: 'full', scope: full.full };
    const tried = stored.meeting;
    const change: Change = {
      after: registration,
      audit: { action: 'registered', actor: 'participant', detail: registration.status },
      address,
    };
    const conflicts = await commit(store, stored, [change], {
      now,
      deadline,
      extras: {
        // In a rush, people who try for the last seats conflict with each other. So they look whether a seat is left.
        ...(full ? { fence } : { seatsAreGone: () => isFull(tried, registration, store) }),
        writes: [
          ...vaultWrites(store, registration, apart.parts),
          ...(repeatKey ? [repeatWrite(store, repeatKey, requestHash, registration, now)] : []),
          ...(code.code ? [useCode(store, code.code)] : []),
        ],
      },
    });
    if (conflicts.size === 0)
      return { outcome: 'registered', receipt: receiptOf(registration), repeated: false };

    const [earlier, claim] = await Promise.all([
      repeatKey && earlierAnswer(store, repeatKey, requestHash, now),
      addressState(store, meetingId, request.email, now),
    ]);
    if (earlier) return earlier;
    if (claim.state === 'held') {
      await remindHolder(store, claim.reference, input);
      return { outcome: 'duplicate' };
    }
    if (claim.state === 'resting') return { outcome: 'too-often', again: claim.again };
    address = claim;
    if (!conflicts.has('seats')) return CONFLICT;
    const [current, room] = await Promise.all([
      getMeeting(store, meetingId),
      readRoom(store, meetingId),
    ]);
    stored = current ?? stored;
    const { meeting } = stored;
    // The function may have remembered an older revision of the meeting.
    const { category } = categoryAt(meeting, request);
    if (registrationWindow(meeting, now) !== 'open' || !admits(meeting, category))
      return { outcome: 'closed', meeting };
    found = freeSeats(meeting, { ...registration, category }, room.present);
    fence = room.fence;
    return CONFLICT;
  });
}

async function isFull(meeting: Meeting, who: Registration, store: Store): Promise<boolean> {
  return (
    who.seats.length > 0 && 'full' in freeSeats(meeting, who, await readSeats(store, meeting.id))
  );
}

/** Reads the code of a request, and checks it. `refusal`: why the code, or its absence, is not accepted. */
async function codeOf(
  store: Store,
  { stored: { meeting }, request, now }: RegisterInput,
): Promise<{ code?: StoredCode; refusal?: CodeRefusal | 'needed' }> {
  const { category } = categoryAt(meeting, request);
  if (request.code === undefined)
    return admissionOf(meeting, category) === 'invited' ? { refusal: 'needed' } : {};
  const code = await readCode(store, meeting.id, request.code);
  // The delegation of an individual is their reference, which does not exist yet. No code is for it.
  const refusal = codeRefusal(code, { ...request, category, reference: '' }, meeting, now);
  return refusal === undefined && code ? { code } : { refusal: refusal ?? 'unknown' };
}

/**
 * Builds the registration.
 * @param found the seats that were found, or the counter that is full; `undefined` to try for any seats.
 */
function newRegistration(
  { stored, request: asked, now }: RegisterInput,
  { forRegistration }: SplitRequest,
  found: Allocation | undefined,
  code: StoredCode | undefined,
): Registration {
  const { meeting } = stored;
  const { code: _, dietary: __, accessibility: ___, answers: ____, ...request } = asked;
  const at = now.toISOString();
  const { category, reason } = categoryAt(meeting, request);
  const registration = {
    ...request,
    ...forRegistration,
    meetingId: meeting.id,
    reference: referenceFrom(meeting.referencePrefix, randomBytes(5)),
    secret: randomBytes(16).toString('base64url'),
    category,
    categoryReason: reason,
    version: 1,
    codeLabel: code?.label,
    privacyNotice: { version: meeting.privacyNotice.version, acceptedAt: at },
    registeredAt: at,
    updatedAt: at,
    lastMessageAt: at,
  };
  const allocation = found ?? { seats: anySeats(stored, registration) };
  // A code counts as validation.
  const validated = admissionOf(meeting, category) === 'validated' && code === undefined;
  const seats = 'seats' in allocation ? allocation.seats : undefined;
  return { ...registration, ...initialStatus(validated ? 'validated' : 'open', seats, now) };
}

type Repeat = {
  readonly requestHash: string;
  readonly receipt: Receipt;
  readonly expiresAt: number;
};

/**
 * Builds the write that remembers the answer. An expired one may be overwritten: DynamoDB deletes expired items days
 * later.
 */
function repeatWrite(
  { registry }: Store,
  key: Key,
  requestHash: string,
  registration: Registration,
  now: Date,
): TransactWriteItem {
  const seconds = Math.floor(now.getTime() / 1000);
  const expiresAt = seconds + IDEMPOTENCY_SECONDS;
  const item: Key & Repeat = { ...key, requestHash, receipt: receiptOf(registration), expiresAt };
  return {
    Put: {
      TableName: registry,
      Item: toItem(item),
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
      ExpressionAttributeValues: toItem({ ':now': seconds }),
    },
  };
}

async function earlierAnswer(
  store: Store,
  key: Key,
  requestHash: string,
  now: Date,
): Promise<RegisterOutcome | undefined> {
  const repeat = await readItem<Repeat>(store, key);
  if (repeat === undefined || repeat.expiresAt < now.getTime() / 1000) return undefined;
  if (repeat.requestHash !== requestHash) return { outcome: 'key-reused' };
  return { outcome: 'registered', receipt: repeat.receipt, repeated: true };
}

function receiptOf(registration: Registration): Receipt {
  const { reference, secret, status, category, categoryReason } = registration;
  return { reference, secret, status, category, categoryReason };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
