import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { REGISTRY_ATTRIBUTES } from '../../functions/notifier/registry-attributes.ts';
import { TABLE } from '../../functions/store/platform/keys.ts';
import { type Properties, resources, stageOf, templatesOf } from './stacks.ts';

const production = stageOf('production');
const { service } = templatesOf(production);
const inSandbox = { ...production, sender: { ...production.sender, sandbox: true } };
const sandbox = templatesOf(inSandbox).service;

const list = <T>(value: T | T[]): T[] => [value].flat() as T[];

/** Every statement of every policy: whose role it is, and what it says. */
const statementsOf = (template: Template): [role: string, Properties][] =>
  resources(template, 'AWS::IAM::Policy').flatMap(([, { Roles, PolicyDocument }]) =>
    PolicyDocument.Statement.map((one: Properties) => [Roles[0].Ref, one]),
  );
const statements = statementsOf(service).map(([, statement]) => statement);

/** A resource as a person would call it: a table, its index or stream, the sender, a queue … */
function inWords(resource: unknown): string {
  if (resource === '*') return '*';
  const text = JSON.stringify(resource);
  const kind =
    /Registry|Outbox|VaultKey|Vault|Key|Failures|Log|ConfigurationSet|Identity|Notes/.exec(
      text,
    )?.[0] ?? text;
  const index = /\/index\/(\w+)/.exec(text)?.[1];
  const place = /"\/(\w+)\/\*"/.exec(text)?.[1];
  return [kind, index, place, text.includes('StreamArn') && 'stream'].filter(Boolean).join(' ');
}

const permissions = (name: string) =>
  statementsOf(service)
    .filter(([role]) => role.includes(`${name}Role`))
    .flatMap(([, { Action, Resource }]) =>
      list(Action).flatMap((action) => list(Resource).map((one) => `${action} on ${inWords(one)}`)),
    );

const on = (what: string, service: string, ...actions: string[]) =>
  actions.map((action) => `${service}:${action} on ${what}`);
const LOG = on('Log', 'logs', 'CreateLogStream', 'PutLogEvents');
const FAILURES = on('Failures', 'sqs', 'GetQueueAttributes', 'GetQueueUrl', 'SendMessage');
const MAIL = [
  ...on('ConfigurationSet', 'ses', 'SendRawEmail'),
  ...on('Identity', 'ses', 'SendRawEmail'),
  ...on('*', 'ses', 'GetSendQuota'),
];
/** What moving a registration takes. */
const MOVING = on(
  'Registry',
  'dynamodb',
  ...['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
);
const use = (key: string) =>
  on(
    key,
    'kms',
    ...['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'],
    ...['GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo'],
  );
const KEY = use('Key');

describe('what a function may do is what it calls, and no more', () => {
  it.each([
    [
      'Participant',
      [
        ...MOVING,
        ...on('Registry byKind', 'dynamodb', 'Query'),
        ...on('Outbox', 'dynamodb', 'BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
        ...on('Vault', 'dynamodb', 'DeleteItem', 'GetItem', 'PutItem'),
        ...use('VaultKey'),
        ...on('Notes incoming', 's3', 'DeleteObject', 'GetObject', 'PutObject'),
        ...on('Notes kept', 's3', 'DeleteObject', 'GetObject', 'PutObject'),
      ],
    ],
    [
      'Notifier',
      [
        ...on('Registry', 'dynamodb', 'GetItem'),
        ...on('Outbox', 'dynamodb', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...on('Outbox stream', 'dynamodb', 'DescribeStream', 'GetRecords', 'GetShardIterator'),
        ...on('*', 'dynamodb', 'ListStreams'),
        ...MAIL,
        ...FAILURES,
      ],
    ],
    [
      'Sweeper',
      [
        ...on('Registry', 'dynamodb', 'GetItem'),
        ...on('Outbox', 'dynamodb', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...on('Outbox byDue', 'dynamodb', 'Query'),
        ...MAIL,
        ...FAILURES,
      ],
    ],
    [
      'Scheduler',
      [
        ...MOVING,
        ...on('Registry byKind', 'dynamodb', 'Query'),
        ...on(
          'Outbox',
          'dynamodb',
          ...['BatchGetItem', 'ConditionCheckItem', 'DeleteItem'],
          ...['GetItem', 'PutItem', 'Query'],
        ),
        ...on('Outbox byMeeting', 'dynamodb', 'Query'),
        ...on('Vault', 'dynamodb', 'DeleteItem', 'UpdateItem'),
        ...use('VaultKey'),
        ...on('Notes kept', 's3', 'DeleteObject'),
        ...on('Notes', 's3', 'ListBucket'),
        ...FAILURES,
      ],
    ],
    ['Feedback', [...on('Outbox', 'dynamodb', 'GetItem', 'PutItem', 'UpdateItem'), ...FAILURES]],
  ])('%s', (name, expected) => {
    expect([...new Set(permissions(name))].sort()).toEqual([...expected, ...LOG, ...KEY].sort());
  });
});

describe('permissions', () => {
  it('have no wildcard in an action, and name the resource wherever there is one to name', () => {
    expect(statements.flatMap(({ Action }) => Action).join()).not.toContain('*');
    const open = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('*'));
    const files = open.filter(({ Action }) => list(Action).join().includes('s3:'));
    const others = open.filter((one) => !files.includes(one));
    expect(others.flatMap(({ Action }) => Action).sort()).toEqual([
      'dynamodb:ListStreams',
      'ses:GetSendQuota',
      'ses:GetSendQuota',
    ]);
    // Files by the prefix that says whether they have been looked at.
    for (const { Resource } of files)
      for (const one of list(Resource)) expect(inWords(one)).toMatch(/^Notes (incoming|kept)$/);
  });

  it('come from no managed policy of AWS', () => {
    const roles = resources(service, 'AWS::IAM::Role');
    expect(roles).toHaveLength(5);
    for (const [, { ManagedPolicyArns }] of roles) expect(ManagedPolicyArns).toBeUndefined();
  });

  it.each([
    ['', service, false],
    [', also in the sandbox, where any identity may be written to', sandbox, true],
  ])('to send mail are for the address of the stage%s', (_, template, any) => {
    const sending = statementsOf(template).filter(
      ([, { Action }]) => Action === 'ses:SendRawEmail',
    );
    expect(sending).toHaveLength(2);
    for (const [, { Condition, Resource }] of sending) {
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': production.sender.address } });
      expect(JSON.stringify(Resource).includes('identity/*')).toBe(any);
    }
  });

  describe.each(['Notifier', 'Sweeper'])('of the %s in the registry', (name) => {
    const onRegistry = statementsOf(service)
      .filter(([role]) => role.includes(`${name}Role`))
      .map(([, statement]) => statement)
      .filter(({ Resource }) => list(Resource).some((one) => /^Registry/.test(inWords(one))));

    it('are to get single items by their key, without a query, a write or an index', () => {
      expect(
        onRegistry.map(({ Effect, Action, Resource }) => [
          Effect,
          list(Action),
          list(Resource).map(inWords),
        ]),
      ).toEqual([['Allow', ['dynamodb:GetItem'], ['Registry']]]);
    });

    it('are for named attributes, and refuse a request that names none', () => {
      // ForAllValues holds for a request without attributes too: only the second condition refuses it.
      expect(onRegistry[0]?.Condition).toEqual({
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': expect.any(Array) },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      });
      const attributes =
        onRegistry[0]?.Condition['ForAllValues:StringEquals']['dynamodb:Attributes'];
      expect([...attributes].sort()).toEqual(
        [
          ...new Set([TABLE.partition, TABLE.sort, ...Object.values(REGISTRY_ATTRIBUTES).flat()]),
        ].sort(),
      );
    });

    it('reach nothing in the vault', () => {
      expect(permissions(name).filter((one) => one.includes('Vault'))).toEqual([]);
    });
  });

  it('to list files are for those that are kept', () => {
    const listing = statements.filter(({ Action }) => list(Action).includes('s3:ListBucket'));
    expect(listing.map(({ Condition }) => Condition)).toEqual([
      { StringLike: { 's3:prefix': 'kept/*' } },
    ]);
  });

  it('to use the key go by way of DynamoDB, or of S3 for files; without, a stream is decrypted and no more', () => {
    const onKey = statements.filter(({ Action }) => list(Action).join().includes('kms:'));
    expect(onKey).toHaveLength(7);
    for (const { Action, Condition } of onKey) {
      if (Condition === undefined) expect(Action).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
      else if (list(Action).length === 2)
        expect([Action, JSON.stringify(Condition)]).toEqual([
          ['kms:Decrypt', 'kms:GenerateDataKey'],
          expect.stringMatching(/"kms:ViaService":.*"s3\."/),
        ]);
      else expect(JSON.stringify(Condition)).toMatch(/"kms:ViaService":.*"dynamodb\."/);
    }
  });
});
