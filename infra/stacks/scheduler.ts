import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { BY_KIND, BY_MEETING } from '../../functions/store/platform/keys.ts';
import { EVERY_MINUTES, TIMEOUT_S } from '../triggers.ts';
import { wake } from './asynchronous.ts';
import { FailureQueue } from './failure-queue.ts';
import { PlenaryFunction } from './function.ts';
import { useNotes, useOutbox, useRegistry, useVault } from './grants.ts';
import type { Foundations, Watched } from './parts.ts';

/**
 * Offers seats that are free, ends offers that are over, deletes what is no longer needed of people, and writes the
 * lists of participants and the reminders that are due.
 */
export class Scheduler extends Construct {
  readonly scheduler: Watched & { readonly failures: FailureQueue };

  constructor(scope: Construct, id: string, publicUrl: string, { stage, data }: Foundations) {
    super(scope, id);
    this.scheduler = {
      name: 'scheduler',
      fn: new PlenaryFunction(this, 'Scheduler', {
        stage,
        description:
          'Offers free seats to those who wait, and writes lists, reminders and news of meetings',
        entry: 'functions/scheduler/handler.ts',
        environment: { PUBLIC_URL: publicUrl },
        timeout: TIMEOUT_S.scheduler,
        memory: 1024,
      }),
      failures: new FailureQueue(this, 'SchedulerFailures'),
      consequence:
        'Organisers do not get their lists of participants, nobody is reminded or told that a meeting has changed or is cancelled, offers of seats do not end, and data is kept too long.',
    };
    useRegistry(this.scheduler.fn, data, {
      actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      indexes: [BY_KIND.name],
    });
    // What is left there of people who are erased goes with them, and until when the rest is kept follows the meeting;
    // it reads nothing of it.
    useVault(this.scheduler.fn, data, { actions: ['DeleteItem', 'UpdateItem'] });
    // It reads whether a list has been written before it makes it again, and writes the message only
    // while the parts of its attachment are still its own.
    useOutbox(this.scheduler.fn, data, {
      // Notices of people who are erased are deleted, and all of a meeting once its days are over; lists say which
      // addresses could be reached.
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem', 'DeleteItem'],
      indexes: [BY_MEETING.name],
    });
    // It deletes those of meetings whose days are over.
    useNotes(this.scheduler.fn, data, { kept: ['DeleteObject'] }, true);
    wake(this, 'EveryFiveMinutes', {
      ...this.scheduler,
      schedule: Schedule.rate(Duration.minutes(EVERY_MINUTES.scheduler)),
      retryAttempts: 2,
      maxEventAge: Duration.minutes(15),
    });
  }
}
