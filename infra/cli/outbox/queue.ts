import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type Letter, readLetter } from './letter.ts';

/** A letter that has been taken from its queue for a while: it comes back by itself unless it is removed. */
export type Taken = Letter & { readonly since: Date; readonly receipt: string };

/** How many are taken at once: what a person can look through. */
const MOST = 1_000;

/** As many as SQS gives in one answer. */
const AT_ONCE = 10;

/**
 * Takes the letters of a queue, those that have been there longest first.
 *
 * @param seconds after which those that are neither removed nor put back come back by themselves
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
        // Without waiting, SQS asks some of its servers only, and may find nothing where there is something.
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

/** Puts letters back, for whoever looks next. */
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

/** Removes a letter for good, after what it asks for has been done. */
export async function remove(sqs: SQSClient, queueUrl: string, { receipt }: Taken): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt }));
}
