import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { NOTES } from '../../functions/store/platform/keys.ts';
import type { Stage } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { DataStack } from './data.ts';
import type { PlenaryFunction } from './function.ts';
import type { MailStack } from './mail.ts';

/** What a function may do with items of a table, and which of the table's indexes it may query. */
export type Use = {
  readonly actions: readonly (
    | 'GetItem'
    | 'BatchGetItem'
    | 'Query'
    | 'PutItem'
    | 'UpdateItem'
    | 'DeleteItem'
    | 'ConditionCheckItem'
  )[];
  readonly indexes?: readonly string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
};

/** Lets a function use the registry, and tells it the name of the table. */
export function useRegistry(fn: PlenaryFunction, { registry }: DataStack, use: Use): void {
  useTable(fn, registry, 'REGISTRY_TABLE', use);
}

/**
 * Lets a function read single items of the registry, and of them these attributes alone, and tells it the name of the
 * table. A request that names no attributes is refused.
 */
export function readRegistry(
  fn: PlenaryFunction,
  { registry }: DataStack,
  attributes: readonly string[],
): void {
  useTable(fn, registry, 'REGISTRY_TABLE', {
    actions: ['GetItem'],
    conditions: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...attributes] },
      StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
  });
}

/** Lets a function use the outbox, and tells it the name of the table. */
export function useOutbox(fn: PlenaryFunction, { outbox }: DataStack, use: Use): void {
  useTable(fn, outbox, 'OUTBOX_TABLE', use);
}

/** Lets a function use the vault, where sensitive answers are, and tells it the name of the table. */
export function useVault(fn: PlenaryFunction, { vault }: DataStack, use: Use): void {
  useTable(fn, vault, 'VAULT_TABLE', use);
}

function useTable(fn: PlenaryFunction, table: Table, variable: string, use: Use): void {
  fn.addEnvironment(variable, table.tableName);
  fn.allow({
    actions: use.actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    ...(use.conditions && { conditions: use.conditions }),
  });
  if (use.indexes) {
    fn.allow({
      actions: ['dynamodb:Query'],
      resources: use.indexes.map((index) => `${table.tableArn}/index/${index}`),
    });
  }
  if (table.encryptionKey) {
    // What DynamoDB does in the name of whoever calls it, and only DynamoDB.
    fn.allow({
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [table.encryptionKey.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(fn).region}.amazonaws.com` },
      },
    });
  }
}

/** What a function may do with files under a prefix. */
export type FileUse = Readonly<
  Partial<Record<keyof typeof NOTES, readonly ('GetObject' | 'PutObject' | 'DeleteObject')[]>>
>;

/**
 * Lets a function use the notes of nomination, where the stage takes files, and tells it the name of the bucket.
 *
 * @param lists whether it may look for files that are kept
 */
export function useNotes(
  fn: PlenaryFunction,
  { notes }: DataStack,
  use: FileUse,
  lists = false,
): void {
  if (notes === undefined) return;
  fn.addEnvironment('NOTES_BUCKET', notes.bucketName);
  // By this name one stack's template finds the other's bucket, and cdk-nag calls it.
  const { 'Fn::ImportValue': bucket } = Stack.of(fn).resolve(
    Stack.of(notes).exportValue(notes.bucketArn),
  );
  for (const [place, actions] of Object.entries(use)) {
    const prefix = NOTES[place as keyof typeof NOTES];
    fn.allow({
      actions: actions.map((action) => `s3:${action}`),
      resources: [notes.arnForObjects(`${prefix}*`)],
    });
    acknowledge(
      fn.ownRole,
      `AwsSolutions-IAM5[Resource::${bucket}/${prefix}*]`,
      'Files are named by meeting and delegation, which are not known when the stack is made.',
    );
  }
  if (lists)
    fn.allow({
      actions: ['s3:ListBucket'],
      resources: [notes.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${NOTES.kept}*` } },
    });
  if (notes.encryptionKey && !lists)
    fn.allow({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [notes.encryptionKey.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': `s3.${Stack.of(fn).region}.amazonaws.com` },
      },
    });
}

/** Lets a function send mail from the stage's sender through its configuration set, within the quota, and tells it both. */
export function sendMail(fn: PlenaryFunction, mail: MailStack, { sender }: Stage): void {
  fn.addEnvironment('SENDER_ADDRESS', sender.address);
  fn.addEnvironment('SENDER_NAME', sender.name);
  fn.addEnvironment('CONFIGURATION_SET', mail.configurationSet.configurationSetName);
  const arn = (resource: string, resourceName: string) =>
    mail.formatArn({ service: 'ses', resource, resourceName });
  fn.allow({
    actions: ['ses:SendRawEmail'],
    resources: [
      sender.sandbox ? arn('identity', '*') : mail.identity.emailIdentityArn,
      arn('configuration-set', mail.configurationSet.configurationSetName),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': sender.address } },
  });
  fn.allow({ actions: ['ses:GetSendQuota'], resources: ['*'] });
  acknowledge(
    fn.ownRole,
    'AwsSolutions-IAM5[Resource::*]',
    'The sending quota is of the account, and listing streams has no resource to name either; reading one is granted on the stream of the outbox alone.',
  );
  if (sender.sandbox) {
    acknowledge(
      fn.ownRole,
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      'In its sandbox SES asks permission for the identity of the recipient too; the sender stays fixed.',
    );
  }
}
