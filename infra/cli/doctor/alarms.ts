import { type CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import { count, type Finding, fail, ok, warn } from './finding.ts';

/**
 * Checks that the alarms of a stage exist, are quiet and notify the topic.
 * @param prefix of their names: the name of the stack.
 */
export async function alarmFindings(
  cloudWatch: CloudWatchClient,
  prefix: string,
): Promise<Finding[]> {
  const alarms = [];
  let NextToken: string | undefined;
  do {
    const page = await cloudWatch.send(
      new DescribeAlarmsCommand({ AlarmNamePrefix: prefix, NextToken }),
    );
    alarms.push(...(page.MetricAlarms ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  if (alarms.length === 0) return [fail('There are no alarms', 'deploy the stage')];
  const raised = alarms.filter(({ StateValue }) => StateValue === 'ALARM');
  const silent = alarms.filter(({ ActionsEnabled }) => ActionsEnabled === false);
  return [
    ...raised.map(({ AlarmName, AlarmDescription }) =>
      fail(`The alarm ${AlarmName} is raised`, AlarmDescription ?? 'look at its metric'),
    ),
    ...silent.map(({ AlarmName }) =>
      warn(`The alarm ${AlarmName} tells nobody`, 'enable its actions in the CloudWatch console'),
    ),
    ...(raised.length + silent.length === 0
      ? [ok(`${count(alarms.length, 'alarm')} watch, none is raised`)]
      : []),
  ];
}

/** Checks that somebody receives alarms. The owner of an address must confirm it first. */
export async function subscriptionFindings(sns: SNSClient, topic: string): Promise<Finding[]> {
  const subscriptions = [];
  let NextToken: string | undefined;
  do {
    const page = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topic, NextToken }),
    );
    subscriptions.push(...(page.Subscriptions ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  const confirmed = subscriptions.filter(({ SubscriptionArn }) =>
    SubscriptionArn?.startsWith('arn:'),
  );
  if (confirmed.length > 0) return [ok(`Alarms reach ${count(confirmed.length, 'subscriber')}`)];
  return [
    subscriptions.length > 0
      ? warn(
          'Nobody has confirmed that alarms may be sent to them',
          'open the message "AWS Notification - Subscription Confirmation" and follow its link',
        )
      : warn('Nobody is told of alarms', 'set alarmEmail in cdk.json and deploy'),
  ];
}
