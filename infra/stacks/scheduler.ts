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
 * The function that offers free seats, ends expired offers, deletes data that is no longer needed, announces changes of
 * meetings, and sends lists of participants and reminders.
 */
export class Scheduler extends Construct {
  readonly scheduler: Watched & { readonly failures: FailureQueue };

  constructor(scope: Construct, id: string, { stage, data }: Foundations) {
    super(scope, id);
    this.scheduler = {
      name: 'scheduler',
      fn: new PlenaryFunction(this, 'Scheduler', {
        stage,
        description:
          'Offers free seats to those who wait, and writes lists, reminders and news of meetings',
        entry: 'functions/scheduler/handler.ts',
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
    // It deletes the sensitive data of erased people, and reschedules deletion days when a meeting moves. It reads
    // nothing.
    useVault(this.scheduler.fn, data, { actions: ['DeleteItem', 'UpdateItem'] });
    // It reads whether a list was written before it composes the list again, and writes the notice only if the chunks
    // are still its own. It deletes notices of erased people, and all of a meeting after its days are over. Lists show
    // which addresses could be reached.
    useOutbox(this.scheduler.fn, data, {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem', 'DeleteItem'],
      indexes: [BY_MEETING.name],
    });
    // It deletes the notes of meetings whose days are over.
    useNotes(this.scheduler.fn, data, { kept: ['DeleteObject'] }, true);
    wake(this, 'EveryFiveMinutes', {
      ...this.scheduler,
      schedule: Schedule.rate(Duration.minutes(EVERY_MINUTES.scheduler)),
      retryAttempts: 2,
      maxEventAge: Duration.minutes(15),
    });
  }
}
