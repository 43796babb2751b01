import { describe, expect, it } from 'vitest';
import { BY_DUE, BY_KIND, TABLE } from '../../functions/store/keys.ts';
import { build, named } from './stage.ts';

const production = build('production');
const test = build('test');
const tables = production.resources('data', 'AWS::DynamoDB::Table');

const keys = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

describe('the tables', () => {
  it.each([
    ['Registry', BY_KIND, 'ALL'],
    ['Outbox', BY_DUE, 'KEYS_ONLY'],
  ])('%s has the keys and the index of keys.ts', (id, index, ProjectionType) => {
    const { Properties } = named(tables, id);
    expect(Properties.KeySchema).toEqual(keys(TABLE));
    expect(Properties.GlobalSecondaryIndexes).toEqual([
      { IndexName: index.name, KeySchema: keys(index), Projection: { ProjectionType } },
    ]);
    expect(Properties.TimeToLiveSpecification).toEqual({
      AttributeName: TABLE.timeToLive,
      Enabled: true,
    });
  });

  it.each(['Registry', 'Outbox'])('%s costs by request and can be restored', (id) => {
    const { Properties } = named(tables, id);
    expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  it('streams the outbox, and not the register', () => {
    expect(named(tables, 'Outbox').Properties.StreamSpecification).toEqual({
      StreamViewType: 'NEW_IMAGE',
    });
    expect(named(tables, 'Registry').Properties.StreamSpecification).toBeUndefined();
  });
});

describe('what a stage decides', () => {
  it('protects and keeps the tables where it says so', () => {
    for (const table of Object.values(tables)) {
      expect(table.Properties.DeletionProtectionEnabled).toBe(true);
      expect(table.DeletionPolicy).toBe('Retain');
    }
    expect(production.stacks.data.terminationProtection).toBe(true);
  });

  it('removes them where it says so', () => {
    for (const table of Object.values(test.resources('data', 'AWS::DynamoDB::Table'))) {
      expect(table.Properties.DeletionProtectionEnabled).toBe(false);
      expect(table.DeletionPolicy).toBe('Delete');
    }
    expect(test.stacks.data.terminationProtection).toBe(false);
  });

  it('encrypts with a key of its own, which is renewed, only where it asks for one', () => {
    const [key, ...others] = Object.values(production.resources('data', 'AWS::KMS::Key'));
    expect(others).toEqual([]);
    expect(key?.Properties.EnableKeyRotation).toBe(true);
    expect(key?.DeletionPolicy).toBe('Retain');
    for (const { Properties } of Object.values(tables)) {
      expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    }
    expect(test.resources('data', 'AWS::KMS::Key')).toEqual({});
  });
});
