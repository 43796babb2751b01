import { type App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BY_DUE, BY_KIND, TABLE } from '../../functions/store/keys.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import type { Stage } from '../settings.ts';

/** What must never be lost: both tables, and the key they are encrypted with where the stage asks for one. */
export class DataStack extends Stack {
  readonly registry: Table;
  readonly outbox: Table;
  private readonly key: Key | undefined;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage.stage, 'data'), {
      description: 'Plenary: registrations and outgoing messages',
      terminationProtection: stage.deletionProtection,
    });
    this.key = stage.customerManagedKey ? this.customerManagedKey(stage) : undefined;
    this.registry = this.table('Registry', stage);
    this.registry.addGlobalSecondaryIndex(index(BY_KIND, ProjectionType.ALL));
    // What is in a message stays in the table: the notifier reads it there, and streams are copied and kept elsewhere.
    this.outbox = this.table('Outbox', stage, StreamViewType.KEYS_ONLY);
    // The sweeper claims what it finds, and the claim answers with the whole message.
    this.outbox.addGlobalSecondaryIndex(index(BY_DUE, ProjectionType.KEYS_ONLY));

    new CfnOutput(this, OUTPUTS.data.registryTable, { value: this.registry.tableName });
    new CfnOutput(this, OUTPUTS.data.outboxTable, { value: this.outbox.tableName });
  }

  private table(id: string, stage: Stage, stream?: StreamViewType): Table {
    return new Table(this, id, {
      partitionKey: { name: TABLE.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE.sort, type: AttributeType.STRING },
      timeToLiveAttribute: TABLE.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.deletionProtection,
      removalPolicy: removalPolicy(stage),
      ...(stream && { stream }),
      ...(this.key && { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.key }),
    });
  }

  private customerManagedKey(stage: Stage): Key {
    return new Key(this, 'Key', {
      description: `Plenary ${stage.stage}: tables`,
      enableKeyRotation: true,
      removalPolicy: removalPolicy(stage),
    });
  }
}

function index(
  { name, partition, sort }: { name: string; partition: string; sort: string },
  projectionType: ProjectionType,
) {
  return {
    indexName: name,
    partitionKey: { name: partition, type: AttributeType.STRING },
    sortKey: { name: sort, type: AttributeType.STRING },
    projectionType,
  };
}

function removalPolicy({ removal }: Stage): RemovalPolicy {
  return removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
