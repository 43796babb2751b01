import { type App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { NOTES, TABLE } from '../../functions/store/platform/keys.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import type { Stage } from '../settings.ts';
import { type IndexDefinition, TABLES, type TableDefinition } from '../tables.ts';
import { acknowledge } from './acknowledge.ts';

/** For how many days deleted items of the vault can be restored. For the other tables it is 35. */
const VAULT_RECOVERY_DAYS = 7;

type TableOptions = TableDefinition & {
  readonly key: Key | undefined;
  readonly recoveryDays?: number;
};

/** The tables, the bucket, and their keys if the stage asks for some. They must never be lost. */
export class DataStack extends Stack {
  readonly registry: Table;
  readonly outbox: Table;
  /** Sensitive data, with its own grants, its own key and its own deletion days. */
  readonly vault: Table;
  /** Notes of nomination, if the stage accepts files. */
  readonly notes: Bucket | undefined;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage.stage, 'data'), {
      description: 'Plenary: registrations and outgoing messages',
      terminationProtection: stage.deletionProtection,
    });
    const key = stage.customerManagedKey ? this.key('Key', 'tables', stage) : undefined;
    this.registry = this.table('Registry', stage, { ...TABLES.registry, key });
    this.outbox = this.table('Outbox', stage, { ...TABLES.outbox, key });
    this.vault = this.table('Vault', stage, {
      ...TABLES.vault,
      key: stage.vaultKey ? this.key('VaultKey', 'health and passport details', stage) : key,
      recoveryDays: VAULT_RECOVERY_DAYS,
    });
    this.notes = stage.noteUploads ? this.bucket('Notes', stage, key) : undefined;
    if (this.notes) new CfnOutput(this, OUTPUTS.data.notesBucket, { value: this.notes.bucketName });

    new CfnOutput(this, OUTPUTS.data.registryTable, { value: this.registry.tableName });
    new CfnOutput(this, OUTPUTS.data.outboxTable, { value: this.outbox.tableName });
    new CfnOutput(this, OUTPUTS.data.vaultTable, { value: this.vault.tableName });
  }

  private table(id: string, stage: Stage, options: TableOptions): Table {
    const { key, indexes, stream, recoveryDays } = options;
    const table = new Table(this, id, {
      partitionKey: { name: TABLE.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE.sort, type: AttributeType.STRING },
      timeToLiveAttribute: TABLE.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        ...(recoveryDays && { recoveryPeriodInDays: recoveryDays }),
      },
      deletionProtection: stage.deletionProtection,
      removalPolicy: removalPolicy(stage),
      ...(stream && { stream: StreamViewType[stream] }),
      ...(key && { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }),
    });
    for (const one of indexes) table.addGlobalSecondaryIndex(indexOf(one));
    return table;
  }

  /**
   * Creates a private bucket. It has no former versions, because what is deleted must be gone: the service promises
   * that to the people in it. Files that nobody has kept expire after a day. The scheduler deletes the others by the
   * days of their meeting.
   */
  private bucket(id: string, stage: Stage, key: Key | undefined): Bucket {
    const bucket = new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: false,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      lifecycleRules: [
        {
          id: 'Incoming',
          prefix: NOTES.incoming,
          expiration: Duration.days(1),
        },
      ],
      removalPolicy: removalPolicy(stage),
    });
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'Logs of requests would hold the keys of files and who fetched them; the audit log says who kept a file.',
    );
    return bucket;
  }

  private key(id: string, of: string, stage: Stage): Key {
    return new Key(this, id, {
      description: `Plenary ${stage.stage}: ${of}`,
      enableKeyRotation: true,
      removalPolicy: removalPolicy(stage),
    });
  }
}

function indexOf({ name, partition, sort, projection }: IndexDefinition) {
  return {
    indexName: name,
    partitionKey: { name: partition, type: AttributeType.STRING },
    sortKey: { name: sort, type: AttributeType.STRING },
    projectionType: ProjectionType[projection],
  };
}

function removalPolicy({ removal }: Stage): RemovalPolicy {
  return removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
