import { OUTBOX_NOTICES } from '../functions/store/platform/keys.ts';

/**
 * What starts the functions that no HTTP request starts. The stacks configure it on AWS, and the development server
 * does the same on one machine.
 */

/** How the stream of the outbox starts the notifier. */
export const OUTBOX_STREAM = {
  /** Only new notices: records of this event, for items with this sort key. */
  event: 'INSERT',
  sortKeyPrefix: OUTBOX_NOTICES,
  batchSize: 10,
  /** How often a failed batch is retried. */
  retries: 5,
} as const;

/** How often a schedule starts a function, in minutes. */
export const EVERY_MINUTES = { sweeper: 1, scheduler: 5 } as const;

/** How long a function may run, in seconds. */
export const TIMEOUT_S = {
  /** A person waits for the answer. */
  participant: 10,
  /** A batch of a few messages at a time, with slow answers of DynamoDB and SES, and the wait for a turn. */
  notifier: 120,
  /** A minute and the reserve to finish, so that the next run follows at once if there is much to send. */
  sweeper: 85,
  scheduler: 300,
  feedback: 30,
} as const;

/** The types of SES events that the configuration set reports and the feedback function understands. */
export const REPORTED = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'] as const;
