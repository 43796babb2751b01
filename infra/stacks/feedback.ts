import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TIMEOUT_S } from '../triggers.ts';
import { wake } from './asynchronous.ts';
import { FailureQueue } from './failure-queue.ts';
import { PlenaryFunction } from './function.ts';
import { useOutbox } from './grants.ts';
import type { Foundations, Watched } from './parts.ts';

/** The function that records what SES reports of each message. */
export class Feedback extends Construct {
  readonly feedback: Watched & { readonly failures: FailureQueue };

  constructor(scope: Construct, id: string, { stage, data, mail }: Foundations) {
    super(scope, id);
    const { account } = Stack.of(this);
    const { configurationSetName } = mail.configurationSet;
    this.feedback = {
      name: 'feedback',
      fn: new PlenaryFunction(this, 'Feedback', {
        stage,
        description: 'Records what SES reports of a message',
        entry: 'functions/feedback/handler.ts',
        environment: {
          ACCOUNT: account,
          CONFIGURATION_SET: configurationSetName,
        },
        timeout: TIMEOUT_S.feedback,
      }),
      failures: new FailureQueue(this, 'FeedbackFailures'),
      consequence: 'Messages that came back still look as if they had arrived.',
    };
    useOutbox(this.feedback.fn, data, { actions: ['GetItem', 'PutItem', 'UpdateItem'] });
    wake(this, 'Reports', {
      ...this.feedback,
      eventPattern: {
        // An event can suppress an address, so it must come from SES itself. PutEvents refuses events with a source
        // `aws.…`. EventBridge and not the sender sets the account, in case a bus policy ever admits another account.
        // Only a principal that may send mail as this stage can use the configuration set. The function checks all
        // three again, because a principal that may call it or write rules needs no bus.
        source: ['aws.ses'],
        account: [account],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
      },
      retryAttempts: 2,
      // SES reports once, so Lambda keeps the event as long as it can.
      maxEventAge: Duration.hours(6),
    });
  }
}
