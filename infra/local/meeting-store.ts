import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Moving } from '../../functions/store/change.ts';
import type { Store, Vault } from '../../functions/store/client.ts';
import { OUTPUTS, stackName } from '../outputs.ts';
import { CommandError } from './command-error.ts';
import { readRunning } from './running.ts';

/** The tables of a service, and where participants reach it: messages carry links. */
export type Opened = Store &
  Vault & {
    readonly publicUrl: string;
    /** The bucket of notes of nomination, where there is one. */
    readonly notes?: string | undefined;
  };

/** How long a command tries before it gives up. */
const PATIENCE_MS = 20_000;

/** What a command changes registrations and delegations with. */
export function movingOf({ publicUrl }: Opened): Moving {
  return { publicUrl, now: new Date(), deadline: Date.now() + PATIENCE_MS };
}

/**
 * The tables of the local service, or those of a deployed stage. For a stage the SDK finds region, credentials
 * and, where AWS_ENDPOINT_URL is set, another address than Amazon's, as it does for every command of AWS.
 *
 * @throws CommandError when there is no such service.
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
    // DynamoDB Local wants some, and takes any.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, registry, outbox, vault, publicUrl: url };
}

async function stageStore(stage: string): Promise<Opened> {
  const data = await outputsOf(stackName(stage, 'data'), stage);
  const service = await outputsOf(stackName(stage, 'service'), stage);
  const { registryTable, outboxTable, vaultTable } = OUTPUTS.data;
  return {
    client: new DynamoDBClient({}),
    registry: data(registryTable),
    outbox: data(outboxTable),
    vault: data(vaultTable),
    publicUrl: service(OUTPUTS.service.publicUrl).replace(/\/$/, ''),
    notes: data.optional(OUTPUTS.data.notesBucket),
  };
}

/** Reads an output of a stack by its name. */
async function outputsOf(name: string, stage: string) {
  const outputs = await readOutputs(name, stage);
  const optional = (key: string) => outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
  const required = (key: string) => {
    const value = optional(key);
    if (value === undefined) throw new CommandError([`The stack ${name} has no output ${key}.`]);
    return value;
  };
  return Object.assign(required, { optional });
}

async function readOutputs(name: string, stage: string) {
  try {
    const cloudFormation = new CloudFormationClient({});
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0]?.Outputs ?? [];
  } catch (error) {
    // What CloudFormation answers when there is no such stack.
    if (error instanceof Error && error.name === 'ValidationError')
      throw new CommandError([`The stage "${stage}" is not deployed: there is no stack ${name}.`]);
    throw error;
  }
}
