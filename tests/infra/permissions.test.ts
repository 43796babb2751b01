import { describe, expect, it } from 'vitest';
import { build, type Resource } from './stage.ts';

type Statement = {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** What a resource of a policy is, for people: a table, its index, a queue, SES … */
function inWords(resource: unknown): string {
  const text = JSON.stringify(resource);
  const index = /\/index\/(\w+)/.exec(text)?.[1];
  const kinds = ['Registry', 'Outbox', 'Key', 'Failures', 'Log', 'identity', 'configuration-set'];
  const stream = /StreamArn/.test(text) ? ' stream' : '';
  if (resource === '*') return '*';
  const kind = kinds.find((one) => text.includes(one)) ?? text;
  return `${kind}${index ? ` ${index}` : ''}${stream}`;
}

/** Every permission of each role that a function has, as `action on resource`. */
function permissions(built: ReturnType<typeof build>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { Properties } of Object.values(built.resources('service', 'AWS::IAM::Policy'))) {
    const role = /(Participant|Notifier|Sweeper|Scheduler|Feedback)Role/.exec(
      Properties.Roles[0].Ref,
    )?.[1];
    if (role === undefined) throw new Error(`Whose is ${Properties.Roles[0].Ref}?`);
    const statements = Properties.PolicyDocument.Statement as Statement[];
    found[role] = [
      ...(found[role] ?? []),
      ...statements.flatMap(({ Action, Resource }) =>
        list(Action).flatMap((action) =>
          list(Resource).map((resource) => `${action} on ${inWords(resource)}`),
        ),
      ),
    ];
  }
  return Object.fromEntries(
    Object.entries(found).map(([role, all]) => [role, [...new Set(all)].sort()]),
  );
}

const LOG = ['logs:CreateLogStream on Log', 'logs:PutLogEvents on Log'];
const SES = ['ses:SendRawEmail on configuration-set', 'ses:SendRawEmail on identity'];
const FAILURES = [
  'sqs:GetQueueAttributes on Failures',
  'sqs:GetQueueUrl on Failures',
  'sqs:SendMessage on Failures',
];
const on = (table: string, ...actions: string[]) =>
  actions.map((action) => `dynamodb:${action} on ${table}`);

describe('what each function may do', () => {
  const test = build('test');

  it('is what it calls, and no more', () => {
    expect(permissions(test)).toEqual({
      Participant: [
        ...on('Outbox', 'PutItem'),
        ...on('Registry', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...on('Registry byKind', 'Query'),
        ...LOG,
      ].sort(),
      Notifier: [
        ...on('Outbox', 'Query', 'UpdateItem'),
        ...on('Outbox stream', 'DescribeStream', 'GetRecords', 'GetShardIterator'),
        ...on('*', 'ListStreams'),
        ...SES,
        ...FAILURES,
        ...LOG,
      ].sort(),
      Sweeper: [
        ...on('Outbox', 'Query', 'UpdateItem'),
        ...on('Outbox byDue', 'Query'),
        ...SES,
        ...FAILURES,
        ...LOG,
      ].sort(),
      Scheduler: [
        ...on('Outbox', 'GetItem', 'PutItem'),
        ...on('Registry', 'GetItem', 'Query'),
        ...on('Registry byKind', 'Query'),
        ...FAILURES,
        ...LOG,
      ].sort(),
      Feedback: [...on('Outbox', 'UpdateItem'), ...FAILURES, ...LOG].sort(),
    });
  });

  it('lets mail go out from the sender of the stage only', () => {
    const ses = statementsOf(test).filter(({ Action }) =>
      list(Action).includes('ses:SendRawEmail'),
    );
    expect(ses).toHaveLength(2);
    for (const { Condition } of ses) {
      expect(Condition).toEqual({
        StringEquals: { 'ses:FromAddress': 'registration@plenary.example' },
      });
    }
  });

  it('has no wildcard in an action, and one resource that cannot be named', () => {
    for (const built of [test, build('production')]) {
      const statements = statementsOf(built);
      expect(
        statements.flatMap(({ Action }) => list(Action)).filter((one) => one.includes('*')),
      ).toEqual([]);
      expect(
        statements
          .filter(({ Resource }) => list(Resource).some((one) => JSON.stringify(one).includes('*')))
          .map(({ Action }) => Action),
      ).toEqual(['dynamodb:ListStreams']);
    }
  });

  it('takes no managed policy of AWS', () => {
    for (const { Properties } of rolesOf(test)) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
  });

  it('lets the key be used through DynamoDB only, where there is one', () => {
    const statements = statementsOf(build('production')).filter(({ Action }) =>
      list(Action).some((one) => one.startsWith('kms:')),
    );
    expect(statements.length).toBeGreaterThanOrEqual(5);
    const direct = statements.filter(({ Condition }) => Condition === undefined);
    // The stream is read by Lambda itself, with the role of the notifier.
    expect(direct.flatMap(({ Action }) => list(Action))).toEqual(
      direct.length === 0 ? [] : ['kms:Decrypt'],
    );
  });
});

describe('in the sandbox of SES', () => {
  it('mail may go to any identity of the account, from the sender alone', () => {
    const { sender } = { sender: { ...senderOfTest(), sandbox: true } };
    const ses = statementsOf(build('test', { sender })).filter(({ Action }) =>
      list(Action).includes('ses:SendRawEmail'),
    );
    for (const { Resource, Condition } of ses) {
      expect(JSON.stringify(Resource)).toContain('identity/*');
      expect(Condition).toBeDefined();
    }
  });
});

function senderOfTest() {
  return {
    address: 'registration@plenary.example',
    name: 'Plenary',
    identity: 'domain' as const,
    sandbox: false,
  };
}

function rolesOf(built: ReturnType<typeof build>): Resource[] {
  return Object.values(built.resources('service', 'AWS::IAM::Role'));
}

function statementsOf(built: ReturnType<typeof build>): Statement[] {
  return Object.values(built.resources('service', 'AWS::IAM::Policy')).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
}
