import type { Meeting } from '../domain/meeting.ts';
import type { Registration } from '../domain/registration.ts';
import { readerOf, tellingSince } from '../domain/telling.ts';
import type { Outbox } from './client.ts';
import type { NewMessage } from './message.ts';
import { tellingMessages } from './participant-message.ts';
import { lookAt } from './unsaid.ts';

/**
 * News of the meeting which a change of the registration keeps from being sent, as they are to another address or to
 * somebody who stood elsewhere; and those that have not reached the address which is left: as they are written anew.
 *
 * @returns none where they were sent, or there is nothing to tell any more.
 */
export async function newsAnew(
  outbox: Outbox,
  meeting: Meeting,
  before: Registration,
  after: Registration,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): Promise<NewMessage[]> {
  const reader = readerOf(after);
  const stays = before.email === after.email && before.status === after.status;
  if (stays || reader === undefined) return [];
  const earlier = await lookAt(outbox, before.news);
  if (earlier === undefined || earlier.progress === 'sent') return [];
  const { content } = earlier.message;
  const telling =
    content.kind === 'meeting-changed' && content.before
      ? tellingSince(meeting, content.before, reader, now)
      : meeting.cancelled && ({ kind: 'meeting-cancelled' } as const);
  if (telling === undefined) return [];
  return tellingMessages(meeting, after, telling, publicUrl).map((one) => ({
    ...one,
    id: `${one.id}-v${after.version}`,
  }));
}
