import { describe, expect, it } from 'vitest';
import { BY_DUE, BY_KIND, TABLE } from '../../functions/store/keys.ts';
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
    ['Registry', BY_KIND, 'ALL'],
    ['Outbox', BY_DUE, 'KEYS_ONLY'],
  ])('%s has the keys and the index of keys.ts', (id, index, ProjectionType) => {
    const table = resource(production, TABLES, id);
    expect(table.KeySchema).toEqual(keys(TABLE));
    expect(table.GlobalSecondaryIndexes).toEqual([
      { IndexName: index.name, KeySchema: keys(index), Projection: { ProjectionType } },
    ]);
    expect(table.TimeToLiveSpecification).toEqual({
      AttributeName: TABLE.timeToLive,
      Enabled: true,
    });
  });

  it.each(['Registry', 'Outbox'])('%s costs by request and can be restored', (id) => {
    const table = resource(production, TABLES, id);
    expect(table.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
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

  it('is whether there is a key of its own, which is renewed and kept with the tables', () => {
    expect(resource(production, 'AWS::KMS::Key').EnableKeyRotation).toBe(true);
    expect(Object.values(production.findResources('AWS::KMS::Key'))).toMatchObject([
      { DeletionPolicy: 'Retain' },
    ]);
    for (const [, { SSESpecification }] of resources(production, TABLES))
      expect(SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    expect(resources(test, 'AWS::KMS::Key')).toEqual([]);
  });
});
