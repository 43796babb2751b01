import type { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import type { FailureQueue } from './failure-queue.ts';
import type { PlenaryFunction } from './function.ts';

/** What starts a function asynchronously, and where an event goes that the function could not handle. */
export type Waking = {
  readonly fn: PlenaryFunction;
  readonly failures: FailureQueue;
  /** How often EventBridge and Lambda retry. */
  readonly retryAttempts: 0 | 1 | 2;
  /** How old an event may become before it is given up. */
  readonly maxEventAge: Duration;
} & ({ readonly schedule: Schedule } | { readonly eventPattern: EventPattern });

/**
 * Starts a function by a rule of EventBridge. Events that could not be delivered, and runs that failed, go to the
 * failure queue.
 */
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
