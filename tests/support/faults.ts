import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';

type Fault = 'TransactionConflict' | 'ThrottlingError' | 'ProvisionedThroughputExceeded';
const FAULTS: readonly Fault[] = [
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
];

/**
 * Makes a client meet what DynamoDB Local never does: a share of its transactions is cancelled for a
 * conflict or a throttle before it is sent, and a share is written while the answer is lost. Returns how
 * often each was done.
 */
export function injectFaults(
  client: DynamoDBClient,
  { cancelled = 0, lost = 0 }: { cancelled?: number; lost?: number },
) {
  const counts = { cancelled: 0, lost: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      if (Math.random() < cancelled) {
        counts.cancelled++;
        throw cancelledBy(args.input as TransactWriteItemsCommandInput, counts.cancelled);
      }
      const result = await next(args);
      if (Math.random() >= lost) return result;
      counts.lost++;
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
    },
    { step: 'initialize', name: 'faults' },
  );
  return counts;
}

function cancelledBy({ TransactItems = [] }: TransactWriteItemsCommandInput, n: number) {
  const at = n % TransactItems.length;
  const code = FAULTS[n % FAULTS.length];
  return new TransactionCanceledException({
    message: 'Transaction cancelled (injected)',
    $metadata: {},
    CancellationReasons: TransactItems.map((_, index) => ({ Code: index === at ? code : 'None' })),
  });
}

/** Takes the condition out of every seat, as a negative control: without it seats are oversold. */
export function dropSeatConditions(client: DynamoDBClient) {
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'TransactWriteItemsCommand')
        for (const { Update } of (args.input as TransactWriteItemsCommandInput).TransactItems ?? [])
          if (Update?.UpdateExpression?.startsWith('SET taken = taken + :one')) {
            // What belongs to the meeting's revision stays: it says nothing of seats.
            const revision = Update.ConditionExpression?.includes(':revision');
            if (revision) Update.ConditionExpression = 'revision = :revision';
            else delete Update.ConditionExpression;
          }
      return next(args);
    },
    { step: 'initialize', name: 'no-condition' },
  );
}

/** Has something happen once between reading and writing: just before a client's next transaction is sent. */
export function beforeTransaction(client: DynamoDBClient, happens: () => unknown) {
  const name = 'in-between';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      if (client.middlewareStack.remove(name)) await happens();
      return next(args);
    },
    { step: 'initialize', name },
  );
}

/** Takes the check of a delegation's link out of every transaction, as a negative control. */
export function dropLinkChecks(client: DynamoDBClient) {
  client.middlewareStack.add(
    (next, context) => (args) => {
      const input = args.input as TransactWriteItemsCommandInput;
      if (context.commandName === 'TransactWriteItemsCommand')
        input.TransactItems = input.TransactItems?.filter(
          ({ ConditionCheck }) => ConditionCheck?.ConditionExpression !== '#link = :link',
        );
      return next(args);
    },
    { step: 'initialize', name: 'no-link-check' },
  );
}

/** What the process dies of in `killAt`. */
export class Killed extends Error {}

/**
 * Kills whoever uses the client at its n-th request, counted from 0, and lets nothing through from then on:
 * `before` the table hears of the request, or `after` it has done what was asked. Returns how many requests
 * there were, and a way to come back to life.
 */
export function killAt(client: DynamoDBClient, n: number, moment: 'before' | 'after') {
  const counts = { requests: 0 };
  const name = 'kill';
  client.middlewareStack.add(
    (next) => async (args) => {
      const mine = counts.requests++;
      if (mine < n) return next(args);
      if (mine === n && moment === 'after') await next(args);
      throw new Killed(`killed at request ${mine}`);
    },
    { step: 'initialize', name },
  );
  return { counts, revive: () => client.middlewareStack.remove(name) };
}

/**
 * Makes a table behave as the real one does where transactions meet: while one has an item in hand, another that
 * wants the same item is cancelled for a conflict. DynamoDB Local takes them one after the other. Each is held
 * for some milliseconds, as the real ones are.
 */
export function lockItems(client: DynamoDBClient, heldMs = 10) {
  const held = new Set<string>();
  const name = 'locks';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      const input = args.input as TransactWriteItemsCommandInput;
      const keys = (input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => {
        const { pk, sk } = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key ?? {};
        return `${pk?.S}/${sk?.S}`;
      });
      if (keys.some((key) => held.has(key)))
        throw new TransactionCanceledException({
          message: 'Transaction cancelled (another has the item)',
          $metadata: {},
          CancellationReasons: keys.map((key) => ({
            Code: held.has(key) ? 'TransactionConflict' : 'None',
          })),
        });
      for (const key of keys) held.add(key);
      try {
        await new Promise((resolve) => setTimeout(resolve, heldMs));
        return await next(args);
      } finally {
        for (const key of keys) held.delete(key);
      }
    },
    { step: 'initialize', name },
  );
  return { release: () => client.middlewareStack.remove(name) };
}

/** Counts the transactions that a client tries, and those that are cancelled because another has an item. */
export function countTransactions(client: DynamoDBClient) {
  const counts = { sent: 0, conflicts: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      counts.sent++;
      try {
        return await next(args);
      } catch (error) {
        if (
          error instanceof TransactionCanceledException &&
          error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict')
        )
          counts.conflicts++;
        throw error;
      }
    },
    { step: 'initialize', name: 'counts', priority: 'high' },
  );
  return counts;
}

/** Does something else at the last moment before the first transaction that writes an item whose sort key begins so. */
export function justBefore(client: DynamoDBClient, sk: string, act: () => Promise<unknown>) {
  let done = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { TransactItems = [] } = args.input as TransactWriteItemsCommandInput;
      const matches =
        context.commandName === 'TransactWriteItemsCommand' &&
        TransactItems.some(({ Put }) => Put?.Item?.sk?.S?.startsWith(sk));
      if (matches && !done) {
        done = true;
        await act();
      }
      return next(args);
    },
    { step: 'initialize', name: `before-${sk}` },
  );
}

/** The sort keys of all items that transactions of a client write, or check, from now on. */
export function keysWritten(client: DynamoDBClient): string[] {
  const keys: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'TransactWriteItemsCommand')
        for (const { Put, Update, Delete, ConditionCheck } of (
          args.input as TransactWriteItemsCommandInput
        ).TransactItems ?? [])
          keys.push((Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key)?.sk?.S ?? 'nothing');
      return next(args);
    },
    { step: 'initialize', name: 'keys' },
  );
  return keys;
}
