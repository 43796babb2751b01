import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { NOTES } from '../../functions/store/platform/keys.ts';
import type { Stage } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { DataStack } from './data.ts';
import type { PlenaryFunction } from './function.ts';
import type { MailStack } from './mail.ts';

/** The actions on a table's items that a function may use, and the indexes that it may query. */
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

/** Grants a function the use of the registry, and sets the name of the table in its environment. */
export function useRegistry(fn: PlenaryFunction, { registry }: DataStack, use: Use): void {
  useTable(fn, registry, 'REGISTRY_TABLE', use);
}

/**
 * Grants a function to read single items of the registry, and only these attributes, and sets the name of the table in
 * its environment. DynamoDB refuses a request that names no attributes.
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

/** Grants a function the use of the outbox, and sets the name of the table in its environment. */
export function useOutbox(fn: PlenaryFunction, { outbox }: DataStack, use: Use): void {
  useTable(fn, outbox, 'OUTBOX_TABLE', use);
}

/**
 * Grants a function the use of the vault, the table of sensitive data, and sets the name of the table in its
 * environment.
 */
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
    // Only DynamoDB may use the key, in the name of its caller.
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

/** The actions on files under a prefix that a function may use. */
export type FileUse = Readonly<
  Partial<Record<keyof typeof NOTES, readonly ('GetObject' | 'PutObject' | 'DeleteObject')[]>>
>;

/**
 * Grants a function the use of notes of nomination, if the stage accepts files, and sets the name of the bucket in its
 * environment.
 *
 * @param lists whether it may list the files that were kept.
 */
export function useNotes(
  fn: PlenaryFunction,
  { notes }: DataStack,
  use: FileUse,
  lists = false,
): void {
  if (notes === undefined) return;
  fn.addEnvironment('NOTES_BUCKET', notes.bucketName);
  // The name by which the other stack's template imports the bucket. cdk-nag uses it too.
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

/**
 * Grants a function to send mail from the stage's sender through its configuration set and to read the quota, and sets
 * both names in its environment.
 */
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
