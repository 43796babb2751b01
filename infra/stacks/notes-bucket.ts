import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { NOTE_PREFIXES } from '../../functions/store/keys.ts';
import type { Stage } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * The bucket of notes of nomination. It keeps no versions: a note that is replaced or that a meeting no longer needs is
 * to be gone, and the letter itself is with the Secretariat.
 */
export class NotesBucket extends Bucket {
  constructor(scope: Construct, id: string, stage: Stage, key: IKey | undefined) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      lifecycleRules: [
        // What was uploaded and never attached to a delegation.
        { prefix: NOTE_PREFIXES.incoming, expiration: Duration.days(1) },
      ],
      // CloudFormation removes a bucket that is empty, and no other.
      removalPolicy: stage.removal === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(
      this,
      'AwsSolutions-S1',
      'Its files are opened by links that name their delegation: a log of requests would be a register of its own, kept longer than what it is about.',
    );
  }
}
