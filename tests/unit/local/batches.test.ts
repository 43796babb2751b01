import { describe, expect, it } from 'vitest';
import { type Delivery, deliver } from '../../../infra/local/dynamodb/batches.ts';
import { type EventRecord, toEventRecord } from '../../../infra/local/dynamodb/stream-records.ts';

const recordsOf = (...numbers: number[]) =>
  numbers.map((number) =>
    toEventRecord({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(number) } }, 'arn'),
  );
const numbersOf = (records: readonly EventRecord[]) =>
  records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** Delivers records 1 to 4, and says in which batches the function saw them and which were given up. */
async function run(
  answer: (numbers: number[], call: number) => Awaited<ReturnType<Delivery['invoke']>>,
  { retries = 2 } = {},
) {
  const calls: number[][] = [];
  const givenUp: number[] = [];
  await deliver(recordsOf(1, 2, 3, 4), {
    retries,
    invoke: async ({ Records }) => {
      const numbers = numbersOf(Records);
      calls.push(numbers);
      return answer(numbers, calls.length);
    },
    giveUp: (records) => givenUp.push(...numbersOf(records)),
    pause: () => 0,
  });
  return { calls, givenUp };
}
const failing = (...numbers: number[]) => ({
  batchItemFailures: numbers.map((number) => ({ itemIdentifier: String(number) })),
});
const broken = () => {
  throw new Error('no');
};

describe('deliver', () => {
  it.each([[{ batchItemFailures: [] }], [null], [undefined], [{}]])(
    'is done when the function answers %j',
    async (answer) => {
      expect(await run(() => answer)).toEqual({ calls: [[1, 2, 3, 4]], givenUp: [] });
    },
  );

  it('tries all from the first failure again', async () => {
    const { calls, givenUp } = await run((_, call) => (call === 1 ? failing(4, 2) : failing()));
    expect(calls).toEqual([
      [1, 2, 3, 4],
      [2, 3, 4],
    ]);
    expect(givenUp).toEqual([]);
  });

  it('takes a failure it does not know for a failure of all', async () => {
    const { calls } = await run((_, call) => (call === 1 ? failing(9) : failing()));
    expect(calls).toEqual([
      [1, 2, 3, 4],
      [1, 2],
      [3, 4],
    ]);
  });

  it('gives up after as many tries as the stream has, which splitting does not use up', async () => {
    const { calls, givenUp } = await run(broken, { retries: 2 });
    expect(calls.filter((one) => one.length > 1)).toEqual([
      [1, 2, 3, 4],
      [1, 2],
      [3, 4],
    ]);
    expect(calls.filter((one) => one.length === 1)).toHaveLength(4 * 3);
    expect(givenUp).toEqual([1, 2, 3, 4]);
  });

  it('halves a batch that fails as a whole, so that one poisoned record costs only itself', async () => {
    const poison = (numbers: number[]) => (numbers.includes(3) ? broken() : failing());
    const { calls, givenUp } = await run(poison, { retries: 1 });
    expect(givenUp).toEqual([3]);
    expect(calls).toContainEqual([1, 2]);
    expect(calls).toContainEqual([4]);
  });
});

describe('toEventRecord', () => {
  it('is what Lambda hands over: times in seconds, binary values in base64', () => {
    const record = toEventRecord(
      {
        eventID: 'e',
        eventName: 'INSERT',
        awsRegion: 'ddblocal',
        dynamodb: {
          ApproximateCreationDateTime: new Date(1_700_000_000_000),
          SequenceNumber: '7',
          Keys: { pk: { S: 'a' }, sk: { B: new Uint8Array([1, 2]) } },
          NewImage: { email: { S: 'somebody@example.org' } },
        },
      },
      'arn:stream',
    );
    expect(record).toMatchObject({ eventSource: 'aws:dynamodb', eventSourceARN: 'arn:stream' });
    expect(record.dynamodb).toMatchObject({
      ApproximateCreationDateTime: 1_700_000_000,
      Keys: { pk: { S: 'a' }, sk: { B: 'AQI=' } },
    });
    expect(JSON.stringify(record)).not.toContain('somebody');
  });
});
