import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { Refusal } from '../refusal.ts';
import type { TableDefinition } from '../template/definitions.ts';

/**
 * Makes a table of a template, unless an earlier run has made it.
 *
 * @throws Refusal when it is there, but made for another definition: data is never thrown away
 */
export async function ensureTable(client: DynamoDBClient, definition: TableDefinition) {
  const { name, properties } = definition;
  const wanted = tableInput(definition);
  const present = await describe(client, name);
  if (present !== undefined) {
    const differing = differences(wanted, present);
    if (differing.length === 0) return;
    throw new Refusal(
      `The data of earlier runs has a table ${name} with other ${differing.join(', ')} than infra/ defines now: move the folder of the data away (.plenary/data) to begin with new tables.`,
    );
  }
  await client.send(new CreateTableCommand(wanted));
  const { AttributeName, Enabled } = properties.TimeToLiveSpecification ?? {};
  if (Enabled)
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName, Enabled },
      }),
    );
}

/** What DynamoDB is asked for, of what CloudFormation is told. */
function tableInput({ name, properties }: TableDefinition): CreateTableCommandInput {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } =
    properties;
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(indexInput),
    }),
    ...(StreamSpecification && {
      StreamSpecification: {
        StreamEnabled: true,
        StreamViewType: StreamSpecification.StreamViewType,
      },
    }),
  };
}

type Index = NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>[number];

const indexInput = ({ IndexName, KeySchema, Projection }: Index): Index => ({
  IndexName,
  KeySchema,
  Projection,
});

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

/** The members by which definitions are compared, in one order, whatever order they come in. */
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
