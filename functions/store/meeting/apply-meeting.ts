import { isDeepStrictEqual } from 'node:util';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { CATEGORIES } from '../../domain/eligibility/category.ts';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import { admissionOf, type Meeting } from '../../domain/meeting/meeting.ts';
import type { Admission } from '../../domain/meeting/meeting-definition.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import {
  categoryIn,
  ceilingOf,
  isDelegation,
  shardsFor,
  spread,
} from '../../domain/seats/seats.ts';
import { MEETING_CHANGE_MS } from '../../domain/shared/time-budgets.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Registry, type Store, toItem } from '../platform/client.ts';
import { registryKeys } from '../platform/keys.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import { listRegistrations } from '../registration/registration.ts';
import { ceilingNow, makesSeats, reserveChanges } from '../seats/reserved-seats.ts';
import { initShard, type SeatShard } from '../seats/seats.ts';
import { readWaitingList } from '../seats/waiting-list.ts';
import { initFence, readRoom } from '../seats/waiting-list-fence.ts';
import { arrangementsWrites, withCalendarRevision } from './calendar-revision.ts';
import { countDelegations } from './count-delegations.ts';
import { getMeeting, meetingIdOfPrefix, type StoredMeeting } from './meeting.ts';
import { meetingWrite, seatsOf } from './meeting-writes.ts';

/** The definition cannot be applied to the current state of the meeting. `path` is the place in the definition. */
export class MeetingRefused extends Error {
  override readonly name = 'MeetingRefused';
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

export type ApplyOutcome = {
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly before: Meeting | undefined;
  readonly stored: StoredMeeting;
};

/**
 * Creates a meeting, or changes it together with its seat counters, in one transaction. People who have a seat keep it.
 * Each change is a new revision, and people register by its rules from then on. The scheduler notifies people of the
 * change: see store/notifications/announce.ts.
 *
 * @throws MeetingRefused if the prefix belongs to another meeting or has changed, if a ceiling is below the seats that
 * are taken, or if the change would give somebody another category or leave them with an admission that no longer
 * exists.
 * @throws StoreBusy if so many people register at the same time that the write does not succeed.
 */
export async function applyMeeting(
  store: Store,
  { roster: _, ...defined }: Meeting,
  now: Date,
): Promise<ApplyOutcome> {
  const deadline = Date.now() + MEETING_CHANGE_MS;
  return optimisticRetry({ deadline, busy: 'The meeting is changing too fast' }, async () => {
    const before = await getMeeting(store, defined.id);
    const revision = (before?.revision ?? 0) + 1;
    const { meeting, announcing } = withCalendarRevision(defined, before, revision);
    await checkPrefix(store, meeting, before);
    // Counters are read before everything that has to agree with them. Their `moves` show whether somebody came in
    // since.
    const { fence, present } = await readRoom(store, meeting.id);
    if (before) await checkCategories(store, meeting, before.meeting);
    if (before) await checkAdmissions(store, meeting, before.meeting);
    const counted = before ? await countDelegations(store, meeting, deadline) : 'all';
    if (counted === 'some') return CONFLICT;
    checkDelegations(meeting, present);
    const { shards, changes: initial } = initialSeats(meeting, present);
    const raises = before !== undefined && makesSeats(meeting, before.meeting, present);
    // New seats are for people on the waiting list. If the list is empty, the fence makes sure that nobody has joined
    // it since.
    const holds = raises && (await readWaitingList(store, meeting.id)).length > 0;
    const changes = holds ? reserveChanges(shards, initial, present) : initial;
    const ruled = [...fence, ...present.filter(({ scope }) => scope === 'meeting')];
    const unchanged =
      changes.length === 0 &&
      fence.length > 0 &&
      ruled.every(({ revision }) => revision === before?.revision);
    if (before && unchanged && isDeepStrictEqual(before.meeting, plain(meeting)))
      return { outcome: 'unchanged', before: before.meeting, stored: before };
    const stored: StoredMeeting = {
      meeting,
      ...(announcing !== undefined && { announcing }),
      shards,
      revision,
      updatedAt: now.toISOString(),
      daysFollowed: daysFollowed(meeting, before),
    };
    const guard = guarded(meeting, before?.meeting);
    // Nobody uses a counter before the meeting names it, so new counters are written first: a transaction has at most a
    // hundred writes.
    const isNew = ({ scope }: SeatShard) =>
      scope !== 'meeting' && !present.some((one) => one.scope === scope);
    const fresh = changes
      .filter(isNew)
      .map((one) => initShard(store, meeting.id, one, { taken: one.taken }));
    if (fresh.length > 0 && !(await transact(store.client, fresh, deadline)).written)
      return CONFLICT;
    const rest = changes.filter((one) => !isNew(one));
    const result = await transact(
      store.client,
      [
        meetingWrite(store, stored, before),
        prefixWrite(store, meeting),
        ...arrangementsWrites(store, before, stored),
        auditWrite(store, meeting.id, { action: 'meeting-applied', actor: 'operator' }, now),
        ...seatsOf(store, stored, present, rest, guard),
        ...initFence(store, stored, guard || (raises && !holds) ? fence : undefined),
      ],
      deadline,
    );
    if (result.written)
      return { outcome: before ? 'changed' : 'created', before: before?.meeting, stored };
    return CONFLICT;
  });
}

/** The value of `daysFollowed` in a new revision: whether the deletion days of sensitive data are right already. */
export function daysFollowed(
  meeting: Meeting,
  before: StoredMeeting | undefined,
): number | undefined {
  if (before === undefined) return 1;
  const days = (of: Meeting) => [
    of.endsOn,
    questionsOf(of).map(({ id, sensitive, keepDays }) => [id, sensitive, keepDays]),
  ];
  return before.daysFollowed === before.revision &&
    isDeepStrictEqual(days(before.meeting), days(meeting))
    ? before.revision + 1
    : before.daysFollowed;
}

/**
 * Whether nobody at all may have come, left or moved since the counters were read. This is necessary if the categories
 * of people or the seats of delegations were checked, because no counter has a condition for those.
 */
function guarded(meeting: Meeting, before: Meeting | undefined): boolean {
  if (before === undefined) return false;
  const ruled = ({ categories }: Meeting) =>
    // By name, because the table returns the attributes of a map in its own order.
    Object.fromEntries(
      Object.entries(categories).map(([name, { admission, delegationCeiling }]) => [
        name,
        [admission, delegationCeiling],
      ]),
    );
  return (
    before.startsOn !== meeting.startsOn ||
    before.convention !== meeting.convention ||
    !isDeepStrictEqual(ruled(before), ruled(meeting))
  );
}

/** Checks that no delegation has more people than its new ceiling. */
function checkDelegations(meeting: Meeting, present: readonly SeatShard[]) {
  for (const { scope, taken } of present.filter((one) => isDelegation(one.scope))) {
    const ceiling = ceilingOf(meeting, scope);
    if (ceiling !== undefined && taken > ceiling)
      throw new MeetingRefused(
        `categories.${categoryIn(scope)}.delegationCeiling`,
        `is ${ceiling}, below the seats that a delegation has taken (${taken}): set at least that many`,
      );
  }
}

async function checkPrefix(store: Registry, meeting: Meeting, before?: StoredMeeting) {
  const was = before?.meeting.referencePrefix;
  if (was !== undefined && was !== meeting.referencePrefix)
    throw new MeetingRefused('referencePrefix', `stays ${was}: references with it were given out`);
  const owner = await meetingIdOfPrefix(store, meeting.referencePrefix);
  if (owner !== undefined && owner !== meeting.id)
    throw new MeetingRefused('referencePrefix', `belongs to the meeting ${owner}`);
}

/**
 * Checks that nobody gets another category. Another first day or convention may make a Party of an observer, but people
 * were notified of their category and hold a seat of it.
 */
async function checkCategories(store: Registry, meeting: Meeting, was: Meeting) {
  if (was.startsOn === meeting.startsOn && was.convention === meeting.convention) return;
  const moved = (await listRegistrations(store, meeting.id)).filter(
    // The data that an erased person leaves is not enough to compute the category, and nobody is there to be notified.
    (one) =>
      isLive(one.status) &&
      one.erasedAt === undefined &&
      categoryAt(meeting, one).category !== one.category,
  );
  if (moved.length === 0) return;
  throw new MeetingRefused(
    was.startsOn === meeting.startsOn ? 'convention' : 'startsOn',
    `changes the category of people who are registered (${moved.map(({ reference }) => reference).join(', ')}): have them withdraw first, and register again after`,
  );
}

/**
 * Checks that a new admission leaves nobody in a state that it does not have: with a seat or on the waiting list, but
 * without the validation that it requires; waiting for a validation that nobody is asked for; or waiting for a closed
 * category.
 */
async function checkAdmissions(store: Registry, meeting: Meeting, was: Meeting) {
  const changed = CATEGORIES.filter((one) => admissionOf(meeting, one) !== admissionOf(was, one));
  if (changed.length === 0) return;
  const people = await listRegistrations(store, meeting.id);
  for (const category of changed) {
    const admission = admissionOf(meeting, category);
    const stranded = people.filter(
      (one) => one.category === category && isStranded(one, admission),
    );
    if (stranded.length > 0)
      throw new MeetingRefused(
        `categories.${category}.admission`,
        `is ${admission}, and these people came by the rules until now (${stranded.map(({ reference }) => reference).join(', ')}): decide on those who wait, and have the others withdraw, first`,
      );
  }
}

function isStranded(one: Registration, admission: Admission): boolean {
  const { status, erasedAt, decision, nominated, codeLabel, fromRoster } = one;
  if (!isLive(status) || erasedAt !== undefined) return false;
  if (admission === 'closed') return status !== 'confirmed';
  if (admission !== 'validated') return status === 'pending';
  const hasYes = decision ?? nominated ?? codeLabel ?? fromRoster;
  return status !== 'pending' && hasYes === undefined;
}

/** The number of shards of each counter under the new definition, and the shards whose ceiling must change. */
function initialSeats(meeting: Meeting, present: readonly SeatShard[]) {
  const scopes = new Set<string>(['meeting']);
  for (const { scope } of present) if (!isDelegation(scope)) scopes.add(scope);
  for (const category of Object.keys(meeting.categories)) scopes.add(`category:${category}`);
  const shards: Record<string, number> = {};
  const changes: SeatShard[] = [];
  for (const scope of scopes) {
    const mine = present.filter((shard) => shard.scope === scope);
    const ceiling = ceilingOf(meeting, scope);
    const parted = shardsFor(ceiling, scope === 'meeting' ? 'meeting' : 'category');
    const count = Math.max(mine.length, parted);
    const taken = Array.from({ length: count }, (_, shard) => seatsTaken(mine, shard));
    const parts = ceiling === undefined ? taken.map(() => undefined) : spread(ceiling, taken);
    if (parts === undefined) throw belowTaken(scope, ceiling, taken);
    shards[scope] = count;
    for (const [shard, part] of parts.entries()) {
      const old = mine.find((one) => one.shard === shard);
      // If the ceilings of the shards add up to the new ceiling already, they stay.
      const changed = ceilingNow(mine) !== ceiling || mine.length !== count;
      if (changed && (old === undefined || old.ceiling !== part))
        changes.push({ scope, shard, taken: taken[shard] ?? 0, ceiling: part });
    }
  }
  return { shards, changes };
}

const seatsTaken = (shards: readonly SeatShard[], shard: number) =>
  shards.find((one) => one.shard === shard)?.taken ?? 0;

function belowTaken(scope: string, ceiling: number | undefined, taken: readonly number[]) {
  const seats = taken.reduce((sum, count) => sum + count, 0);
  const path = scope === 'meeting' ? 'ceiling' : `categories.${categoryIn(scope)}.ceiling`;
  return new MeetingRefused(
    path,
    `is ${ceiling}, below the number of seats taken (${seats}): set at least that many`,
  );
}

/** A definition as the table returns it: without what is `undefined`. */
const plain = (meeting: Meeting): Meeting => JSON.parse(JSON.stringify(meeting));

function prefixWrite({ registry }: Registry, { id, referencePrefix }: Meeting): TransactWriteItem {
  return {
    Put: {
      TableName: registry,
      Item: toItem({ ...registryKeys.prefix(referencePrefix), meetingId: id }),
      ConditionExpression: 'attribute_not_exists(pk) OR meetingId = :id',
      ExpressionAttributeValues: toItem({ ':id': id }),
    },
  };
}
