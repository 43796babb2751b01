import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { BY_DUE, BY_KIND, BY_MEETING, TABLE } from '../../functions/store/platform/keys.ts';
import { resource, resources, stacksOf, stageOf, templatesOf } from './stacks.ts';

const TABLES = 'AWS::DynamoDB::Table';
const production = templatesOf(stageOf('production')).data;
const test = templatesOf(stageOf('test')).data;

const keys = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

describe('the tables', () => {
  it.each([
    ['Registry', [BY_KIND], 'ALL'],
    ['Outbox', [BY_DUE, BY_MEETING], 'KEYS_ONLY'],
  ])('%s has the keys and the indexes of keys.ts', (id, indexes, ProjectionType) => {
    const table = resource(production, TABLES, id);
    expect(table.KeySchema).toEqual(keys(TABLE));
    expect(table.GlobalSecondaryIndexes).toEqual(
      indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index),
        Projection: { ProjectionType },
      })),
    );
    expect(table.TimeToLiveSpecification).toEqual({
      AttributeName: TABLE.timeToLive,
      Enabled: true,
    });
  });

  it('Vault has the keys alone, and deletes what is due', () => {
    const table = resource(production, TABLES, 'Vault');
    expect(table.KeySchema).toEqual(keys(TABLE));
    expect(table.GlobalSecondaryIndexes).toBeUndefined();
    expect(table.StreamSpecification).toBeUndefined();
    expect(table.TimeToLiveSpecification).toEqual({
      AttributeName: TABLE.timeToLive,
      Enabled: true,
    });
  });

  it.each([
    ['Registry', {}],
    ['Outbox', {}],
    // What is to be gone after some days must not be there to be restored for weeks.
    ['Vault', { RecoveryPeriodInDays: 7 }],
  ])('%s costs by request and can be restored', (id, recovery) => {
    const table = resource(production, TABLES, id);
    expect(table.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      ...recovery,
    });
  });

  it('streams whose message is new in the outbox and not what is in it, and nothing of the register', () => {
    expect(resource(production, TABLES, 'Outbox').StreamSpecification).toEqual({
      StreamViewType: 'KEYS_ONLY',
    });
    expect(resource(production, TABLES, 'Registry').StreamSpecification).toBeUndefined();
  });
});

describe('what a stage decides', () => {
  it.each([
    ['production', production, true, 'Retain'],
    ['test', test, false, 'Delete'],
  ] as const)(
    'is whether tables are protected, and kept: %s',
    (name, template, isProtected, kept) => {
      for (const table of Object.values(template.findResources(TABLES))) {
        expect(table.Properties.DeletionProtectionEnabled).toBe(isProtected);
        expect(table.DeletionPolicy).toBe(kept);
      }
      expect(stacksOf(stageOf(name)).data.terminationProtection).toBe(isProtected);
    },
  );

  const KEYS = 'AWS::KMS::Key';
  /** The key that a table is encrypted with, by its id in the template; none is AWS's own. */
  const keyOf = (template: Template, table: string): string | undefined =>
    resource(template, TABLES, table).SSESpecification?.KMSMasterKeyId['Fn::GetAtt'][0];

  it('is whether there are keys of its own, which are renewed and kept with the tables', () => {
    const keys = resources(production, KEYS);
    expect(keys).toHaveLength(2);
    for (const [, { EnableKeyRotation }] of keys) expect(EnableKeyRotation).toBe(true);
    for (const { DeletionPolicy } of Object.values(production.findResources(KEYS)))
      expect(DeletionPolicy).toBe('Retain');
    for (const [, { SSESpecification }] of resources(production, TABLES))
      expect(SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    expect(resources(test, KEYS)).toEqual([]);
    expect(keyOf(test, 'Vault')).toBeUndefined();
  });

  it.each([
    [{ vaultKey: true, customerManagedKey: true }, ['Key', 'Key', 'VaultKey']],
    [{ vaultKey: false, customerManagedKey: true }, ['Key', 'Key', 'Key']],
    [{ vaultKey: true, customerManagedKey: false }, [undefined, undefined, 'VaultKey']],
  ])('is which key what is sensitive is encrypted with: %j', (settings, expected) => {
    const { data } = templatesOf(stageOf('production', settings));
    const names = ['Registry', 'Outbox', 'Vault'].map((table) =>
      keyOf(data, table)?.replace(/[0-9A-F]{8}$/, ''),
    );
    expect(names).toEqual(expected);
  });
});

describe('the notes of nomination', () => {
  const bucket = () => resource(production, 'AWS::S3::Bucket');

  it('are private, encrypted with the key of the stage, and kept in no second version', () => {
    expect(bucket()).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    const [{ ServerSideEncryptionByDefault: by }] =
      bucket().BucketEncryption.ServerSideEncryptionConfiguration;
    expect(by).toMatchObject({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() });
    expect(bucket().VersioningConfiguration).toBeUndefined();
  });

  it('can be reached with TLS only', () => {
    const { Statement } = resource(production, 'AWS::S3::BucketPolicy').PolicyDocument;
    expect(Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  it('that nobody has kept are gone after a day', () => {
    expect(bucket().LifecycleConfiguration.Rules).toMatchObject([
      { Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' },
    ]);
  });

  it('are taken only where the stage says so', () => {
    templatesOf(stageOf('local')).data.resourceCountIs('AWS::S3::Bucket', 0);
  });
});
