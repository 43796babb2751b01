import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { REGISTRY_ATTRIBUTES } from '../../functions/notifier/registry-attributes.ts';
import { BY_DUE, TABLE } from '../../functions/store/platform/keys.ts';
import { EVERY_MINUTES, OUTBOX_STREAM, TIMEOUT_S } from '../triggers.ts';
import { wake } from './asynchronous.ts';
import { FailureQueue } from './failure-queue.ts';
import { PlenaryFunction } from './function.ts';
import { readRegistry, sendMail, useOutbox } from './grants.ts';
import type { Foundations, Watched } from './parts.ts';

/** The attributes that the notifier reads to compose messages: the keys, and the attributes of each kind of item. */
const READ_ATTRIBUTES = [
  ...new Set([TABLE.partition, TABLE.sort, ...Object.values(REGISTRY_ATTRIBUTES).flat()]),
];

/** The functions that send mail: the notifier when notices are written, and the sweeper for what is left. */
export class Notifier extends Construct {
  readonly notifier: Watched & { readonly failures: FailureQueue };
  readonly sweeper: Watched & { readonly failures: FailureQueue };

  constructor(scope: Construct, id: string, publicUrl: string, { stage, data, mail }: Foundations) {
    super(scope, id);
    this.notifier = {
      name: 'notifier',
      fn: new PlenaryFunction(this, 'Notifier', {
        stage,
        description: 'Sends the message of each new notice of the outbox',
        entry: 'functions/notifier/handler.ts',
        environment: { PUBLIC_URL: publicUrl },
        timeout: TIMEOUT_S.notifier,
      }),
      failures: new FailureQueue(this, 'NotifierFailures'),
      consequence: 'Confirmations come late: the sweeper sends them minutes afterwards.',
    };
    this.sweeper = {
      name: 'sweeper',
      fn: new PlenaryFunction(this, 'Sweeper', {
        stage,
        description: 'Sends the messages that are due again, and those that go to many',
        entry: 'functions/notifier/sweep.ts',
        environment: { PUBLIC_URL: publicUrl },
        timeout: TIMEOUT_S.sweeper,
      }),
      failures: new FailureQueue(this, 'SweeperFailures'),
      consequence:
        'Messages that SES put off are not tried again, and reminders and news of meetings are not sent.',
    };
    for (const { fn } of [this.notifier, this.sweeper]) {
      sendMail(fn, mail, stage);
      readRegistry(fn, data, READ_ATTRIBUTES);
    }
    // Of addresses they read the delivery state; of recipients they read and write what these were last notified of.
    useOutbox(this.notifier.fn, data, { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] });
    useOutbox(this.sweeper.fn, data, {
      actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      indexes: [BY_DUE.name],
    });

    this.notifier.fn.addEventSource(
      // The optional members may be `undefined`, which the library's interface does not allow.
      new DynamoEventSource(data.outbox as ITable, {
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual(OUTBOX_STREAM.event),
            dynamodb: {
              Keys: { [TABLE.sort]: { S: FilterRule.beginsWith(OUTBOX_STREAM.sortKeyPrefix) } },
            },
          }),
        ],
        // From the beginning, so that notices that are written while the stack is created are sent too.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: OUTBOX_STREAM.batchSize,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: OUTBOX_STREAM.retries,
        // The sweeper has handled older records long ago.
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(this.notifier.failures),
      }),
    );
    wake(this, 'EveryMinute', {
      ...this.sweeper,
      schedule: Schedule.rate(Duration.minutes(EVERY_MINUTES.sweeper)),
      // The next minute retries.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
  }
}
