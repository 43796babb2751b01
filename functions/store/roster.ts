import { createHash, randomBytes } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Meeting } from '../domain/meeting.ts';
import { referenceFrom } from '../domain/reference.ts';
import type { Registration, SeatRef } from '../domain/registration.ts';
import type { RosterEntry } from '../domain/roster.ts';
import { rosterCategory } from '../domain/roster-check.ts';
import { scopesOf } from '../domain/seats.ts';
import { MeetingRefused } from './apply-meeting.ts';
import { auditWrite } from './audit.ts';
import { type Registry, toItem } from './client.ts';
import { registryKeys } from './keys.ts';
import { listRegistrations } from './registration.ts';
import { readSeats, releaseSeat, takeSeat } from './seats.ts';
import { StoreBusy, transact } from './transact.ts';

/** How many people a load has added and removed, and how many were there already. */
export type RosterOutcome = {
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
};

/** A registration that came from a roster; the mark is what tells it from one somebody made. */
type FromRoster = Registration & { readonly fromRoster?: true };

/**
 * Makes the people of the meeting's roster its confirmed registrations, with a seat each and no mail.
 * Their references follow from what the roster says of them: loading it again changes nothing, and
 * somebody who is no longer in it, or is described otherwise, is taken out with their seats. Nobody who
 * registered is touched. A load that was cut short is completed by the next.
 *
 * @throws MeetingRefused when no seat is left for somebody. @throws StoreBusy when the table is busy.
 */
export async function loadRoster(
  store: Registry,
  meeting: Meeting,
  now: Date,
): Promise<RosterOutcome> {
  const registrations = (await listRegistrations(store, meeting.id)) as FromRoster[];
  const present = registrations.filter((one) => one.fromRoster === true);
  const others = registrations.filter((one) => one.fromRoster !== true);
  const wanted = withReferences(meeting, new Set(others.map(({ reference }) => reference)));
  const gone = present.filter(({ reference }) => !wanted.has(reference));
  for (const one of gone) await remove(store, meeting, one, now);
  const known = new Set(present.map(({ reference }) => reference));
  let added = 0;
  for (const [reference, entry] of wanted) {
    if (known.has(reference)) continue;
    await add(store, meeting, reference, entry, now);
    added += 1;
  }
  return { added, removed: gone.length, unchanged: present.length - gone.length };
}

/** The entries by reference. Two that say the same, or happen to collide, get different ones. */
function withReferences(meeting: Meeting, taken: ReadonlySet<string>): Map<string, RosterEntry> {
  const entries = new Map<string, RosterEntry>();
  for (const entry of meeting.roster ?? []) {
    const { category } = rosterCategory(meeting, entry);
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
  store: Registry,
  meeting: Meeting,
  reference: string,
  entry: RosterEntry,
  now: Date,
): Promise<void> {
  const deadline = Date.now() + 10_000;
  const { category, reason } = rosterCategory(meeting, entry);
  const at = now.toISOString();
  while (Date.now() < deadline) {
    const seats = await freeSeats(store, meeting, scopesOf(category));
    const registration: FromRoster = {
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
      // What a roster says is public already.
      listConsent: 'public',
      seats,
      registeredAt: at,
      updatedAt: at,
    };
    const put: TransactWriteItem = {
      Put: {
        TableName: store.registry,
        Item: toItem({ ...registryKeys.registration(meeting.id, reference), ...registration }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
    const takes = seats.map((seat) => takeSeat(store, meeting.id, seat));
    const audit = auditWrite(store, meeting.id, auditLine(reference, 'added'), now);
    const result = await transact(store.client, [put, ...takes, audit], deadline);
    // Somebody else loading the same roster may have been first.
    if (result.written || result.failed.has(0)) return;
  }
  throw new StoreBusy('Loading the roster took too long');
}

async function remove(
  store: Registry,
  meeting: Meeting,
  { reference, seats, version }: FromRoster,
  now: Date,
): Promise<void> {
  const item: TransactWriteItem = {
    Delete: {
      TableName: store.registry,
      Key: toItem(registryKeys.registration(meeting.id, reference)),
      ConditionExpression: 'fromRoster = :true AND #version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':true': true, ':version': version }),
    },
  };
  const releases = seats.map((seat) => releaseSeat(store, meeting.id, seat));
  const audit = auditWrite(store, meeting.id, auditLine(reference, 'removed'), now);
  await transact(store.client, [item, ...releases, audit], Date.now() + 10_000);
}

const auditLine = (reference: string, detail: 'added' | 'removed') =>
  ({ action: 'roster-loaded', actor: 'operator', reference, detail }) as const;

/** For each counter the shard with the fewest seats taken among those that have one left. */
async function freeSeats(
  store: Registry,
  meeting: Meeting,
  scopes: readonly string[],
): Promise<SeatRef[]> {
  const shards = await readSeats(store, meeting.id);
  return scopes.map((scope) => {
    const [free] = shards
      .filter((one) => one.scope === scope && one.taken < (one.ceiling ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => a.taken - b.taken);
    if (free === undefined)
      throw new MeetingRefused('roster', `No seat is left for everybody on it (${scope})`);
    return { scope, shard: free.shard };
  });
}
