import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { BY_DUE, BY_KIND, BY_MEETING } from '../../functions/store/platform/keys.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** The input of a command that writes one item. */
type SingleWrite = { readonly TableName: string; readonly Key?: Item; readonly Item?: Item };

/** Requests to DynamoDB by the name of the command, and capacity units. */
export type Consumption = {
  readonly requests: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
};

/**
 * Measures what is asked with a client. Capacity units come from DynamoDB's answers (`ReturnConsumedCapacity`), but
 * for two cases. DynamoDB Local 3 names the units of one item of a transaction only
 * (https://github.com/awslabs/amazon-dynamodb-local-samples/issues/31), and an error names none. These units are
 * computed from the items by the rules of AWS. A transaction takes two write units for each started kilobyte of each
 * item, and one for each index entry. A write whose condition fails takes what the existing item would take.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 *
 * @param endpoint where DynamoDB listens
 * @returns a function that measures what `act` asks for
 */
export function meter(client: DynamoDBClient, endpoint: string) {
  const credentials = { accessKeyId: 'load', secretAccessKey: 'load' };
  const reader = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const read = async (TableName: string | undefined, Key: Item | undefined): Promise<Item> =>
    (await reader.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item ?? {};

  const ofTransaction = async ({ TransactItems = [] }: TransactWriteItemsCommandInput) => {
    let units = 0;
    for (const { Put, Update, Delete, ConditionCheck } of TransactItems) {
      const other = Update ?? Delete ?? ConditionCheck;
      const item = Put?.Item ?? (await read(other?.TableName, other?.Key));
      units += 2 * kilobytes(item) + (Put ? indexEntries(item) : 0);
    }
    return units;
  };

  let requests: Record<string, number> = {};
  let readUnits = 0;
  let writeUnits = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const name = commandName.replace(/Command$/, '');
        requests[name] = (requests[name] ?? 0) + 1;
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
        try {
          const { output, response } = await next({ ...args, input } as typeof args);
          if (/Get|Query|Scan/.test(name)) readUnits += unitsIn(output);
          else if (name === 'TransactWriteItems')
            writeUnits += await ofTransaction(args.input as TransactWriteItemsCommandInput);
          else writeUnits += unitsIn(output);
          return { output, response };
        } catch (error) {
          if (error instanceof Error && error.name === ConditionalCheckFailedException.name) {
            const { TableName, Key, Item } = args.input as SingleWrite;
            const { pk, sk } = Key ?? Item ?? {};
            if (pk && sk) writeUnits += kilobytes(await read(TableName, { pk, sk }));
          }
          throw error;
        }
      },
    { step: 'initialize', name: 'meter' },
  );
  return async (act: () => Promise<void>): Promise<Consumption> => {
    requests = {};
    readUnits = 0;
    writeUnits = 0;
    await act();
    return { requests, readUnits, writeUnits };
  };
}

/** The capacity units in an answer. @throws Error when it names none */
function unitsIn(output: unknown): number {
  const { ConsumedCapacity } = output as { ConsumedCapacity?: { CapacityUnits?: number } };
  if (ConsumedCapacity?.CapacityUnits === undefined)
    throw new Error('The answer names no capacity units');
  return ConsumedCapacity.CapacityUnits;
}

/** How many indexes a new item enters: those whose two keys it has. */
const indexEntries = (item: Item) =>
  [BY_KIND, BY_DUE, BY_MEETING].filter(({ partition, sort }) => partition in item && sort in item)
    .length;

/** The size of an item in started kilobytes, at least one. */
const kilobytes = (item: Item) => Math.max(1, Math.ceil(sizeOf({ M: { ...item } }) / 1024));

/**
 * The bytes of a value, as DynamoDB counts them.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 3);
  if (value.M !== undefined)
    return Object.entries(value.M).reduce(
      (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
      3,
    );
  const sets = [...(value.SS ?? []), ...(value.NS ?? [])];
  return sets.length > 0 ? sets.reduce((sum, one) => sum + Buffer.byteLength(one), 3) : 1;
}
