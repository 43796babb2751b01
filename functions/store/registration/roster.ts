import { createHash, randomBytes } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { RosterEntry } from '../../domain/meeting/roster-entry.ts';
import { referenceFrom } from '../../domain/registration/reference.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { ROSTER_ENTRY_MS } from '../../domain/shared/time-budgets.ts';
import { MeetingRefused } from '../meeting/apply-meeting.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { freeSeats } from '../seats/allocate.ts';
import { readSeats, seatWrites } from '../seats/seats.ts';
import { fenceWrites } from '../seats/waiting-list-fence.ts';
import { commit } from './commit.ts';
import { listRegistrations } from './registration.ts';

/** How many people a load has added and removed, and how many it has left. */
export type RosterOutcome = {
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
};

/**
 * Makes the people on a meeting's roster its confirmed registrations, each with a seat and without a message. Their
 * references are computed from the roster, so loading it again changes nothing. A person who is no longer on it, or is
 * described differently, is removed together with the seats. People who registered themselves are not changed. If a
 * load stops early, the next one completes it.
 *
 * @throws MeetingRefused if no seat is left for somebody, or if somebody is to be added to a cancelled meeting.
 * @throws StoreBusy if the table does not accept the write in time.
 */
export async function loadRoster(
  store: Store,
  stored: StoredMeeting,
  roster: readonly RosterEntry[],
  now: Date,
): Promise<RosterOutcome> {
  const { meeting } = stored;
  const registrations = await listRegistrations(store, meeting.id);
  const present = registrations.filter((one) => one.fromRoster === true);
  const others = registrations.filter((one) => one.fromRoster !== true);
  const wanted = withReferences(meeting, roster, new Set(others.map(({ reference }) => reference)));
  const known = new Set(present.map(({ reference }) => reference));
  if (meeting.cancelled && [...wanted.keys()].some((reference) => !known.has(reference)))
    throw new MeetingRefused('roster', 'has people to add, and the meeting is cancelled');
  const gone = present.filter((one) => !wanted.has(one.reference) && !isOnesOwn(one));
  for (const one of gone) await remove(store, stored, one, now);
  let added = 0;
  for (const [reference, entry] of wanted) {
    if (known.has(reference)) continue;
    await add(store, stored, reference, entry, now);
    added += 1;
  }
  return { added, removed: gone.length, unchanged: present.length - gone.length };
}

/** Whether a person from a roster has completed or erased the registration. */
const isOnesOwn = ({ privacyNotice, erasedAt }: Registration) =>
  (privacyNotice ?? erasedAt) !== undefined;

/**
 * The entries of a roster by reference. Two entries with the same content, or with the same hash, get different
 * references.
 */
function withReferences(
  meeting: Meeting,
  roster: readonly RosterEntry[],
  taken: ReadonlySet<string>,
): Map<string, RosterEntry> {
  const entries = new Map<string, RosterEntry>();
  for (const entry of roster) {
    const { category } = categoryAt(meeting, entry);
    for (let turn = 0; ; turn += 1) {
      const text = JSON.stringify([meeting.id, category, entry, turn]);
      const digest = createHash('sha256').update(text).digest();
      const reference = referenceFrom(meeting.referencePrefix, digest);
      if (entries.has(reference) || taken.has(reference)) continue;
      entries.set(reference, entry);
      break;
    }
  }
  return entries;
}

async function add(
  store: Store,
  seen: StoredMeeting,
  reference: string,
  entry: RosterEntry,
  now: Date,
): Promise<void> {
  const deadline = Date.now() + ROSTER_ENTRY_MS;
  let stored = seen;
  return optimisticRetry({ deadline, busy: 'Loading the roster took too long' }, async () => {
    const { meeting } = stored;
    const { category, reason } = categoryAt(meeting, entry);
    const at = now.toISOString();
    const person = {
      ...entry,
      fromRoster: true,
      meetingId: meeting.id,
      reference,
      secret: randomBytes(16).toString('base64url'),
      status: 'confirmed',
      category,
      categoryReason: reason,
      version: 1,
      language: 'en',
      visaLetter: false,
      // The content of a roster is public already.
      listConsent: 'public',
      registeredAt: at,
      updatedAt: at,
    } as const;
    const found = freeSeats(meeting, person, await readSeats(store, meeting.id));
    if ('full' in found)
      throw new MeetingRefused('roster', `No seat is left for everybody on it (${found.full})`);
    const registration: Registration = { ...person, seats: found.seats };
    const audit = { action: 'roster-loaded', actor: 'operator', detail: 'added' } as const;
    const change = { after: registration, audit };
    const conflicts = await commit(store, stored, [change], { now, deadline });
    // Another load of the same roster may have been first.
    if (conflicts.size === 0 || conflicts.has('registration')) return undefined;
    stored = (await getMeeting(store, meeting.id)) ?? stored;
    return CONFLICT;
  });
}

async function remove(
  store: Store,
  stored: StoredMeeting,
  gone: Registration,
  now: Date,
): Promise<void> {
  const { reference, seats, version } = gone;
  const { id } = stored.meeting;
  const item: TransactWriteItem = {
    Delete: {
      TableName: store.registry,
      Key: toItem(registryKeys.registration(id, reference)),
      ConditionExpression: 'fromRoster = :true AND #version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':true': true, ':version': version }),
    },
  };
  const releases = [
    ...seatWrites(store, stored, [{ before: seats, after: [] }]),
    ...fenceWrites(store, stored, { arrives: false, releases: seats.length > 0 }),
  ];
  const line = {
    action: 'roster-loaded',
    actor: 'operator',
    reference,
    detail: 'removed',
  } as const;
  const audit = auditWrite(store, id, line, now);
  await transact(store.client, [item, ...releases, audit], Date.now() + ROSTER_ENTRY_MS);
}
