import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { messageWrite } from '../outbox/outbox.ts';
import type { Store } from '../platform/client.ts';
import { peopleOf } from '../registration/registration.ts';
import { questionFor } from './delegation-message.ts';
import { notedWrite } from './noted.ts';

/** How many people are asked about with one link: a transaction takes a hundred writes. The page shows all. */
const MOST = 40;

/**
 * The writes that ask a focal point about everybody who waits for an answer, as questions with a former link are not sent
 * any more, or were sent to somebody else.
 */
export async function askAnew(
  store: Store,
  meeting: Meeting,
  delegation: Delegation,
  publicUrl: string,
  now: Date,
): Promise<{ readonly writes: readonly TransactWriteItem[] }> {
  const people = await peopleOf(store, delegation);
  const pending = people.filter(({ status }) => status === 'pending').slice(0, MOST);
  return {
    writes: pending.flatMap((one) =>
      questionFor(meeting, delegation, one, publicUrl).flatMap((message) => [
        messageWrite(store, message, now),
        notedWrite(store, one, [message]),
      ]),
    ),
  };
}
