import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';

/** A record of a table's stream, as Lambda hands it to a function: JSON, with binary values in base64. */
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
    readonly Keys: unknown;
    readonly NewImage?: unknown;
    readonly OldImage?: unknown;
  };
};

/** What Lambda makes of a record that DynamoDB gives. */
export function toEventRecord(record: StreamRecord, streamArn: string): EventRecord {
  const { eventID, eventName, eventVersion = '1.1', awsRegion, dynamodb = {} } = record;
  const { NewImage, OldImage, Keys, SizeBytes, StreamViewType } = dynamodb;
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
      Keys: image(Keys),
      ...(NewImage && { NewImage: image(NewImage) }),
      ...(OldImage && { OldImage: image(OldImage) }),
    },
  };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

function image(attributes: Record<string, AttributeValue> = {}): Json {
  return plain(attributes as Record<string, unknown>);
}

function plain(value: unknown): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
