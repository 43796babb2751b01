import { describe, expect, it } from 'vitest';
import { MESSAGES_FAILED } from '../../functions/mail/ses/metrics.ts';
import { type Properties, resource, resources, stageOf, templatesOf } from './stacks.ts';

const stage = stageOf('production');
const { service, operations } = templatesOf(stage);
const alarms = resources(operations, 'AWS::CloudWatch::Alarm').map(([, properties]) => properties);

/** The alarms on a metric; `of` is the logical id that one of its dimensions must import. */
const on = (metric: string, of = '') =>
  alarms.filter(
    ({ MetricName, Dimensions }) =>
      MetricName === metric && JSON.stringify(Dimensions ?? []).includes(of),
  );

describe('alarms', () => {
  it.each(resources(service, 'AWS::Lambda::Function').map(([id]) => id))(
    'are on errors and throttles of each function: %s',
    (id) => {
      expect([on('Errors', id), on('Throttles', id)]).toMatchObject([[{}], [{}]]);
    },
  );

  it.each(resources(service, 'AWS::SQS::Queue').map(([id]) => id))(
    'are on each queue of failures: %s',
    (id) => {
      expect(on('ApproximateNumberOfMessagesVisible', id)).toMatchObject([
        { Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' },
      ]);
    },
  );

  it('are on the delay of the notifier, failing requests and the reputation of the sender', () => {
    expect(on('IteratorAge', 'Notifier')).toMatchObject([{ Threshold: 300_000 }]);
    expect(on('5xx')).toMatchObject([{ Namespace: 'AWS/ApiGateway' }]);
    expect(on('Reputation.BounceRate', 'ConfigurationSet')).toMatchObject([{ Threshold: 0.05 }]);
    expect(on('Reputation.ComplaintRate', 'ConfigurationSet')).toMatchObject([
      { Threshold: 0.001 },
    ]);
  });

  it('are on messages given up for good, as the functions count them', () => {
    expect(on(MESSAGES_FAILED.name)).toMatchObject([
      {
        Namespace: MESSAGES_FAILED.namespace,
        Dimensions: [{ Name: MESSAGES_FAILED.dimension, Value: stage.stage }],
        Threshold: 0,
      },
    ]);
  });

  it('say in a sentence or two what to do, and each says something else', () => {
    const said = alarms.map(({ AlarmDescription }) => AlarmDescription as string);
    for (const description of said) expect(description).toMatch(/^[A-Z].{60,400}\.$/);
    expect(new Set(said).size).toBe(alarms.length);
  });

  it('are told to the topic, which lets CloudWatch in and nobody without TLS', () => {
    const topic = { Ref: resources(operations, 'AWS::SNS::Topic')[0]?.[0] };
    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([topic]);
    const { Statement } = resource(operations, 'AWS::SNS::TopicPolicy').PolicyDocument;
    const about = (effect: string) => Statement.filter((one: Properties) => one.Effect === effect);
    expect(about('Allow')).toMatchObject([
      { Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
    ]);
    expect(about('Deny')).toMatchObject([
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  it('reach somebody by e-mail where the stage names one', () => {
    expect(resource(operations, 'AWS::SNS::Subscription')).toMatchObject({
      Protocol: 'email',
      Endpoint: stage.alarmEmail,
    });
    const { operations: silent } = templatesOf(stageOf('local'));
    silent.resourceCountIs('AWS::SNS::Subscription', 0);
  });
});

describe('the dashboard', () => {
  it('is one a stage, and shows what alarms are about', () => {
    const { DashboardName, DashboardBody } = resource(operations, 'AWS::CloudWatch::Dashboard');
    expect(DashboardName).toBe('Plenary-production');
    const body = JSON.stringify(DashboardBody);
    for (const metric of ['5xx', 'Errors', MESSAGES_FAILED.name]) expect(body).toContain(metric);
  });
});
