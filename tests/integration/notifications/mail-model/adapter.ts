import type { SESClient } from '@aws-sdk/client-ses';
import { recordEvent } from '../../../../functions/feedback/record.ts';
import { deliver } from '../../../../functions/notifier/deliver.ts';
import { meetingJobs } from '../../../../functions/scheduler/meeting-jobs.ts';
import { sendDueReminders } from '../../../../functions/scheduler/send-due-reminders.ts';
import { dueNotices } from '../../../../functions/store/outbox/due.ts';
import { failedNotices, requeueNotice } from '../../../../functions/store/outbox/requeue.ts';
import type { Store, Vault } from '../../../../functions/store/platform/client.ts';
import { DUE, DUE_BULK } from '../../../../functions/store/platform/keys.ts';
import { UNLIMITED } from '../../mailbox.ts';
import { notices, PUBLIC_URL } from '../../service.ts';

/** The account and the configuration set whose events are ours. */
export const OWN = { account: '123456789012', configurationSet: 'plenary-test' };

/**
 * How the model drives what is behind mail. This file alone knows the outbox, the notifier and the feedback function;
 * moves and judge do not. If the mechanism changes, only this file is written again.
 */
export type Mechanism = {
  /**
   * Runs the notifier until everything that is due at this moment has been tried once, one after the other, so that a
   * sequence is the same in every run. What SES does is up to the client.
   */
  readonly sendDue: () => Promise<void>;
  /** Gives an event of SES to the feedback function, as EventBridge brings it. */
  readonly report: (event: unknown) => Promise<void>;
  /** Puts everything that failed back into the queue, as the operator's command does. */
  readonly requeueFailed: () => Promise<void>;
  /** Runs the scheduler once: offers, changes of the meeting, and reminders that are due. */
  readonly runJobs: () => Promise<void>;
  /** Whether nothing is queued, on its way or failed: no mail can come any more without a further move. */
  readonly everythingIsAtItsEnd: () => Promise<boolean>;
};

const AT_AN_END: ReadonlySet<string> = new Set([
  'sent',
  'delivered',
  'bounced',
  'complained',
  'nothing-to-tell',
  'suppressed',
]);

/** The notifier looks at a new notice as soon as the stream brings it; the index has it a minute later. */
const STREAM_MS = 61_000;

/**
 * The mechanism: the outbox with its notices, the notifier and the scheduler.
 *
 * @param ses the client that the notifier sends with.
 * @param inOrder a text that orders ids the same way in every run, as references are random.
 */
export function mechanism(
  store: Store & Vault,
  ses: SESClient,
  inOrder: (id: string) => string,
): Mechanism {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const now = () => new Date();
  const outbox = { client: store.client, outbox: store.outbox };
  const dependencies = {
    outbox,
    ses: {
      client: ses,
      sender: { name: 'Plenary', address: 'plenary@example.org' },
      configurationSet: OWN.configurationSet,
      stage: 'test',
    },
    // What keeps to the rate of SES has a test of its own.
    rateLimiter: UNLIMITED,
    registry: { client: store.client, registry: store.registry },
    publicUrl: PUBLIC_URL,
    log: quiet as unknown as Parameters<typeof deliver>[0]['log'],
    now,
  };
  return {
    sendDue: async () => {
      for (const lane of [DUE, DUE_BULK] as const) {
        const ids: string[] = [];
        const until = new Date(Date.now() + STREAM_MS);
        for await (const page of dueNotices(outbox, until, lane)) ids.push(...page);
        const sorted = ids.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
        for (const id of sorted) await deliver(dependencies, id);
      }
    },
    report: (event) =>
      recordEvent({ outbox, log: dependencies.log, now, stage: 'test', own: OWN }, event),
    requeueFailed: async () => {
      for await (const { id } of failedNotices(outbox))
        await requeueNotice(store, id, now(), Date.now() + 5_000);
    },
    runJobs: async () => {
      const runs = [
        ...(await meetingJobs(store, now())),
        ...(await sendDueReminders(store, now(), () => true)),
      ];
      for (const run of runs) if ('error' in run) throw run.error;
    },
    everythingIsAtItsEnd: async () =>
      (await notices(store)).every(({ status }) => AT_AN_END.has(status)),
  };
}
