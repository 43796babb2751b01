import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';

/**
 * A record of a table's stream in the form in which Lambda passes it to a function: JSON with binary values in base64.
 * It has only the key of the item that has changed, because the stream of the outbox contains only keys.
 */
export type EventRecord = {
  readonly eventID: string | undefined;
  readonly eventName: string | undefined;
  readonly eventVersion: string;
  readonly eventSource: string;
  readonly awsRegion: string | undefined;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly SequenceNumber: string;
    readonly SizeBytes: number | undefined;
    readonly StreamViewType: string | undefined;
    readonly Keys: Readonly<Record<string, KeyValue>>;
  };
};

/** The value of a key attribute: a text, a number, or bytes in base64. */
type KeyValue = { readonly [type in 'S' | 'N' | 'B']?: string | undefined };

/** Converts a record of DynamoDB to a record of Lambda. */
export function toEventRecord(record: StreamRecord, streamArn: string): EventRecord {
  const { eventID, eventName, eventVersion = '1.1', awsRegion, dynamodb = {} } = record;
  const { Keys = {}, SizeBytes, StreamViewType } = dynamodb;
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: (dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
      SequenceNumber: dynamodb.SequenceNumber ?? '',
      SizeBytes,
      StreamViewType,
      Keys: Object.fromEntries(Object.entries(Keys).map(([name, key]) => [name, plain(key)])),
    },
  };
}

function plain({ S, N, B }: AttributeValue): KeyValue {
  if (B !== undefined) return { B: Buffer.from(B).toString('base64') };
  return S === undefined ? { N } : { S };
}
