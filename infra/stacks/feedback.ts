import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TIMEOUT_S } from '../triggers.ts';
import { wake } from './asynchronous.ts';
import { FailureQueue } from './failure-queue.ts';
import { PlenaryFunction } from './function.ts';
import { useOutbox } from './grants.ts';
import type { Foundations, Watched } from './parts.ts';

/** Records with each message what SES reports of it. */
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
        // What comes here can have an address written to no more, so it must come from SES itself. Nobody can put
        // events of a source `aws.…` on a bus: PutEvents refuses them. The account is written by EventBridge and not
        // by who sends the event, should a bus policy ever let another account in. And the configuration set can
        // only be used by who may send mail as this stage. The function checks all three again, as whoever may call
        // it or write rules needs no bus.
        source: ['aws.ses'],
        account: [account],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
      },
      retryAttempts: 2,
      // SES reports once, so as long as Lambda can wait.
      maxEventAge: Duration.hours(6),
    });
  }
}
