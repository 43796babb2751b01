import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { BY_KIND } from '../../functions/store/keys.ts';
import { wake } from './asynchronous.ts';
import { FailureQueue } from './failure-queue.ts';
import { PlenaryFunction } from './function.ts';
import { useOutbox, useRegistry } from './grants.ts';
import type { Foundations, Watched } from './parts.ts';

/** Writes the lists of participants to their organisers, every hour those that are due. */
export class Scheduler extends Construct {
  readonly scheduler: Watched & { readonly failures: FailureQueue };

  constructor(scope: Construct, id: string, { stage, data }: Foundations) {
    super(scope, id);
    this.scheduler = {
      name: 'scheduler',
      fn: new PlenaryFunction(this, 'Scheduler', {
        stage,
        description: 'Writes the lists of participants to their organisers',
        entry: 'functions/scheduler/handler.ts',
        environment: {},
        timeout: 300,
        memory: 1024,
      }),
      failures: new FailureQueue(this, 'SchedulerFailures'),
      consequence: 'Organisers do not get their lists of participants.',
    };
    useRegistry(this.scheduler.fn, data, {
      actions: ['GetItem', 'Query'],
      indexes: [BY_KIND.name],
    });
    // It reads whether a list has been written before it makes it again, and writes the message only
    // while the parts of its attachment are still its own.
    useOutbox(this.scheduler.fn, data, { actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] });
    wake(this, 'EveryHour', {
      ...this.scheduler,
      schedule: Schedule.rate(Duration.hours(1)),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
  }
}
