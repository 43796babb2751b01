import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { daysOver } from '../../domain/privacy/retention.ts';
import { delegationWrite } from '../delegation/delegation.ts';
import { auditWrite } from '../platform/audit.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';
import { transact } from '../platform/transact.ts';

/**
 * Deletes what a meeting no longer needs of its delegations: first the addresses of focal points, and later the
 * delegations with focal point, link and note. Each transaction has an audit line.
 *
 * @returns what was deleted, once for each delegation; and how many delegations have changed meanwhile and are left for
 * the next run.
 * @throws StoreBusy if the deadline passes.
 */
export async function purgeFocalPoints(
  store: Registry,
  meeting: Meeting,
  { now, deadline }: { now: Date; deadline: number },
): Promise<{ readonly deleted: readonly string[]; readonly left: number }> {
  const over = daysOver(meeting, now);
  const deleted: string[] = [];
  let left = 0;
  if (!over.contact) return { deleted, left };
  const { pk } = registryKeys.meeting(meeting.id);
  for (const before of await readAll<Delegation & { pk: string; sk: string }>(
    store,
    pk,
    PREFIXES.delegations,
  )) {
    if (!over.identity && before.focalPoint.email === undefined) continue;
    const what = over.identity ? 'delegations' : 'focalPoint.email';
    const line = {
      action: 'retention-applied',
      actor: 'service',
      detail: `${before.id} ${what}`,
    } as const;
    const write = over.identity ? deletion(store, before) : addressDeletion(store, before);
    const audit = auditWrite(store, meeting.id, line, now);
    if ((await transact(store.client, [write, audit], deadline)).written) deleted.push(what);
    else left += 1;
  }
  return { deleted, left };
}

function addressDeletion(store: Registry, before: Delegation) {
  const { email: _, ...focalPoint } = before.focalPoint;
  const after = { ...before, focalPoint, version: before.version + 1 };
  return delegationWrite(store, after, before.version);
}

function deletion({ registry }: Registry, { meetingId, id, version }: Delegation) {
  return {
    Delete: {
      TableName: registry,
      Key: toItem(registryKeys.delegation(meetingId, id)),
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':seen': version }),
    },
  };
}
