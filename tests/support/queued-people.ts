import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { NewNotice, NoticeEvent } from '../../functions/domain/notifications/notice.ts';
import { noticeId } from '../../functions/domain/notifications/recipient.ts';
import type { Registration } from '../../functions/domain/registration/registration.ts';
import { noticeWrite } from '../../functions/store/outbox/notice.ts';
import { type Store, toItem } from '../../functions/store/platform/client.ts';
import { registryKeys } from '../../functions/store/platform/keys.ts';
import { person } from './person.ts';

/** The most items that one BatchWriteItem takes, and how many requests are made at once. */
const BATCH = 25;
const AT_ONCE = 4;

/** Somebody of Cambodia who is confirmed, with a reference and an address by number. */
export function numberedPerson(meetingId: string, number: number): Registration {
  const digits = String(number).padStart(5, '0');
  return person({
    meetingId,
    reference: `FP26-${digits}`,
    secret: 'AAECAwQFBgcICQoLDA0ODw',
    title: 'Ms',
    givenName: 'Sophea',
    familyName: 'Chan',
    email: `person-${digits}@example.org`,
  });
}

/** The notice to a participant about an event. @param name tells it from their other notices */
export const noticeTo = (
  { meetingId, reference }: Registration,
  event: NoticeEvent,
  name = 'v1',
): NewNotice => ({ recipient: { kind: 'participant', reference }, name, meetingId, event });

/**
 * Puts people into the registry and a notice for each of them into the outbox, as many at a time as a table takes.
 *
 * @returns the ids of the notices.
 * @throws Error where a table takes only a part.
 */
export async function queuePeople(
  { client, registry, outbox }: Store,
  people: readonly Registration[],
  event: NoticeEvent,
  now: Date,
): Promise<string[]> {
  const notices = people.map((one) => noticeTo(one, event));
  // The notices come last: each of them may wake a notifier.
  await putAll(
    registry,
    people.map((one) =>
      toItem({ ...registryKeys.registration(one.meetingId, one.reference), ...one }),
    ),
  );
  await putAll(
    outbox,
    notices.map((notice) => noticeWrite({ outbox }, notice, now).Put?.Item ?? {}),
  );
  return notices.map(({ recipient, name }) => noticeId(recipient, name));

  async function putAll(table: string, items: readonly ReturnType<typeof toItem>[]) {
    const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
      items.slice(at * BATCH, (at + 1) * BATCH),
    );
    for (let at = 0; at < batches.length; at += AT_ONCE)
      await Promise.all(batches.slice(at, at + AT_ONCE).map((batch) => putBatch(table, batch)));
  }

  async function putBatch(table: string, items: readonly ReturnType<typeof toItem>[]) {
    const requests = items.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('A table took only a part');
  }
}
