import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { functionsIn, OUTPUTS, stackName } from '../../outputs.ts';
import { type Stage, senderDomain } from '../../settings.ts';
import { isHealthy } from '../health.ts';
import { accountFindings } from './account.ts';
import { alarmFindings, subscriptionFindings } from './alarms.ts';
import { configurationSetFindings } from './configuration-set.ts';
import { type Dns, dnsFindings } from './dns.ts';
import { examine, type Finding, fail, ok } from './finding.ts';
import { deployment, errors, givenUp } from './functions.ts';
import { identityFindings } from './identity.ts';
import { meetingFindings, meetingsToCome, messagesNeeded } from './meetings.ts';
import { deployedStacks, stackFindings } from './stacks.ts';

/**
 * Checks a deployed stage, from its stacks to its meetings. It only reads. The environment gives credentials and
 * region, as for every AWS command.
 */
export async function examineStage(stage: Stage, dns: Dns, now: Date): Promise<readonly Finding[]> {
  let stacks: Awaited<ReturnType<typeof deployedStacks>>;
  try {
    stacks = await deployedStacks(stage.stage);
  } catch (error) {
    return [
      fail(
        `AWS does not let us in (${causeOf(error)})`,
        'set AWS_PROFILE, or credentials, and AWS_REGION to the account of the stage, on a network that reaches it',
      ),
    ];
  }
  const output = (stack: 'data' | 'mail' | 'service' | 'operations', key: string) =>
    stacks.get(stack)?.outputs.get(key);
  const set = output('mail', OUTPUTS.mail.configurationSet);
  const topic = output('operations', OUTPUTS.operations.alarmTopic);
  const registry = output('data', OUTPUTS.data.registryTable);
  const outbox = output('data', OUTPUTS.data.outboxTable);
  const url = output('service', OUTPUTS.service.publicUrl);
  const store = registry && outbox && { client: new DynamoDBClient({}), registry, outbox };
  const functions = functionsIn(stacks.get('service')?.outputs ?? new Map());
  const clients = {
    lambda: new LambdaClient({}),
    cloudWatch: new CloudWatchClient({}),
    sqs: new SQSClient({}),
  };

  let need = 0;
  const stated = store
    ? await examine('The meetings', async () => {
        const meetings = await meetingsToCome(store, now);
        need = await messagesNeeded(store, meetings);
        return meetingFindings(store, meetings, now);
      })
    : [];
  const found = await Promise.all([
    stackFindings(stage.stage, stacks),
    url ? examine('The service', () => health(url)) : [],
    examineMail(stage.sender, set, dns, need),
    ...functions.flatMap((one) => [
      examine(`The ${one.name} function`, () => deployment(clients, one)),
      examine(`Errors of the ${one.name}`, () => errors(clients, one, now)),
      examine(`What the ${one.name} has given up`, () => givenUp(clients, one, stage.stage)),
    ]),
    examine('The alarms', () =>
      alarmFindings(clients.cloudWatch, stackName(stage.stage, 'operations')),
    ),
    topic
      ? examine('Who is told of alarms', () => subscriptionFindings(new SNSClient({}), topic))
      : [],
    stated,
  ]);
  return found.flat();
}

/** Checks that the service is healthy. */
export async function health(url: string): Promise<readonly Finding[]> {
  const origin = url.replace(/\/$/, '');
  return [
    (await isHealthy(origin))
      ? ok(`${origin}/health answers that the service is well`)
      : fail(
          `${origin}/health does not answer with 200`,
          'look whether the name leads here, then at the log of the participant function',
        ),
  ];
}

async function examineMail(
  sender: Stage['sender'],
  set: string | undefined,
  dns: Dns,
  need: number,
): Promise<readonly Finding[]> {
  const ses = new SESv2Client({});
  let account: GetAccountCommandOutput | undefined;
  const ofAccount = await examine('SES', async () => {
    account = await ses.send(new GetAccountCommand({}));
    return accountFindings(account, sender, need);
  });
  const { address, identity } = sender;
  const EmailIdentity = identity === 'address' ? address : senderDomain(address);
  const others = await Promise.all([
    examine('The sender', async () =>
      identityFindings(await ses.send(new GetEmailIdentityCommand({ EmailIdentity })), sender),
    ),
    examine('The DNS of the sender', async () =>
      dnsFindings(dns, sender, await ses.config.region()),
    ),
    set === undefined
      ? []
      : examine('The configuration set', async () => {
          const of = { ConfigurationSetName: set };
          const { EventDestinations } = await ses.send(
            new GetConfigurationSetEventDestinationsCommand(of),
          );
          const found = await ses.send(new GetConfigurationSetCommand(of));
          return configurationSetFindings(found, EventDestinations ?? [], account);
        }),
  ]);
  return [ofAccount, ...others].flat();
}

/**
 * Why AWS was not reached, in a few words: the name of the error, such as `ExpiredToken`, because messages quote
 * accounts or the command that gives credentials. An error without a name of its own gives its code, such as
 * `ECONNREFUSED`, or its first line, such as "Region is missing".
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.name !== 'Error' && error.name !== 'AggregateError') return error.name;
  if ('code' in error) return String(error.code);
  const [line = ''] = error.message.split('\n');
  return line.slice(0, 120) || error.name;
}
