import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { NewNotice } from '../../domain/notifications/notice.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { SCHEDULER_STEP_RESERVE_MS } from '../../domain/shared/time-budgets.ts';
import { listDelegations } from '../delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../meeting/meeting.ts';
import { enqueue } from '../outbox/notice.ts';
import { type Registry, type Store, toItem } from '../platform/client.ts';
import { updated } from '../platform/conditional-write.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import type { OperationContext } from '../registration/change.ts';
import { listRegistrations } from '../registration/registration.ts';
import { fanOut } from './fan-out.ts';
import { writeToEach } from './write-to-each.ts';

/** Whether people are still to be notified of a change of the meeting. Costs no read. */
export const isAnnouncing = ({ announcing }: StoredMeeting): boolean => announcing !== undefined;

/** Counts the participants and focal points who get a notice of a change of the meeting: those with an address. */
export async function countAudience(store: Registry, meetingId: string): Promise<number> {
  const people = await listRegistrations(store, meetingId);
  const delegations = await listDelegations(store, meetingId);
  return people.filter(isReader).length + delegations.filter(isReachable).length;
}

const isReader = ({ status, email }: Registration) => isLive(status) && email !== undefined;
const isReachable = ({ focalPoint }: Delegation) => focalPoint.email !== undefined;

/**
 * Writes a notice of the change of a meeting to each participant with a live registration, and to each focal point.
 * What each message says, or whether one is sent at all, is decided when it is sent. If a run stops early, the next one
 * continues it, and nobody gets a second notice of the same revision.
 *
 * @returns the number of recipients on the pages of this run who have a notice.
 * @throws the error of a recipient, after all others were handled.
 */
export async function announce(
  store: Store,
  meetingId: string,
  context: OperationContext,
): Promise<number> {
  // Read from the table, because the index is eventually consistent.
  const stored = await getMeeting(store, meetingId);
  if (stored?.announcing === undefined) return 0;
  const { announcing: revision } = stored;
  const name = `meeting-r${revision}`;
  const { now, deadline } = context;
  const time = {
    now,
    deadline: () => deadline,
    goOn: () => Date.now() < deadline - SCHEDULER_STEP_RESERVE_MS,
  };
  const send = async (notices: readonly NewNotice[]) => {
    const { counts, errors } = await writeToEach(notices, async (notice) =>
      (await enqueue(store, notice, now)) ? 'queued' : 'existing',
    );
    return { sent: (counts.queued ?? 0) + (counts.existing ?? 0), errors };
  };
  const event = { kind: 'meeting-changed' } as const;
  const people = await fanOut<Registration>(
    store,
    {
      meetingId,
      mark: `${name}-participants`,
      prefix: PREFIXES.registrations,
      send: (page) =>
        send(
          page.filter(isReader).map(({ reference }) => ({
            recipient: { kind: 'participant', reference },
            name,
            meetingId,
            event,
          })),
        ),
    },
    time,
  );
  const focalPoints = await fanOut<Delegation>(
    store,
    {
      meetingId,
      mark: `${name}-focal-points`,
      prefix: PREFIXES.delegations,
      send: (page) =>
        send(
          page.filter(isReachable).map(({ id }) => ({
            recipient: { kind: 'focal-point', meetingId, delegationId: id },
            name,
            meetingId,
            event,
          })),
        ),
    },
    time,
  );
  const runs = [people, focalPoints].filter((run) => run !== undefined);
  for (const { errors } of runs) for (const error of errors) throw error;
  if (runs.every(({ done }) => done)) await noteAnnounced(store, stored);
  return runs.reduce((sum, { sent }) => sum + sent, 0);
}

/** Records that everybody has a notice, unless the meeting has changed again. */
async function noteAnnounced(store: Registry, { meeting, announcing }: StoredMeeting) {
  await updated(() =>
    store.client.send(
      new UpdateItemCommand({
        TableName: store.registry,
        Key: toItem(registryKeys.meeting(meeting.id)),
        UpdateExpression: 'REMOVE announcing',
        ConditionExpression: 'announcing = :revision',
        ExpressionAttributeValues: toItem({ ':revision': announcing }),
      }),
    ),
  );
}
