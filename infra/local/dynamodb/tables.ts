import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../../functions/store/platform/keys.ts';
import { createTableInput, type TableDefinition } from '../../tables.ts';
import { Refusal } from '../refusal.ts';

/**
 * Creates a table, unless an earlier run has created it.
 *
 * @throws Refusal if the table exists with another definition: its data is never deleted.
 */
export async function ensureTable(
  client: DynamoDBClient,
  name: string,
  definition: TableDefinition,
): Promise<void> {
  const wanted = createTableInput(name, definition);
  const present = await describe(client, name);
  if (present !== undefined) {
    const differing = differences(wanted, present);
    if (differing.length === 0) return;
    throw new Refusal(
      `The data of earlier runs has a table ${name} with other ${differing.join(', ')} than infra/ defines now: move the folder of the data away (.plenary/data) to begin with new tables.`,
    );
  }
  await client.send(new CreateTableCommand(wanted));
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: TABLE.timeToLive, Enabled: true },
    }),
  );
}

async function describe(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** The properties by which definitions are compared. Their order in a definition does not matter. */
const COMPARED = [
  'AttributeName',
  'AttributeType',
  'IndexName',
  'KeySchema',
  'KeyType',
  'NonKeyAttributes',
  'Projection',
  'ProjectionType',
  'StreamViewType',
];

function differences(wanted: CreateTableCommandInput, present: TableDescription): string[] {
  const same = (one: unknown, other: unknown) => comparable(one) === comparable(other);
  const parts = {
    keys: same(wanted.KeySchema, present.KeySchema),
    attributes: same(wanted.AttributeDefinitions, present.AttributeDefinitions),
    indexes: same(wanted.GlobalSecondaryIndexes, present.GlobalSecondaryIndexes),
    'stream settings': same(wanted.StreamSpecification, present.StreamSpecification),
  };
  return Object.entries(parts).flatMap(([part, isSame]) => (isSame ? [] : [part]));
}

const comparable = (value: unknown) =>
  [value ?? []]
    .flat()
    .map((one) => JSON.stringify(one, COMPARED))
    .sort()
    .join();
