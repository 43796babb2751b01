import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type Letter, readLetter } from './letter.ts';

/** A letter that is hidden from others for some time. It returns to the queue unless it is removed. */
export type Taken = Letter & { readonly since: Date; readonly receipt: string };

/** How many letters to take at most: as many as a person can read. */
const MOST = 1_000;

/** The most messages that SQS returns at once. */
const AT_ONCE = 10;

/**
 * Takes the letters of a queue, the oldest first.
 *
 * @param seconds after which letters return that are neither removed nor put back.
 */
export async function takeLetters(
  sqs: SQSClient,
  queueUrl: string,
  seconds: number,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  while (taken.length < MOST) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: AT_ONCE,
        VisibilityTimeout: seconds,
        // Without waiting, SQS asks only some of its servers and may miss messages.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp'],
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) break;
    taken.push(...Messages.map(takenOf));
  }
  return taken.sort((a, b) => a.since.getTime() - b.since.getTime());
}

function takenOf({ Body = '', Attributes, MessageAttributes, ReceiptHandle = '' }: Message): Taken {
  const attributes = Object.entries(MessageAttributes ?? {}).map(([key, { StringValue }]) => [
    key,
    StringValue,
  ]);
  return {
    ...readLetter(Body, Object.fromEntries(attributes)),
    since: new Date(Number(Attributes?.SentTimestamp ?? 0)),
    receipt: ReceiptHandle,
  };
}

/** Puts letters back, for the next reader. */
export async function putBack(
  sqs: SQSClient,
  queueUrl: string,
  letters: readonly Taken[],
): Promise<void> {
  for (let at = 0; at < letters.length; at += AT_ONCE)
    await sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: queueUrl,
        Entries: letters.slice(at, at + AT_ONCE).map(({ receipt }, index) => ({
          Id: String(index),
          ReceiptHandle: receipt,
          VisibilityTimeout: 0,
        })),
      }),
    );
}

/** Removes a letter for good, after its event was done. */
export async function remove(sqs: SQSClient, queueUrl: string, { receipt }: Taken): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt }));
}
