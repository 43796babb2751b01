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

/** A function as operations watch it. */
export type Watched = {
  /** As alarms and the dashboard call it. */
  readonly name: string;
  readonly fn: PlenaryFunction;
  /** Where its failures go; none where somebody waits for the answer and sees the failure. */
  readonly failures?: FailureQueue;
  /** What people lose while it fails, for whoever is woken by an alarm. */
  readonly consequence: string;
};
