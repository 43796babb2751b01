import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { COMMAND_MS } from '../../functions/domain/shared/time-budgets.ts';
import type { Store, Vault } from '../../functions/store/platform/client.ts';
import type { OperationContext } from '../../functions/store/registration/change.ts';
import { OUTPUTS } from '../outputs.ts';
import { CommandError } from './command-error.ts';
import { readRunning } from './running.ts';
import { outputsOf } from './stage-outputs.ts';

/** The tables of a service, and its address for participants. */
export type Opened = Store &
  Vault & {
    readonly publicUrl: string;
    /** The bucket of notes of nomination, if the stage accepts files. */
    readonly notes?: string | undefined;
  };

/** The time and the deadline of a command. */
export function movingOf(): OperationContext {
  return { now: new Date(), deadline: Date.now() + COMMAND_MS };
}

/**
 * Opens the tables of the local service, or of a deployed stage. For a stage, the SDK finds region, credentials and the
 * optional address in AWS_ENDPOINT_URL, as it does for every AWS command.
 *
 * @throws CommandError if there is no such service.
 */
export async function openStore(stage?: string): Promise<Opened> {
  return stage === undefined ? localStore() : await stageStore(stage);
}

function localStore(): Opened {
  const running = readRunning();
  if (running === undefined)
    throw new CommandError([
      'The local service is not running: start it with "npm start", or name a stage with --stage.',
    ]);
  const { url, dynamodb, registry, outbox, vault } = running;
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: 'us-east-1',
    // DynamoDB Local needs credentials and accepts any.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, registry, outbox, vault, publicUrl: url };
}

async function stageStore(stage: string): Promise<Opened> {
  const data = await outputsOf(stage, 'data');
  const service = await outputsOf(stage, 'service');
  const { registryTable, outboxTable, vaultTable, notesBucket } = OUTPUTS.data;
  return {
    client: new DynamoDBClient({}),
    registry: data.get(registryTable),
    outbox: data.get(outboxTable),
    vault: data.get(vaultTable),
    notes: data.all.get(notesBucket),
    publicUrl: service.get(OUTPUTS.service.publicUrl).replace(/\/$/, ''),
  };
}
