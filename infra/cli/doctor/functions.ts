import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeployedFunction } from '../../outputs.ts';
import { count, type Finding, fail, ok, warn } from './finding.ts';

/** Clients for the checks of functions. */
export type FunctionClients = {
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
  readonly sqs: SQSClient;
};

const DAY_S = 86_400;

/** Checks that Lambda runs the function that was deployed last. */
export async function deployment(
  { lambda }: Pick<FunctionClients, 'lambda'>,
  { name, functionName }: DeployedFunction,
): Promise<Finding[]> {
  const { State, LastUpdateStatus } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName }),
  );
  const well = State !== 'Failed' && LastUpdateStatus !== 'Failed';
  return [
    well
      ? ok(`The ${name} function is as it was last deployed`)
      : fail(`Lambda could not update the ${name} function`, 'deploy the stage again'),
  ];
}

/** Checks whether a function has failed since yesterday. */
export async function errors(
  { cloudWatch }: Pick<FunctionClients, 'cloudWatch'>,
  { name, functionName }: DeployedFunction,
  now: Date,
): Promise<Finding[]> {
  const { Datapoints } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: functionName }],
      StartTime: new Date(now.getTime() - DAY_S * 1000),
      EndTime: now,
      Period: DAY_S,
      Statistics: ['Sum'],
    }),
  );
  const failed = (Datapoints ?? []).reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  return [
    failed === 0
      ? ok(`The ${name} function has not failed since yesterday`)
      : warn(
          `The ${name} function has failed ${count(failed, 'time')} since yesterday`,
          'read the first ERROR line in its log',
        ),
  ];
}

/** Checks whether a function has given up events. */
export async function givenUp(
  { sqs }: Pick<FunctionClients, 'sqs'>,
  { name, queueUrl }: DeployedFunction,
  stage: string,
): Promise<Finding[]> {
  if (queueUrl === undefined) return [];
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const kept = Object.values(Attributes ?? {}).reduce((sum, count) => sum + Number(count), 0);
  return [
    kept === 0
      ? ok(`The ${name} function has given nothing up`)
      : warn(
          `The ${name} function has given up ${count(kept, 'event')}`,
          `see "npm run outbox -- dead-letters --stage ${stage}"`,
        ),
  ];
}
