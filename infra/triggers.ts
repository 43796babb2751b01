import { OUTBOX_NOTICES } from '../functions/store/platform/keys.ts';

/**
 * What starts the functions that no request starts. The stacks configure AWS with it, and the development server does
 * the same on one machine.
 */

/** How the stream of the outbox reaches the notifier. */
export const OUTBOX_STREAM = {
  /** Only new messages: records of this event, for items with this sort key. */
  event: 'INSERT',
  sortKeyPrefix: OUTBOX_NOTICES,
  batchSize: 10,
  /** How often a batch that fails is tried again. */
  retries: 5,
} as const;

/** How often a schedule runs a function, in minutes. */
export const EVERY_MINUTES = { sweeper: 1, scheduler: 5 } as const;

/** How long a function may run, in seconds. */
export const TIMEOUT_S = {
  /** Somebody waits for the answer. */
  participant: 10,
  /** A batch, a few messages at a time, each as slow as DynamoDB and SES may be, and the wait for a turn. */
  notifier: 120,
  /** Without the reserve to finish: a minute, so that the next run follows at once when there is much to send. */
  sweeper: 85,
  scheduler: 300,
  feedback: 30,
} as const;

/** What SES reports of a message: the feedback function understands these events. */
export const REPORTED = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'] as const;
