import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { Killed } from '../../support/faults.ts';
import { seeded } from '../../support/seeded.ts';
import {
  type Fault,
  type Options,
  outcome,
  type Sending,
  sending,
  settle,
  stream,
} from '../sending.ts';
import { sesError } from '../ses-faults.ts';

type Outcome = Awaited<ReturnType<typeof outcome>>;
const rows: (Outcome & { fault: string; why: string })[] = [];

/** Nothing of it may be sent twice, and none may be missing. */
const EXACT = { lost: 0, doubled: 0 };
const UNKNOWABLE = 'SES has it, and nothing says so';

/** Runs what a row says on tables and an SES of its own, lets all come to an end, and notes what the inbox says. */
async function row(
  fault: string,
  run: (rig: Sending) => Promise<unknown>,
  expected: Partial<Outcome>,
  { why = '', ...options }: Options & { why?: string } = {},
) {
  const rig = await sending(options);
  try {
    await run(rig);
    await settle(rig);
    const found = await outcome(rig);
    rows.push({ fault, ...found, why });
    expect(found).toMatchObject(expected);
  } finally {
    rig.stop();
  }
}

/** A worker that dies at a moment: nothing that it does afterwards reaches anybody. */
function dying(moment: keyof Fault, at?: 'claim' | 'record', nth = 1): Fault {
  let dead = false;
  let left = nth;
  const die = (here: keyof Fault) => (request?: string) => {
    if (!dead && here === moment && (at === undefined || at === request)) dead = --left === 0;
    if (dead) throw new Killed(`killed at ${here}`);
  };
  return {
    beforeSend: die('beforeSend'),
    afterSend: die('afterSend'),
    beforeTable: die('beforeTable'),
    afterTable: die('afterTable'),
  };
}

const throwing =
  (error: () => Error, share = 1, random = seeded(1)) =>
  () => {
    if (random() < share) throw error();
  };
const timeout = () => sesError('TimeoutError', 'timed out');
const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const throttle = () => sesError('Throttling', 'Maximum sending rate exceeded.', 400);
const tableBusy = () => sesError('ProvisionedThroughputExceededException', 'Too much', 400);

/** A batch that its worker dies of. */
const killed = (fault: () => Fault) => async (rig: Sending) => {
  const ids = await rig.queue(10);
  await Promise.all(ids.map((id) => deliver(rig.worker(fault()), id).catch(() => undefined)));
};

/** Faults at a share of all requests, of any kind. */
function anyFault(random: () => number, share: number): Fault {
  let dead = false;
  const maybe = (errors: readonly (() => Error)[]) => () => {
    if (dead) throw new Killed('killed');
    if (random() >= share) return;
    const error = errors[Math.floor(random() * (errors.length + 1))];
    if (error) throw error();
    dead = true;
    throw new Killed('killed');
  };
  return {
    beforeSend: maybe([throttle, () => sesError('ServiceUnavailable', 'later', 503)]),
    afterSend: maybe([timeout, reset]),
    beforeTable: maybe([tableBusy]),
    afterTable: maybe([timeout]),
  };
}

describe('no fault loses a message, and none sends one twice', () => {
  it.each<[string, () => Fault]>([
    ['Worker killed before the claim', () => dying('beforeTable', 'claim')],
    ['Worker killed after the claim', () => dying('afterTable', 'claim')],
    ['Worker killed after the send, before the record', () => dying('afterSend')],
    ['Worker killed after the record', () => dying('afterTable', 'record')],
    ['Time-out after SES has taken it', () => ({ afterSend: throwing(timeout) })],
    ['Connection cut after SES has taken it', () => ({ afterSend: throwing(reset) })],
  ])('%s', (fault, make) => row(fault, killed(make), { asked: 10, sent: 10, ...EXACT }));

  it('SES cannot be reached', () =>
    row(
      'SES not reachable',
      killed(() => ({
        beforeSend: throwing(() => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
      })),
      { asked: 10, sent: 10, ...EXACT },
    ));

  it('SES refuses some for good', () =>
    row(
      'SES refuses one in five for good',
      async (rig) => {
        let count = 0;
        const fault: Fault = {
          beforeSend: () => {
            if (count++ % 5 === 0) throw sesError('MessageRejected', 'Virus', 400);
          },
        };
        await stream(rig.worker(fault), await rig.queue(10));
      },
      { asked: 10, sent: 8, refused: 2, ...EXACT },
      { why: 'the refused are marked' },
    ));

  it('SES throttles', () =>
    row(
      'SES takes 5 a second, and the notifiers believe 1,000',
      async (rig) => {
        const ids = await rig.queue(20);
        const worker = rig.worker({}, { knownLimits: { perSecond: 1_000, perDay: 1_000_000 } });
        const { open, turn, throttled } = worker.pace;
        const counts = { refusals: 0, halts: 0 };
        const counted = () => {
          counts.refusals += 1;
          if (open('prompt')) counts.halts += 1;
          throttled();
        };
        await stream({ ...worker, pace: { open, turn, throttled: counted } }, ids);
        expect(counts.refusals).toBeGreaterThan(0);
        // A refusal ends the whole run: only what was under way with it is refused as well.
        expect(counts.refusals).toBeLessThanOrEqual(4 * counts.halts);
        for (const { attempts, status } of await rig.all())
          expect([attempts, status]).toEqual(status === 'queued' ? [0, status] : [1, status]);
      },
      { asked: 20, sent: 20, ...EXACT },
      { limits: { perSecond: 5, perDay: 1_000_000 } },
    ));

  it('the stream repeats, turns round and splits batches', () =>
    row(
      'Stream batches repeated, turned round, split, and three at once',
      async (rig) => {
        const ids = await rig.queue(30);
        const ways = [ids, ids.toReversed(), ids];
        await Promise.all(ways.map((way, n) => stream(rig.worker(), way, [10, 7, 1][n])));
        await stream(rig.worker(), ids);
      },
      { asked: 30, sent: 30, ...EXACT },
    ));

  it('the table is busy', () =>
    row(
      'Table throttles a third of all requests',
      async (rig) => {
        const busy = throwing(tableBusy, 1 / 3, seeded(7));
        await stream(rig.worker({ beforeTable: busy }), await rig.queue(30));
      },
      { asked: 30, sent: 30, ...EXACT },
    ));

  it('clocks differ', () =>
    row(
      'Clocks up to 6 minutes apart, three workers at once',
      async (rig) => {
        await rig.queue(30);
        rig.pass(5 * 60_000);
        const slow: Fault = { beforeSend: () => new Promise((go) => setTimeout(go, 20)) };
        const minutes = [-3, 0, 3];
        for (let turn = 0; turn < 2; turn++)
          await Promise.all(
            minutes.map((skew) => sweep(rig.worker(slow, { skew: skew * 60_000 }), () => true)),
          );
      },
      { asked: 30, sent: 30, ...EXACT },
    ));

  it(
    'anything happens',
    () =>
      row(
        '200 messages, one request in ten fails in any way',
        async (rig) => {
          const ids = await rig.queue(200);
          const random = seeded(20_140_304);
          const parts = [0, 1, 2, 3].map((n) => ids.slice(n * 50, n * 50 + 50));
          await Promise.all(
            parts.map(async (part) => {
              for (let at = 0; at < part.length; at += 10)
                await stream(rig.worker(anyFault(random, 0.1)), part.slice(at, at + 10));
            }),
          );
          await settle(rig, () => anyFault(random, 0.1), 6).catch(() => undefined);
        },
        { asked: 200, sent: 200, ...EXACT },
      ),
    120_000,
  );
});

describe('where SES does not report, a copy can come of each answer that was lost, and no more', () => {
  it.each<[string, () => Fault]>([
    ['Worker killed after the send, before the record; no reports', () => dying('afterSend')],
    ['Time-out after SES has taken it; no reports', () => ({ afterSend: throwing(timeout) })],
  ])('%s', (fault, make) =>
    row(
      fault,
      killed(make),
      { asked: 10, sent: 10, lost: 0, doubled: 10 },
      { events: false, why: UNKNOWABLE },
    ),
  );
});

it('would send messages twice without the condition of the claim', () =>
  row(
    'Control: batches repeated, without the condition of the claim',
    async (rig) => {
      const ids = await rig.queue(10);
      const unconditional = () => {
        const worker = rig.worker();
        worker.outbox.client.middlewareStack.add(
          (next) => (args) => {
            const input = args.input as UpdateItemCommandInput;
            if (input.UpdateExpression?.includes('ADD attempts :one')) {
              delete input.ConditionExpression;
              const {
                ':sending': sending,
                ':lease': lease,
                ':until': until,
                ':one': one,
              } = input.ExpressionAttributeValues ?? {};
              Object.assign(input, {
                ExpressionAttributeNames: { '#status': 'status', '#lease': 'lease' },
                ExpressionAttributeValues: {
                  ':sending': sending,
                  ':lease': lease,
                  ':until': until,
                  ':one': one,
                },
              });
            }
            return next(args);
          },
          { step: 'initialize' },
        );
        return worker;
      };
      await stream(unconditional(), ids);
      await stream(unconditional(), ids);
    },
    { asked: 10, sent: 10, lost: 0, doubled: 10 },
    { why: 'what the condition is for' },
  ));

it('is as the table says', async () => {
  const cells = rows.map(({ fault, asked, sent, refused, lost, doubled, why }) => [
    fault,
    ...[asked, sent, refused, lost, doubled].map(String),
    why,
  ]);
  const head = ['fault', 'asked', 'sent', 'refused', 'lost', 'doubled', ''];
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
  const table = [
    'What becomes of messages, by the inbox, whatever goes wrong: written by `tests/integration/notifier/outbox-faults.test.ts`.',
    '',
    ...lines,
    '',
  ].join('\n');
  console.log(`\n${table}`);
  await expect(table).toMatchFileSnapshot('../../golden/outbox-faults.md');
});
