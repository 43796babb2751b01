import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { delegationKey } from '../../domain/eligibility/delegation-key.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { isSameName } from '../../domain/registration/same-name.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type AuditLine, auditWrite } from '../platform/audit.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { transact } from '../platform/transact.ts';
import { releasesSeat, type SeatShard, seatWrites } from '../seats/seats.ts';
import { waitingListWrites } from '../seats/waiting-list.ts';
import { type FenceShard, fenceWrites } from '../seats/waiting-list-fence.ts';
import { claimAddress, type FreeAddress, forgetAddress, freeAddress } from './email-claims.ts';
import { noticeWrites } from './notices.ts';

/** The change of one registration. */
export type Change = {
  /** The registration as it was read; `undefined` for a new one. */
  readonly before?: Registration | undefined;
  readonly after: Registration;
  readonly audit: Omit<AuditLine, 'reference'>;
  /** The former claim of the address, if the registration takes a new address. */
  readonly address?: FreeAddress | undefined;
  /** Further writes and condition checks for this change. */
  readonly writes?: readonly TransactWriteItem[] | undefined;
};

/** Further writes and condition checks for a transaction. */
export type CommitExtras = {
  /** The check of the delegation link that was used: see `linkCheck` in store/delegation/delegation.ts. */
  readonly link?: TransactWriteItem | undefined;
  /** The fence as it was before the counters and the waiting list were read, if the change depends on them. */
  readonly fence?: readonly FenceShard[] | undefined;
  /** Shards with reserved seats, if a person on the waiting list is offered one: see store/seats/reserved-seats.ts. */
  readonly raised?: readonly SeatShard[] | undefined;
  readonly writes?: readonly TransactWriteItem[];
  /** Is called after a conflict. It returns true if the seats are taken by now. */
  readonly seatsAreGone?: (() => Promise<boolean>) | undefined;
};

/**
 * Why nothing was written. `registration`: it has changed, or the reference is taken. `address`: it is not free.
 * `seats`: a seat, the fence or the revision of the meeting has changed. `link`: it was replaced. `extras`: a condition
 * of a further write failed. `notice`: a notice or audit line exists already.
 */
export type Conflict = 'registration' | 'address' | 'seats' | 'link' | 'extras' | 'notice';

/**
 * Commits changes of registrations in one transaction: each registration with its address, its waiting-list entry, its
 * audit line and its notices, and the seats of all of them.
 *
 * @returns the conflicts; an empty set if everything was written.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function commit(
  store: Store,
  stored: StoredMeeting,
  changes: readonly Change[],
  { now, deadline, extras = {} }: { now: Date; deadline: number; extras?: CommitExtras },
): Promise<ReadonlySet<Conflict>> {
  const meetingId = stored.meeting.id;
  const items: [Conflict, TransactWriteItem][] = [];
  const add = (conflict: Conflict, writes: readonly TransactWriteItem[]) => {
    for (const write of writes) items.push([conflict, write]);
  };
  for (const change of changes) {
    const { before, after, audit } = change;
    add('registration', [registrationWrite(store, before, after)]);
    add('address', addressWrites(store, change, now));
    add('registration', waitingListWrites(store, before, after));
    add('notice', await noticeWrites(store, stored.meeting, change, now));
    const line = { ...audit, reference: after.reference };
    add('notice', [auditWrite(store, meetingId, line, now)]);
    add('extras', change.writes ?? []);
  }
  const seats = changes.map((change) => ({
    before: change.before?.seats ?? [],
    after: change.after.seats,
    arrives: comesIn(change),
  }));
  add('seats', seatWrites(store, stored, seats, extras.raised));
  const arrivesWithoutSeat = seats.some(
    (one) => one.arrives && one.before.length === 0 && one.after.length === 0,
  );
  const releases = releasesSeat(seats);
  const arrives = arrivesWithoutSeat || changes.some(joinsWaitingList);
  add('seats', fenceWrites(store, stored, { arrives, releases, seen: extras.fence }));
  if (extras.link) add('link', [extras.link]);
  add('extras', extras.writes ?? []);

  const result = await transact(
    store.client,
    items.map(([, item]) => item),
    deadline,
    extras.seatsAreGone,
  );
  if (result.written) return new Set();
  if (result.failed.size === 0) return new Set(['seats']);
  return new Set(
    [...result.failed].flatMap((index) => {
      const conflict = items[index]?.[0];
      return conflict === undefined ? [] : [conflict];
    }),
  );
}

/** Whether a person comes in: is new, changes the category or delegation, or has become another person. */
function comesIn({ before, after }: Change): boolean {
  if (before === undefined) return true;
  if (!isLive(after.status) || after.erasedAt !== undefined) return false;
  const goesOver =
    after.category !== before.category || delegationKey(after) !== delegationKey(before);
  return goesOver || (isLive(before.status) && !isSameName(before, after));
}

/** Whether a person with a registration joins the waiting list. */
const joinsWaitingList = ({ before, after }: Change) =>
  before !== undefined && after.status === 'waitlisted' && before.status !== 'waitlisted';

function registrationWrite(
  { registry }: Store,
  before: Registration | undefined,
  after: Registration,
): TransactWriteItem {
  // The request to send a message again writes this one field, and no new version: see resend.ts.
  const { version, lastMessageAt } = before ?? {};
  const isAsSeen = `#version = :seen AND ${lastMessageAt ? 'lastMessageAt = :last' : 'attribute_not_exists(lastMessageAt)'}`;
  return {
    Put: {
      TableName: registry,
      Item: toItem({ ...registryKeys.registration(after.meetingId, after.reference), ...after }),
      ConditionExpression: before ? isAsSeen : 'attribute_not_exists(pk)',
      ...(before && {
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({
          ':seen': version,
          ...(lastMessageAt && { ':last': lastMessageAt }),
        }),
      }),
    },
  };
}

/** A live registration claims its address. It gives the claim back when it is no longer live. */
function addressWrites(store: Store, { before, after, address }: Change, now: Date) {
  const held = before && isLive(before.status) ? before.email : undefined;
  const wanted = isLive(after.status) ? after.email : undefined;
  if (held !== undefined && wanted !== undefined && isSameAddress(held, wanted)) return [];
  const { meetingId, reference, erasedAt } = after;
  const give = erasedAt === undefined ? freeAddress : forgetAddress;
  const since = before?.updatedAt ?? '';
  return [
    ...(held === undefined ? [] : [give(store, meetingId, held, { reference, since, now })]),
    ...(wanted === undefined
      ? []
      : [claimAddress(store, meetingId, wanted, { reference, before: address?.before, now })]),
  ];
}
