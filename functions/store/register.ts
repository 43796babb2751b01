import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CategoryDecision } from '../domain/category.ts';
import { referenceFrom } from '../domain/reference.ts';
import type { Registration, SeatRef } from '../domain/registration.ts';
import type { RegistrationRequest } from '../domain/registration-request.ts';
import { type SeatScope, scopesOf } from '../domain/seats.ts';
import { type AddressState, addressState, claimAddress } from './address.ts';
import { auditWrite } from './audit.ts';
import { type Store, toItem } from './client.ts';
import { type Key, registryKeys } from './keys.ts';
import type { StoredMeeting } from './meeting.ts';
import { messageWrite } from './outbox.ts';
import { participantMessage } from './participant-message.ts';
import { readItem } from './read.ts';
import { getRegistration } from './registration.ts';
import { resendMessage } from './resend.ts';
import { readSeats, takeSeat } from './seats.ts';
import { StoreBusy, transact } from './transact.ts';

/** What whoever registered is told, and told again when the same request comes twice. */
export type Receipt = Pick<
  Registration,
  'reference' | 'secret' | 'status' | 'category' | 'categoryReason'
>;

export type RegisterOutcome =
  | { readonly outcome: 'registered'; readonly receipt: Receipt; readonly repeated: boolean }
  | { readonly outcome: 'duplicate' }
  /** The address has registered and withdrawn too often; `again`: from when on it may once more. */
  | { readonly outcome: 'too-often'; readonly again: Date }
  | { readonly outcome: 'full'; readonly scope: SeatScope }
  | { readonly outcome: 'key-reused' };

export type RegisterInput = {
  readonly stored: StoredMeeting;
  readonly request: RegistrationRequest;
  /** From the rules: category, and why. */
  readonly decision: CategoryDecision;
  readonly publicUrl: string;
  readonly now: Date;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** What the client calls this request, so that a repeat of it creates nothing. */
  readonly idempotencyKey?: string | undefined;
};

/** How long a repeat of a request still gets the first answer. */
const IDEMPOTENCY_SECONDS = 24 * 3600;

/** Which item of the transaction is which, for reading why it was cancelled. */
const REGISTRATION = 0;
const MESSAGE = 1;
const EMAIL = 2;

/**
 * Registers somebody: the registration, its claim to the e-mail address, its seats, the audit line and the
 * message to the participant are written in one transaction, or nothing is.
 *
 * @throws StoreBusy when the table takes nothing before the deadline; nothing is written then.
 */
export async function register(store: Store, input: RegisterInput): Promise<RegisterOutcome> {
  const { stored, request, decision, idempotencyKey, now, deadline } = input;
  const meetingId = stored.meeting.id;
  const scopes = scopesOf(decision.category);
  const repeatKey =
    idempotencyKey === undefined ? undefined : registryKeys.idempotency(meetingId, idempotencyKey);
  const requestHash = hash(JSON.stringify(request));
  let seats: SeatRef[] = scopes.map((scope) => ({
    scope,
    shard: randomInt(stored.shards[scope] ?? 1),
  }));
  let address: AddressState = { state: 'free' };
  while (Date.now() < deadline) {
    const registration = newRegistration(input, seats);
    const items = writes(store, input, registration, address);
    if (repeatKey !== undefined)
      items.push(repeatWrite(store, repeatKey, requestHash, registration, now));
    const result = await transact(store.client, items, deadline);
    if (result.written)
      return { outcome: 'registered', receipt: receiptOf(registration), repeated: false };

    const earlier = repeatKey && (await earlierAnswer(store, repeatKey, requestHash, now));
    if (earlier) return earlier;
    address = await addressState(store, meetingId, request.email, now);
    if (address.state === 'held') {
      await remind(store, input, address.reference);
      return { outcome: 'duplicate' };
    }
    if (address.state === 'resting') return { outcome: 'too-often', again: address.again };
    if (result.failed.has(EMAIL) || result.failed.has(REGISTRATION) || result.failed.has(MESSAGE))
      continue;
    const next = await seatsWithRoom(store, meetingId, scopes);
    if ('full' in next) return { outcome: 'full', scope: next.full };
    seats = next.seats;
  }
  throw new StoreBusy('Registering took too long');
}

function newRegistration(input: RegisterInput, seats: readonly SeatRef[]): Registration {
  const { stored, request, decision, now } = input;
  const at = now.toISOString();
  return {
    ...request,
    meetingId: stored.meeting.id,
    reference: referenceFrom(stored.meeting.referencePrefix, randomBytes(5)),
    secret: randomBytes(16).toString('base64url'),
    status: 'confirmed',
    category: decision.category,
    categoryReason: decision.reason,
    version: 1,
    privacyNotice: { version: stored.meeting.privacyNotice.version, acceptedAt: at },
    seats,
    registeredAt: at,
    updatedAt: at,
    lastMessageAt: at,
  };
}

function writes(
  store: Store,
  { stored: { meeting }, request, publicUrl, now }: RegisterInput,
  registration: Registration,
  address: Extract<AddressState, { state: 'free' }>,
): TransactWriteItem[] {
  const { reference, seats } = registration;
  const message = participantMessage(meeting, registration, publicUrl);
  if (message === undefined) throw new Error('A registration has no address');
  return [
    create(store, { ...registryKeys.registration(meeting.id, reference), ...registration }),
    messageWrite(store, message, now),
    claimAddress(store, meeting.id, request.email, { reference, before: address.before, now }),
    ...seats.map((seat) => takeSeat(store, meeting.id, seat)),
    auditWrite(store, meeting.id, { action: 'registered', actor: 'participant', reference }, now),
  ];
}

function create({ registry }: Store, item: Key & Record<string, unknown>): TransactWriteItem {
  return {
    Put: {
      TableName: registry,
      Item: toItem(item),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

type Repeat = {
  readonly requestHash: string;
  readonly receipt: Receipt;
  readonly expiresAt: number;
};

/** Remembers the answer. An expired one may be overwritten, as DynamoDB deletes expired items days later. */
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

/** Sends the participant the first message again, in case it was not seen: at most once an hour. */
async function remind(
  store: Store,
  { stored, publicUrl, now, deadline }: RegisterInput,
  reference: string,
) {
  const registration = await getRegistration(store, reference);
  if (registration)
    await resendMessage(store, stored.meeting, registration, { publicUrl, now, deadline });
}

/** For each counter a shard that has a seat at this moment, chosen at random; or the counter that is full. */
async function seatsWithRoom(
  store: Store,
  meetingId: string,
  scopes: readonly SeatScope[],
): Promise<{ seats: SeatRef[] } | { full: SeatScope }> {
  const present = await readSeats(store, meetingId);
  const seats: SeatRef[] = [];
  for (const scope of scopes) {
    const room = present.filter(
      (shard) =>
        shard.scope === scope && (shard.ceiling === undefined || shard.taken < shard.ceiling),
    );
    const chosen = room[room.length === 0 ? 0 : randomInt(room.length)];
    if (chosen === undefined) return { full: scope };
    seats.push({ scope, shard: chosen.shard });
  }
  return { seats };
}

function receiptOf(registration: Registration): Receipt {
  const { reference, secret, status, category, categoryReason } = registration;
  return { reference, secret, status, category, categoryReason };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
