import { type App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { MESSAGES_FAILED } from '../../functions/mail/ses/metrics.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import type { Stage } from '../settings.ts';
import { dashboard } from './dashboard.ts';
import type { MailStack } from './mail.ts';
import type { Watched } from './parts.ts';
import type { ServiceStack } from './service.ts';

const PERIOD = Duration.minutes(5);

type AlarmProps = {
  readonly metric: IMetric;
  /** The alarm is raised above this value. @default 0 */
  readonly above?: number;
  /** What has happened and what to do now, in a sentence or two. */
  readonly description: string;
};

/** Alarms, their topic and the dashboard. */
export class OperationsStack extends Stack {
  private readonly topic: Topic;

  constructor(
    app: App,
    stage: Stage,
    { mail, service }: { mail: MailStack; service: ServiceStack },
  ) {
    super(app, stackName(stage.stage, 'operations'), {
      description: 'Plenary: alarms and the dashboard',
    });
    this.topic = new Topic(this, 'Alarms', {
      displayName: `Plenary ${stage.stage}`,
      enforceSSL: true,
    });
    // The policy that refuses plain HTTP replaces the default policy of a topic, which admits alarms.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (stage.alarmEmail) this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));

    for (const watched of service.watched) this.watch(stage, watched);
    const failed = this.watchMail(stage, mail, service);
    const serverErrors = service.api.api.metricServerError({
      period: PERIOD,
      statistic: Stats.SUM,
    });
    this.alarm('ServerErrors', {
      metric: serverErrors,
      description:
        'Participants were answered with a 5xx. Find the route in the access log and its request id in the log of the participant function.',
    });
    dashboard(this, stage, { service, failed, serverErrors });
    new CfnOutput(this, OUTPUTS.operations.alarmTopic, { value: this.topic.topicArn });
  }

  private watch({ stage }: Stage, { name, fn, failures, consequence }: Watched): void {
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    this.alarm(`${id}Errors`, {
      metric: fn.metricErrors({ period: PERIOD }),
      description: `The ${name} failed. ${consequence} Read the first ERROR line in its log, and roll back if it began with a deployment.`,
    });
    this.alarm(`${id}Throttles`, {
      metric: fn.metricThrottles({ period: PERIOD }),
      description: `The ${name} was refused a start. ${consequence} Raise the account's limit of concurrent executions, or find what else uses it up.`,
    });
    if (!failures) return;
    this.alarm(`${id}FailureQueue`, {
      metric: failures.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: Stats.MAXIMUM,
      }),
      description: `The ${name} gave work up, and it is kept in its failure queue for 14 days. Read why in its log, repair that, then give it back with "npm run outbox -- drive-again --stage ${stage}".`,
    });
  }

  private watchMail(stage: Stage, mail: MailStack, service: ServiceStack): Metric {
    const { notifier } = service.notifier;
    this.alarm('NotifierBehind', {
      metric: notifier.fn.metric('IteratorAge', { period: PERIOD, statistic: Stats.MAXIMUM }),
      above: Duration.minutes(5).toMilliseconds(),
      description:
        'Messages wait longer than five minutes for the notifier. Look for one that fails again and again in its log, and whether SES is slow or throttles.',
    });
    const reputation = (metricName: string) =>
      new Metric({
        namespace: 'AWS/SES',
        metricName,
        dimensionsMap: { 'ses:configuration-set': mail.configurationSet.configurationSetName },
        period: Duration.hours(1),
        statistic: Stats.AVERAGE,
      });
    this.alarm('BounceRate', {
      metric: reputation('Reputation.BounceRate'),
      above: 0.05,
      description:
        'More than 5 % of messages come back; at 10 % SES may stop all sending. Look for addresses that are mistyped or made up among the latest registrations, and close registration while it lasts.',
    });
    this.alarm('ComplaintRate', {
      metric: reputation('Reputation.ComplaintRate'),
      above: 0.001,
      description:
        'More than one reader in a thousand calls our messages spam; at five SES may stop all sending. Find out who was written to without having registered.',
    });
    const failed = new Metric({
      namespace: MESSAGES_FAILED.namespace,
      metricName: MESSAGES_FAILED.name,
      dimensionsMap: { [MESSAGES_FAILED.dimension]: stage.stage },
      period: PERIOD,
      statistic: Stats.SUM,
    });
    this.alarm('FailedMessages', {
      metric: failed,
      description:
        'A message can never be sent as it is. The ERROR line in the log of the notifier, the sweeper or the feedback function names the message and why. Repair it and put the message back with "npm run outbox -- requeue", or tell the person another way.',
    });
    return failed;
  }

  private alarm(id: string, { metric, above = 0, description }: AlarmProps): void {
    new Alarm(this, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      alarmDescription: description,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
