import type { Stage } from '../settings.ts';
import type { DataStack } from './data.ts';
import type { FailureQueue } from './failure-queue.ts';
import type { PlenaryFunction } from './function.ts';
import type { MailStack } from './mail.ts';

/** What each part of the service is built on. */
export type Foundations = {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly mail: MailStack;
};

/** A function for operations. */
export type Watched = {
  /** The name in alarms and on the dashboard. */
  readonly name: string;
  readonly fn: PlenaryFunction;
  /** The queue for failures. A function whose caller waits for the answer has none, because the caller sees the failure. */
  readonly failures?: FailureQueue;
  /** What people lose while it fails, for the person who receives an alarm. */
  readonly consequence: string;
};
