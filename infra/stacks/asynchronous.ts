import type { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import type { FailureQueue } from './failure-queue.ts';
import type { PlenaryFunction } from './function.ts';

/** What wakes a function that nobody waits for, and where it goes when the function could not do it. */
export type Waking = {
  readonly fn: PlenaryFunction;
  readonly failures: FailureQueue;
  /** How often EventBridge and Lambda try again. */
  readonly retryAttempts: 0 | 1 | 2;
  /** How old an event may become before it is given up. */
  readonly maxEventAge: Duration;
} & ({ readonly schedule: Schedule } | { readonly eventPattern: EventPattern });

/** Wakes a function by a rule of EventBridge; events that could not be delivered and runs that failed are kept. */
export function wake(scope: Construct, id: string, waking: Waking): Rule {
  const { fn, failures, retryAttempts, maxEventAge } = waking;
  fn.configureAsyncInvoke({
    onFailure: new SqsDestination(failures),
    retryAttempts,
    maxEventAge,
  });
  return new Rule(scope, id, {
    ...('schedule' in waking
      ? { schedule: waking.schedule }
      : { eventPattern: waking.eventPattern }),
    targets: [new LambdaFunction(fn, { deadLetterQueue: failures, retryAttempts, maxEventAge })],
  });
}
