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

/** Whether people are still to be told how a meeting has changed. Costs no read. */
export const isAnnouncing = ({ announcing }: StoredMeeting): boolean => announcing !== undefined;

/** How many participants and focal points get a notice of a change of the meeting: those who can be reached. */
export async function countAudience(store: Registry, meetingId: string): Promise<number> {
  const people = await listRegistrations(store, meetingId);
  const delegations = await listDelegations(store, meetingId);
  return people.filter(isReader).length + delegations.filter(isReachable).length;
}

const isReader = ({ status, email }: Registration) => isLive(status) && email !== undefined;
const isReachable = ({ focalPoint }: Delegation) => focalPoint.email !== undefined;

/**
 * Writes a notice to every participant who takes part, or may yet, and to every focal point, that the meeting has changed.
 * What each of them is told, and whether anything, is decided when the message is sent. A run that is cut short is continued
 * by the next one, and nobody gets a notice of the same revision twice.
 *
 * @returns how many notices exist now that this run came to.
 * @throws what went wrong with one of them, after the others had their turn.
 */
export async function announce(
  store: Store,
  meetingId: string,
  context: OperationContext,
): Promise<number> {
  // Not from an index, which may be behind.
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

/** Notes that all have a notice, unless the meeting has changed again. */
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
