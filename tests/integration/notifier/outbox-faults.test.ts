import type {
  GetItemCommandOutput,
  PutItemCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { NEVER_NOTIFIED } from '../../../functions/domain/notifications/last-notified.ts';
import type { NoticeEvent } from '../../../functions/domain/notifications/notice.ts';
import { noticeId, recipientKey } from '../../../functions/domain/notifications/recipient.ts';
import { type Dependencies, deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { writeLastNotified } from '../../../functions/store/outbox/last-notified.ts';
import { enqueue } from '../../../functions/store/outbox/notice.ts';
import { OUTBOX_LAST_NOTIFIED } from '../../../functions/store/platform/keys.ts';
import { listRegistrations } from '../../../functions/store/registration/registration.ts';
import { Killed } from '../../support/faults.ts';
import { noticeTo, numberedPerson } from '../../support/queued-people.ts';
import { seeded } from '../../support/seeded.ts';
import { putRegistrations } from '../dynamo.ts';
import {
  type Fault,
  type MailRig,
  type MailRigOptions,
  MEETING,
  openMailRig,
  settle,
  stream,
  type TableRequest,
} from '../mailbox.ts';
import { sesError } from '../ses-faults.ts';

type Outcome = Awaited<ReturnType<typeof outcome>>;
const rows: (Outcome & { fault: string; why: string })[] = [];

/** Nobody is told the same twice, and everybody is told how they stand. */
const EXACT = { lost: 0, doubled: 0 };
const UNKNOWABLE = 'SES has it, and nothing says so';

/** The first words of the subject of the message that says where a registration stands. */
const SUBJECTS: Readonly<Record<string, string>> = {
  confirmed: 'Registration confirmed',
  withdrawn: 'Registration withdrawn',
};

/**
 * What people were told, by the inbox. `asked`: people who are to be told something. `sent`: people whose last mail says
 * how they stand. `refused`: people who got nothing, whose notice is marked as failed with the reason. `doubled`: mails
 * that say what an earlier mail to the same person says.
 */
async function outcome(rig: MailRig) {
  const people = await listRegistrations(rig.store, MEETING);
  const notices = await rig.all();
  const inbox = await rig.inbox();
  expect(await rig.shown()).toBe(inbox.length);
  const mails = Object.groupBy(inbox, ({ to }) => to);
  const counts = { asked: people.length, sent: 0, refused: 0, lost: 0, doubled: 0 };
  for (const { email = '', status, reference } of people) {
    const subjects = (mails[email] ?? []).map(({ subject }) => subject.replace(/:.*/, ''));
    counts.doubled += subjects.length - new Set(subjects).size;
    const failed = notices.some(
      ({ id, status, lastError }) => id.includes(reference) && status === 'failed' && lastError,
    );
    if (subjects.at(-1) === SUBJECTS[status]) counts.sent += 1;
    else if (subjects.length === 0 && failed) counts.refused += 1;
    else counts.lost += 1;
  }
  return counts;
}

/** Runs what a row says on tables and an SES of its own, lets all come to an end, and notes what the inbox says. */
async function row(
  fault: string,
  run: (rig: MailRig) => Promise<unknown>,
  expected: Partial<Outcome>,
  { why = '', events = true, ...options }: MailRigOptions & { why?: string } = {},
) {
  const rig = await openMailRig({ events, ...options });
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
function dying(moment: keyof Fault, at?: TableRequest): Fault {
  let dead = false;
  const die = (here: keyof Fault) => (request?: string) => {
    if (!dead && here === moment && (at === undefined || at === request)) dead = true;
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

/** The answer to one kind of request to a table is lost, each time. */
const lostAnswer = (of: TableRequest): Fault => ({
  afterTable: (request) => {
    if (request === of) throw timeout();
  },
});

/** One worker for each notice, which meets a fault. */
const each = (fault: () => Fault) => async (rig: MailRig) => {
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

/** A second notice for each of so many people. @returns both ids of each */
async function pairs(rig: MailRig, count: number, event: NoticeEvent): Promise<[string, string][]> {
  const first = await rig.queue(count);
  return Promise.all(
    first.map(async (id, number): Promise<[string, string]> => {
      const notice = noticeTo(numberedPerson(MEETING, number), event, 'second');
      expect(await enqueue(rig.store, notice, rig.now())).toBe(true);
      return [id, noticeId(notice.recipient, notice.name)];
    }),
  );
}

/** Has two workers read what the recipient was last told before either of them goes on. */
function atTheSameMoment(): Fault {
  const both = Promise.withResolvers<void>();
  let read = 0;
  return {
    afterTable: (request) => {
      if (request !== 'last-notified') return undefined;
      read += 1;
      if (read === 2) both.resolve();
      return both.promise;
    },
  };
}

/**
 * Two workers that have two notices of one person at the same moment, for ten people.
 *
 * @param first whether the notices are the first ones, so that nothing is kept of what the person was told.
 */
const twoAtOnce =
  (first: boolean, changed: (worker: Dependencies) => Dependencies = (worker) => worker) =>
  async (rig: MailRig) => {
    const people = await pairs(rig, 10, { kind: 'registration-changed' });
    for (const [number, ids] of people.entries()) {
      const { recipient, meetingId } = noticeTo(numberedPerson(MEETING, number), DOCUMENT);
      const of = { recipient: recipientKey(recipient), meetingId };
      if (!first) await writeLastNotified(rig.store, of, undefined, NEVER_NOTIFIED, rig.now());
      const fault = atTheSameMoment();
      await Promise.all(ids.map((id) => deliver(changed(rig.worker(fault)), id)));
    }
  };
const DOCUMENT = { kind: 'document' } as const;

/** Somebody withdraws at a moment while their confirmation is sent. */
const withdrawing = (moment: 'truth' | 'flight' | 'send') => async (rig: MailRig) => {
  const ids = await rig.queue(10);
  await Promise.all(
    ids.map(async (id, number) => {
      const person = numberedPerson(MEETING, number);
      let done = false;
      const withdraw = async () => {
        if (done) return;
        done = true;
        const after = { ...person, status: 'withdrawn', version: 2 } as const;
        await putRegistrations(rig.store, [after]);
        const event = { kind: 'registration-changed' } as const;
        await enqueue(rig.store, noticeTo(person, event, 'v2'), rig.now());
      };
      const fault: Fault = {
        beforeTable: (request) => (request === moment ? withdraw() : undefined),
        afterSend: () => (moment === 'send' ? withdraw() : undefined),
      };
      await deliver(rig.worker(fault), id);
    }),
  );
};

/** Takes the condition out of the claim. */
function claimingAlways(worker: Dependencies): Dependencies {
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
}

/** Takes the condition out of every write of LAST_NOTIFIED. */
function writingAlways(worker: Dependencies): Dependencies {
  worker.outbox.client.middlewareStack.add(
    (next) => (args) => {
      const input = args.input as PutItemCommandInput;
      if (input.Item?.sk?.S === OUTBOX_LAST_NOTIFIED) {
        delete input.ConditionExpression;
        delete input.ExpressionAttributeNames;
        delete input.ExpressionAttributeValues;
      }
      return next(args);
    },
    { step: 'initialize' },
  );
  return worker;
}

/** Has a worker find nothing where it reads LAST_NOTIFIED, and write it as it likes. */
function rememberingNothing(worker: Dependencies): Dependencies {
  worker.outbox.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { Key } = args.input as UpdateItemCommandInput;
      if (Key?.sk?.S === OUTBOX_LAST_NOTIFIED) delete (result.output as GetItemCommandOutput).Item;
      return result;
    },
    { step: 'initialize' },
  );
  return writingAlways(worker);
}

describe('no fault loses a message, and none sends one twice', () => {
  it.each<[string, () => Fault]>([
    ['Worker killed before the claim', () => dying('beforeTable', 'claim')],
    ['Worker killed after the claim', () => dying('afterTable', 'claim')],
    ['Worker killed before it reads LAST_NOTIFIED', () => dying('beforeTable', 'last-notified')],
    ['Worker killed after it has read LAST_NOTIFIED', () => dying('afterTable', 'last-notified')],
    ['Worker killed before it makes LAST_NOTIFIED', () => dying('beforeTable', 'opening')],
    ['Worker killed after it has made LAST_NOTIFIED', () => dying('afterTable', 'opening')],
    ['Worker killed while it reads the registry', () => dying('afterTable', 'truth')],
    ['Worker killed before it writes what it sends', () => dying('beforeTable', 'flight')],
    ['Worker killed after it has written what it sends', () => dying('afterTable', 'flight')],
    ['Worker killed before the send', () => dying('beforeSend')],
    ['Worker killed after the send, before the record', () => dying('afterSend')],
    [
      'Worker killed after SES has accepted it, before LAST_NOTIFIED moves on',
      () => dying('beforeTable', 'landing'),
    ],
    [
      'Worker killed after LAST_NOTIFIED has moved on, before the record',
      () => dying('beforeTable', 'record'),
    ],
    ['Worker killed after the record', () => dying('afterTable', 'record')],
    ['Time-out after SES has taken it', () => ({ afterSend: throwing(timeout) })],
    ['Connection cut after SES has taken it', () => ({ afterSend: throwing(reset) })],
    ['Answer to the reading of LAST_NOTIFIED lost', () => lostAnswer('last-notified')],
    ['Answer to the making of LAST_NOTIFIED lost', () => lostAnswer('opening')],
    ['Answer to the reading of the registry lost', () => lostAnswer('truth')],
    ['Answer to the writing of what is sent lost', () => lostAnswer('flight')],
    ['Answer lost when LAST_NOTIFIED moves on', () => lostAnswer('landing')],
    ['Answer to the record lost', () => lostAnswer('record')],
  ])('%s', (fault, make) => row(fault, each(make), { asked: 10, sent: 10, ...EXACT }));

  it('SES cannot be reached', () =>
    row(
      'SES not reachable',
      each(() => ({
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
        const { open, acquire, backOff } = worker.rateLimiter;
        const counts = { refusals: 0, halts: 0 };
        const counted = () => {
          counts.refusals += 1;
          if (open('prompt')) counts.halts += 1;
          backOff();
        };
        await stream({ ...worker, rateLimiter: { open, acquire, backOff: counted } }, ids);
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

  it.each([
    ['Two notices of one recipient at the same moment', false],
    ['Two first notices of one recipient at the same moment', true],
  ])('%s', (fault, first) =>
    row(
      fault,
      twoAtOnce(first),
      { asked: 10, sent: 10, ...EXACT },
      { why: 'the second finds nothing to tell' },
    ),
  );

  it('one person has two notices, and the worker of the first dies after the send', () =>
    row(
      'Two notices of one recipient, worker of the first killed after the send',
      async (rig) => {
        for (const [first, second] of await pairs(rig, 10, { kind: 'meeting-changed' })) {
          await deliver(rig.worker(dying('afterSend')), first).catch(() => undefined);
          expect(['waiting', 'nothing-to-tell']).toContain(await deliver(rig.worker(), second));
        }
      },
      { asked: 10, sent: 10, ...EXACT },
      { why: 'the second waits for the first' },
    ));

  it.each([
    ['before the notifier reads the registry', 'truth'],
    ['before what is sent is written', 'flight'],
    ['after SES has accepted the confirmation', 'send'],
  ] as const)('somebody withdraws %s', (words, moment) =>
    row(`Withdrawal ${words}`, withdrawing(moment), { asked: 10, sent: 10, ...EXACT }),
  );

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

describe('where SES does not report', () => {
  it.each<[string, () => Fault]>([
    ['Worker killed after the send, before the record; no reports', () => dying('afterSend')],
    ['Time-out after SES has taken it; no reports', () => ({ afterSend: throwing(timeout) })],
  ])('a copy can come of each answer that was lost, and no more: %s', (fault, make) =>
    row(
      fault,
      each(make),
      { asked: 10, sent: 10, lost: 0, doubled: 10 },
      { events: false, why: UNKNOWABLE },
    ),
  );

  it('nothing is sent twice that LAST_NOTIFIED knows', () =>
    row(
      'Worker killed after LAST_NOTIFIED has moved on, before the record; no reports',
      each(() => dying('beforeTable', 'record')),
      { asked: 10, sent: 10, ...EXACT },
      { events: false, why: 'LAST_NOTIFIED says so' },
    ));
});

describe('what each guard is for', () => {
  const repeated = (changed: (worker: Dependencies) => Dependencies) => async (rig: MailRig) => {
    const ids = await rig.queue(10);
    await stream(changed(rig.worker()), ids);
    await stream(changed(rig.worker()), ids);
  };

  it('without the condition of the claim, LAST_NOTIFIED still keeps messages from being sent twice', () =>
    row(
      'Control: batches repeated, without the condition of the claim',
      repeated(claimingAlways),
      { asked: 10, sent: 10, ...EXACT },
      { why: 'LAST_NOTIFIED says that it was sent' },
    ));

  it('would send messages twice without the condition of the claim and LAST_NOTIFIED', () =>
    row(
      'Control: batches repeated, without the condition of the claim and LAST_NOTIFIED',
      repeated((worker) => rememberingNothing(claimingAlways(worker))),
      { asked: 10, sent: 10, lost: 0, doubled: 10 },
      { why: 'what both are for' },
    ));

  it('would tell people the same twice without the condition of LAST_NOTIFIED', () =>
    row(
      'Control: two notices of one recipient at the same moment, without the condition of LAST_NOTIFIED',
      twoAtOnce(false, writingAlways),
      { asked: 10, sent: 10, lost: 0, doubled: 10 },
      { why: 'what the condition is for' },
    ));
});

it('is as the table says', async () => {
  const cells = rows.map(({ fault, asked, sent, refused, lost, doubled, why }) => [
    fault,
    ...[asked, sent, refused, lost, doubled].map(String),
    why,
  ]);
  const head = ['fault', 'asked', 'sent', 'refused', 'lost', 'doubled', ''];
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
  const table = [
    'What people are told, by the inbox, whatever goes wrong: written by `tests/integration/notifier/outbox-faults.test.ts`.',
    '',
    ...lines,
    '',
  ].join('\n');
  console.log(`\n${table}`);
  await expect(table).toMatchFileSnapshot('../../golden/outbox-faults.md');
});
