import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { feedbackEnvironment } from '../../functions/feedback/environment.ts';
import { notifierEnvironment } from '../../functions/notifier/environment.ts';
import { participantEnvironment } from '../../functions/participant/environment.ts';
import { ROUTES } from '../../functions/participant/routes.ts';
import { schedulerEnvironment } from '../../functions/scheduler/environment.ts';
import { OUTBOX_NOTICES } from '../../functions/store/platform/keys.ts';
import { functionsIn, OUTPUTS } from '../../infra/outputs.ts';
import { type Properties, resource, resources, stageOf, templatesOf } from './stacks.ts';

const stage = stageOf('production');
const { service } = templatesOf(stage);

const FUNCTION = 'AWS::Lambda::Function';
const idOf = (type: string, part: string, template: Template = service) =>
  resources(template, type).find(([id]) => id.includes(part))?.[0];
const arnOf = (type: string, part: string) => ({ 'Fn::GetAtt': [idOf(type, part), 'Arn'] });

describe('a function', () => {
  const functions = resources(service, FUNCTION);

  it('runs on Node.js 24 on Graviton, for a limited time, with a role and a log of its own', () => {
    expect(functions).toHaveLength(5);
    for (const [, properties] of functions) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: expect.any(Number),
      });
      expect(properties.ReservedConcurrentExecutions).toBeUndefined();
    }
    const different = (name: (properties: Properties) => unknown) =>
      new Set(functions.map(([, properties]) => JSON.stringify(name(properties)))).size;
    expect(different(({ Role }) => Role)).toBe(5);
    expect(different(({ LoggingConfig }) => LoggingConfig.LogGroup)).toBe(5);
  });

  it('has logs that are kept as long as the stage says', () => {
    const logs = resources(service, 'AWS::Logs::LogGroup');
    expect(logs).toHaveLength(6);
    for (const [, { RetentionInDays }] of logs)
      expect(RetentionInDays).toBe(stage.logRetentionDays);
  });

  it.each([
    ['Participant', participantEnvironment],
    ['Notifier', notifierEnvironment],
    ['Sweeper', notifierEnvironment],
    ['Scheduler', schedulerEnvironment],
    ['Feedback', feedbackEnvironment],
  ])('is told what it asks for and nothing else: %s', (name, { shape }) => {
    const { Variables } = resource(service, FUNCTION, name).Environment;
    expect(Object.keys(Variables).sort()).toEqual(Object.keys(shape).sort());
  });
});

describe('the API', () => {
  it('has each route of the participant function, and each is answered by it', () => {
    const routes = resources(service, 'AWS::ApiGatewayV2::Route');
    expect(routes.map(([, { RouteKey }]) => RouteKey).sort()).toEqual([...ROUTES].sort());
    const integration = idOf('AWS::ApiGatewayV2::Integration', '');
    for (const [, { Target }] of routes)
      expect(Target['Fn::Join'][1]).toEqual(['integrations/', { Ref: integration }]);
    expect(resource(service, 'AWS::ApiGatewayV2::Integration')).toMatchObject({
      IntegrationUri: arnOf(FUNCTION, 'Participant'),
      PayloadFormatVersion: '2.0',
    });
  });

  it('logs the route, and neither the path nor who asked', () => {
    const { Format } = resource(service, 'AWS::ApiGatewayV2::Stage').AccessLogSettings;
    const logged = Object.values(JSON.parse(Format) as Record<string, string>);
    expect(logged).toContain('$context.routeKey');
    for (const variable of logged) {
      expect(variable).toMatch(/^\$context\.\w+(\.\w+)?$/);
      expect(variable).not.toMatch(/path|identity|authorizer|domain/i);
    }
  });

  it('lets as much through as the stage says', () => {
    expect(resource(service, 'AWS::ApiGatewayV2::Stage').DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: stage.throttle.ratePerSecond,
      ThrottlingBurstLimit: stage.throttle.burst,
    });
  });

  it('is what links lead to, unless the stage has an address of its own', () => {
    const url = (template: Template) => [
      resource(template, FUNCTION, 'Participant').Environment.Variables.PUBLIC_URL,
      template.toJSON().Outputs[OUTPUTS.service.publicUrl].Value,
    ];
    const api = { 'Fn::GetAtt': [idOf('AWS::ApiGatewayV2::Api', ''), 'ApiEndpoint'] };
    expect(url(service)).toEqual([api, api]);
    const own = 'https://meetings.example.org';
    expect(url(templatesOf({ ...stage, publicUrl: own }).service)).toEqual([own, own]);
  });
});

describe('the outputs', () => {
  it('name every function, and the queue where its failures go', () => {
    const { Outputs } = service.toJSON();
    const ref = (key: string) => Outputs[key]?.Value.Ref as string | undefined;
    const keys = Object.keys(Outputs as Properties);
    const named = functionsIn(new Map(keys.map((key) => [key, ref(key) ?? ''])));
    expect(named.map(({ functionName }) => functionName).sort()).toEqual(
      resources(service, FUNCTION)
        .map(([id]) => id)
        .sort(),
    );
    expect(named.flatMap(({ queueUrl = [] }) => queueUrl).sort()).toEqual(
      resources(service, 'AWS::SQS::Queue')
        .map(([id]) => id)
        .sort(),
    );
    expect(named.find(({ name }) => name === 'notifier')).toEqual({
      name: 'notifier',
      functionName: idOf(FUNCTION, 'Notifier'),
      queueUrl: idOf('AWS::SQS::Queue', 'NotifierFailures'),
    });
  });
});

describe('the stream of the outbox', () => {
  const mapping = resource(service, 'AWS::Lambda::EventSourceMapping');

  it('wakes the notifier for new notices only', () => {
    expect(mapping.FunctionName).toEqual({ Ref: idOf(FUNCTION, 'Notifier') });
    expect(JSON.stringify(mapping.EventSourceArn)).toContain('Outbox');
    expect(
      mapping.FilterCriteria.Filters.map((one: Properties) => JSON.parse(one.Pattern)),
    ).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: OUTBOX_NOTICES }] } } } },
    ]);
    expect(mapping.StartingPosition).toBe('TRIM_HORIZON');
  });

  it('gives up what fails after a while, keeps it, and lets the rest of a batch be done', () => {
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      DestinationConfig: {
        OnFailure: { Destination: arnOf('AWS::SQS::Queue', 'NotifierFailures') },
      },
    });
    expect(mapping.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(mapping.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
  });
});

describe('what is woken by EventBridge', () => {
  const rules = resources(service, 'AWS::Events::Rule').map(([, properties]) => properties);
  const ruleOf = (name: string): Properties => {
    const arn = JSON.stringify(arnOf(FUNCTION, name));
    const found = rules.filter(({ Targets }) => JSON.stringify(Targets[0].Arn) === arn);
    expect(found).toHaveLength(1);
    return found[0] ?? {};
  };

  it.each([
    ['Sweeper', 'rate(1 minute)'],
    ['Scheduler', 'rate(5 minutes)'],
  ])('runs by the clock: %s', (name, expression) => {
    expect(ruleOf(name)).toMatchObject({ ScheduleExpression: expression, State: 'ENABLED' });
  });

  it('is told of what SES reports of our own mail', () => {
    const { EventPattern } = ruleOf('Feedback');
    expect(EventPattern.source).toEqual(['aws.ses']);
    expect(EventPattern.account).toEqual([{ Ref: 'AWS::AccountId' }]);
    const [set] = EventPattern.detail.mail.tags['ses:configuration-set'];
    expect(set).toEqual(
      resource(service, FUNCTION, 'Notifier').Environment.Variables.CONFIGURATION_SET,
    );
    // The function checks the same again.
    expect(resource(service, FUNCTION, 'Feedback').Environment.Variables).toMatchObject({
      ACCOUNT: { Ref: 'AWS::AccountId' },
      CONFIGURATION_SET: set,
    });
  });

  it('can be called by its own rule and by nobody else', () => {
    const permissions = resources(service, 'AWS::Lambda::Permission').filter(
      ([, { FunctionName }]) => FunctionName['Fn::GetAtt'][0] === idOf(FUNCTION, 'Feedback'),
    );
    expect(permissions.map(([, properties]) => properties)).toMatchObject([
      { Principal: 'events.amazonaws.com', SourceArn: arnOf('AWS::Events::Rule', 'Reporting') },
    ]);
  });

  it.each(['Sweeper', 'Scheduler', 'Feedback'])('keeps what fails, at either end: %s', (name) => {
    const queue = arnOf('AWS::SQS::Queue', `${name}Failures`);
    expect(ruleOf(name).Targets[0].DeadLetterConfig.Arn).toEqual(queue);
    expect(resource(service, 'AWS::Lambda::EventInvokeConfig', name).DestinationConfig).toEqual({
      OnFailure: { Destination: queue },
    });
  });
});
