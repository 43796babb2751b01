import { Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stage } from '../../infra/settings.ts';
import { stacksOf, stageOf } from './stacks.ts';

/** Runs the rules; what has been acknowledged with a reason next to the resource is no error. */
function check(
  stage: Stage,
  change: (stacks: ReturnType<typeof stacksOf>) => void = () => {},
): void {
  const stacks = stacksOf(stage);
  change(stacks);
  Validations.of(stacks.app).addPlugins(new AwsSolutionsChecks(stacks.app));
  stacks.app.synth();
}

const addressInSandbox = stageOf('local');
const sandbox = {
  ...addressInSandbox,
  sender: { ...addressInSandbox.sender, sandbox: true },
};

describe('the rules of AWS Solutions', () => {
  // The report of what is found goes to the console; here, it is in the error.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  it.each([stageOf('production'), stageOf('test'), stageOf('local'), sandbox])(
    'find nothing without a written reason: $stage',
    (stage) => {
      expect(() => check(stage)).not.toThrow();
    },
  );

  it('would find a queue that takes plain HTTP', () => {
    expect(() => check(stageOf('test'), ({ service }) => new Queue(service, 'Open'))).toThrow(
      'AwsSolutions-SQS4',
    );
  });

  it('would find a function that may do everything', () => {
    const everything = new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['dynamodb:*'],
      resources: ['*'],
    });
    expect(() =>
      check(stageOf('test'), ({ service }) =>
        service.notifier.notifier.fn.addToRolePolicy(everything),
      ),
    ).toThrow('AwsSolutions-IAM5[Action::dynamodb:*]');
  });
});
