import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
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
    this.feedback = {
      name: 'feedback',
      fn: new PlenaryFunction(this, 'Feedback', {
        stage,
        description: 'Records what SES reports of a message',
        entry: 'functions/feedback/handler.ts',
        environment: {},
        timeout: 30,
      }),
      failures: new FailureQueue(this, 'FeedbackFailures'),
      consequence: 'Messages that came back still look as if they had arrived.',
    };
    useOutbox(this.feedback.fn, data, { actions: ['UpdateItem'] });
    wake(this, 'Reports', {
      ...this.feedback,
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          mail: { tags: { 'ses:configuration-set': [mail.configurationSet.configurationSetName] } },
        },
      },
      retryAttempts: 2,
      // SES reports once, so as long as Lambda can wait.
      maxEventAge: Duration.hours(6),
    });
  }
}
