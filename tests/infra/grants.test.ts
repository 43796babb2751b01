import { describe, expect, it } from 'vitest';
import { stageOf, statements, templatesOf } from './stacks.ts';

const production = stageOf('production');
const { service } = templatesOf(production);
const sandbox = templatesOf({ ...production, sender: { ...production.sender, sandbox: true } });

/** What the code of each function asks of AWS, and nothing more. Tables are named by what exports them. */
const NEEDED = {
  Participant: [
    'dynamodb:DeleteItem Registry',
    'dynamodb:GetItem Registry',
    'dynamodb:PutItem Outbox',
    'dynamodb:PutItem Registry',
    'dynamodb:Query Registry',
    'dynamodb:Query Registry/index/byKind',
    'dynamodb:UpdateItem Registry',
  ],
  Notifier: [
    'dynamodb:DescribeStream Outbox',
    'dynamodb:GetRecords Outbox',
    'dynamodb:GetShardIterator Outbox',
    'dynamodb:ListStreams *',
    'dynamodb:Query Outbox',
    'dynamodb:UpdateItem Outbox',
    'ses:SendRawEmail ConfigurationSet',
    'ses:SendRawEmail Identity',
  ],
  Sweeper: [
    'dynamodb:Query Outbox',
    'dynamodb:Query Outbox/index/byDue',
    'dynamodb:UpdateItem Outbox',
    'ses:SendRawEmail ConfigurationSet',
    'ses:SendRawEmail Identity',
  ],
  Scheduler: [
    'dynamodb:GetItem Outbox',
    'dynamodb:GetItem Registry',
    'dynamodb:PutItem Outbox',
    'dynamodb:Query Registry',
    'dynamodb:Query Registry/index/byKind',
  ],
  Feedback: ['dynamodb:UpdateItem Outbox'],
} as const;

/** A resource as a person would call it. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  if (text === '"*"') return '*';
  const [, thing] = /(Registry|Outbox|ConfigurationSet|Identity)/.exec(text) ?? [];
  const [, index = ''] = /"(\/index\/\w+)"/.exec(text) ?? [];
  return thing === undefined ? text : thing + index;
}

const granted = (id: string, services: RegExp) =>
  statements(service)
    .filter(([policy]) => policy.includes(`${id}Role`))
    .flatMap(([, { Action, Resource }]) =>
      [Action]
        .flat()
        .flatMap((action: string) =>
          [Resource].flat().map((resource) => `${action} ${nameOf(resource)}`),
        ),
    )
    .filter((one) => services.test(one))
    .sort();

describe('a function', () => {
  it.each(Object.entries(NEEDED))('may do what it needs with tables and mail: %s', (id, needed) => {
    expect(granted(id, /^(dynamodb|ses):/)).toEqual(needed);
  });

  it.each(Object.keys(NEEDED))(
    'may do nothing else but log, decrypt and keep failures: %s',
    (id) => {
      expect(granted(id, /^(?!dynamodb:|ses:|logs:|kms:|sqs:)/)).toEqual([]);
    },
  );
});

describe('permissions', () => {
  it('have no wildcard in an action, and name resources wherever there is one to name', () => {
    const all = statements(service).map(([, statement]) => statement);
    expect(all.length).toBeGreaterThan(10);
    expect(all.flatMap(({ Action }) => Action).join()).not.toContain('*');
    const open = all.filter(({ Resource }) => JSON.stringify(Resource).includes('*'));
    expect(open.map(({ Action }) => Action)).toEqual(['dynamodb:ListStreams']);
  });

  it('to send mail are for the stage’s own address, in the sandbox too', () => {
    for (const template of [service, sandbox.service]) {
      const sending = statements(template).filter(
        ([, { Action }]) => Action === 'ses:SendRawEmail',
      );
      expect(sending).toHaveLength(2);
      for (const [, { Condition }] of sending)
        expect(Condition).toEqual({
          StringEquals: { 'ses:FromAddress': production.sender.address },
        });
    }
  });

  it('to use the key of the account go by way of DynamoDB, or only decrypt what its stream has', () => {
    for (const [, { Action, Condition }] of statements(service)) {
      if (![Action].flat().some((action: string) => action.startsWith('kms:'))) continue;
      if (Condition === undefined) expect(Action).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
      else
        expect(JSON.stringify(Condition['StringEquals']['kms:ViaService'])).toContain('dynamodb.');
    }
  });
});
