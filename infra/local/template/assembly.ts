import { join } from 'node:path';
import type {
  Assembly,
  FunctionDefinition,
  Properties,
  ReportDefinition,
  RouteDefinition,
  RuleDefinition,
  ScheduleDefinition,
  StreamDefinition,
  TableDefinition,
} from './definitions.ts';
import { resolve, type TemplateValue } from './intrinsics.ts';
import type { Resource } from './names.ts';
import { readStacks, type Stack } from './stacks.ts';

/** Reads a cloud assembly. @throws Error when it uses something that is not known here */
export function readAssembly(folder: string): Assembly {
  const stacks = readStacks(folder);
  const all = <T>(types: readonly string[], read: (found: Found) => T[]): T[] =>
    stacks.flatMap((stack) =>
      Object.entries(stack.resources).flatMap(([id, resource]) =>
        types.includes(resource.Type) ? read(found(stack, id, resource)) : [],
      ),
    );
  return {
    tables: all(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], tableOf),
    functions: all(['AWS::Lambda::Function'], functionOf),
    routes: all(['AWS::ApiGatewayV2::Route'], routeOf),
    streams: all(['AWS::Lambda::EventSourceMapping'], streamOf),
    schedules: [
      ...all(['AWS::Scheduler::Schedule'], scheduleOf),
      ...all(['AWS::Events::Rule'], scheduledRuleOf),
    ],
    rules: all(['AWS::Events::Rule'], ruleOf),
    reports: all(['AWS::SES::ConfigurationSetEventDestination'], reportOf),
    output: (stack, output) => {
      const found = stacks.find(({ name }) => name === stack);
      if (found === undefined) throw new Error(`There is no stack ${stack}`);
      return String(found.scope.output(stack, output));
    },
  };
}

type Found = { readonly id: string; readonly stack: Stack; readonly properties: () => Properties };

function found(stack: Stack, id: string, { Properties = {} }: Resource): Found {
  return { id, stack, properties: () => resolve(Properties, stack.scope) as Properties };
}

const tableOf = ({ id, stack, properties }: Found): TableDefinition[] => [
  { name: String(stack.scope.ref(id)), properties: properties() },
];

/** Functions of the CDK itself, which only a deployment runs, have no bundle of ours. */
function functionOf({ id, stack, properties }: Found): FunctionDefinition[] {
  const { Code, Handler, Environment, Timeout, MemorySize, Runtime } = properties();
  if (!String(Runtime).startsWith('nodejs') || Code?.S3Key === undefined) return [];
  const dot = String(Handler).lastIndexOf('.');
  return [
    {
      name: String(stack.scope.ref(id)),
      entry: join(stack.asset(Code.S3Key), Handler.slice(0, dot)),
      handler: Handler.slice(dot + 1),
      environment: texts(Environment?.Variables ?? {}),
      timeout: Timeout ?? 3,
      memory: MemorySize ?? 128,
    },
  ];
}

function routeOf({ id, stack, properties }: Found): RouteDefinition[] {
  const { RouteKey } = properties();
  const integration = integrationOf(stack, id);
  if (integration.PayloadFormatVersion !== '2.0')
    throw new Error(`${RouteKey}: only payload format 2.0 is known to the local runner`);
  return [{ key: RouteKey, function: functionName(integration.IntegrationUri) }];
}

/** A route's target is `integrations/` and a reference, which names the integration only here. */
function integrationOf(stack: Stack, route: string): Properties {
  const target = JSON.stringify(stack.resources[route]?.Properties?.Target);
  const id = Object.keys(stack.resources).find((one) => target.includes(`{"Ref":"${one}"}`));
  const properties = id === undefined ? undefined : stack.resources[id]?.Properties;
  if (properties === undefined) throw new Error(`The route ${route} has no integration`);
  return resolve(properties, stack.scope) as Properties;
}

function streamOf({ properties }: Found): StreamDefinition[] {
  const mapping = properties();
  const table = /:table\/([^/]+)\/stream\//.exec(mapping.EventSourceArn)?.[1];
  if (table === undefined) return [];
  return [
    {
      table,
      function: functionName(mapping.FunctionName),
      filters: (mapping.FilterCriteria?.Filters ?? []).map((one: { Pattern: string }) =>
        JSON.parse(one.Pattern),
      ),
      batchSize: mapping.BatchSize ?? 100,
      reportsFailures: (mapping.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
      bisects: mapping.BisectBatchOnFunctionError ?? false,
      retries: mapping.MaximumRetryAttempts ?? -1,
    },
  ];
}

function scheduleOf({ id, stack, properties }: Found): ScheduleDefinition[] {
  const { ScheduleExpression, Target, State } = properties();
  if (State === 'DISABLED' || !isFunction(Target.Arn)) return [];
  return [
    {
      name: String(stack.scope.ref(id)),
      expression: ScheduleExpression,
      function: functionName(Target.Arn),
      input: JSON.parse(Target.Input ?? '{}'),
    },
  ];
}

function scheduledRuleOf({ id, stack, properties }: Found): ScheduleDefinition[] {
  const { ScheduleExpression, Targets = [], State } = properties();
  if (State === 'DISABLED' || ScheduleExpression === undefined) return [];
  return Targets.filter(({ Arn }: Properties) => isFunction(Arn)).map((target: Properties) => ({
    name: String(stack.scope.ref(id)),
    expression: ScheduleExpression,
    function: functionName(target.Arn),
    input: JSON.parse(target.Input ?? '{"source":"aws.events","detail-type":"Scheduled Event"}'),
  }));
}

function ruleOf({ properties }: Found): RuleDefinition[] {
  const { EventPattern, Targets = [], State } = properties();
  if (State === 'DISABLED' || EventPattern === undefined) return [];
  return Targets.filter(({ Arn }: Properties) => isFunction(Arn)).map((target: Properties) => ({
    pattern: EventPattern,
    function: functionName(target.Arn),
  }));
}

function reportOf({ properties }: Found): ReportDefinition[] {
  const { ConfigurationSetName, EventDestination } = properties();
  if (EventDestination?.EventBridgeDestination === undefined) return [];
  if (EventDestination.Enabled === false) return [];
  return [
    {
      configurationSet: ConfigurationSetName,
      events: (EventDestination.MatchingEventTypes ?? []).map((one: string) => one.toUpperCase()),
    },
  ];
}

const isFunction = (arn: unknown) => typeof arn === 'string' && arn.includes(':function:');

/** The name in the ARN of a function, of one of its aliases, or in an address that invokes it. */
function functionName(arn: string): string {
  const name = /:function:([^:/]+)/.exec(arn)?.[1];
  return name ?? arn;
}

function texts(values: { readonly [name: string]: TemplateValue }): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
