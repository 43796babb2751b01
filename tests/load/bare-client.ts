import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** The client and the commands that registering needs, and nothing of ours. */
export const client = new DynamoDBClient({});
export const used = [GetItemCommand, QueryCommand, TransactWriteItemsCommand, marshall, unmarshall];
