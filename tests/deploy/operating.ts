import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetAccountCommand, PutAccountDetailsCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { parseNoticeId, recipientKey } from '../../functions/domain/notifications/recipient.ts';
import type { Notice } from '../../functions/store/outbox/notice.ts';
import { fromItem, toItem } from '../../functions/store/platform/client.ts';
import { noteKeys, outboxKeys } from '../../functions/store/platform/keys.ts';
import { failureQueueOutput, functionOutput, OUTPUTS, stackName } from '../../infra/outputs.ts';
import type { checks } from './checks.ts';
import type { Emulator } from './ministack.ts';

/** The account that the emulator is, where nobody says another. */
const ACCOUNT = '000000000000';

/** A stage on the emulator that has been used, and where the commands are. */
export type Operated = {
  readonly emulator: Emulator;
  readonly stage: string;
  readonly root: string;
  /** The raw messages sent so far. */
  readonly mails: readonly string[];
};

/** Operates a stage as whoever is on duty does, with things that are well and things that are made not to be. */
export async function operating(
  { emulator, stage, root, mails }: Operated,
  check: ReturnType<typeof checks>['check'],
): Promise<void> {
  const { endpoint, environment } = emulator;
  const aws = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: 'test' },
  };
  /** Runs a command, and returns its exit code and its lines. */
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'node',
      [
        ...['--import', './tests/deploy/loopback.ts'],
        ...[`infra/cli/${command}.ts`, ...args, '--stage', stage],
      ],
      { cwd: root, env: environment, encoding: 'utf8', timeout: 120_000 },
    );
    return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
  };
  const doctor = () => {
    const { status, lines } = run('doctor');
    for (const line of lines) assert.match(line, /^(ok {2}|warn|fail) {2}\S.*$/);
    const trouble = lines.filter((line) => !line.startsWith('ok'));
    return { status, lines, trouble };
  };

  await check('the doctor finds a stage well, but for its sender, which is for trying out', () => {
    const { status, lines, trouble } = doctor();
    assert.equal(status, 1, lines.join('\n'));
    for (const well of [
      /\/health answers that the service is well$/,
      /SES has production access/,
      /SES reports what becomes of messages/,
      /alarms watch, none is raised/,
      /The feedback function has given nothing up/,
    ])
      assert.ok(
        lines.some((line) => line.startsWith('ok') && well.test(line)),
        String(well),
      );
    const expected = /verified as one address|DNS of the sender could not be read/;
    assert.deepEqual(
      trouble.filter((line) => !expected.test(line)),
      [],
    );
  });
  await check('the doctor finds the sandbox of SES', async () => {
    const ses = new SESv2Client(aws);
    const inSandbox = (yes: boolean) =>
      ses.send(
        new PutAccountDetailsCommand({
          MailType: 'TRANSACTIONAL',
          WebsiteURL: 'https://plenary.example',
          ProductionAccessEnabled: !yes,
        }),
      );
    await inSandbox(true);
    assert.equal((await ses.send(new GetAccountCommand({}))).ProductionAccessEnabled, false);
    const { status, trouble } = doctor();
    await inSandbox(false);
    assert.equal(status, 2);
    assert.ok(
      trouble.some((line) => /^fail {2}SES is in its sandbox/.test(line)),
      trouble.join(),
    );
  });

  const cloudFormation = new CloudFormationClient(aws);
  const outputOf = async (stack: 'data' | 'mail' | 'service', key: string) => {
    const { Stacks } = await cloudFormation.send(
      new DescribeStacksCommand({ StackName: stackName(stage, stack) }),
    );
    const value = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
    assert.ok(value, key);
    return value;
  };
  const sqs = new SQSClient(aws);
  const giveUp = async (name: string, content: unknown, errorCode?: string) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: await outputOf('service', failureQueueOutput(name)),
        MessageBody: typeof content === 'string' ? content : JSON.stringify(content),
        ...(errorCode && {
          MessageAttributes: { ERROR_CODE: { DataType: 'String', StringValue: errorCode } },
        }),
      }),
    );
  const id = /^X-Plenary-Message-Id: (\S+)/im.exec(mails[0] ?? '')?.[1] ?? '';
  const statusOf = async () => {
    const notice = parseNoticeId(id);
    assert.ok(notice, `The message names its notice: ${id}`);
    const { Item = {} } = await new DynamoDBClient(aws).send(
      new GetItemCommand({
        TableName: await outputOf('data', OUTPUTS.data.outboxTable),
        Key: toItem(outboxKeys.notice(recipientKey(notice.recipient), notice.name)),
        ConsistentRead: true,
      }),
    );
    return fromItem<Notice>(Item).status;
  };
  const configurationSet = await outputOf('mail', OUTPUTS.mail.configurationSet);
  const report = (eventType: string) => ({
    source: 'aws.ses',
    account: ACCOUNT,
    time: new Date().toISOString(),
    'detail-type': 'Email event',
    detail: {
      eventType,
      mail: {
        messageId: 'ses-1',
        timestamp: new Date().toISOString(),
        destination: ['smoke@example.org'],
        tags: { 'outbox-id': [id], 'ses:configuration-set': [configurationSet] },
      },
    },
  });
  const scheduled = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
  const invocation = (requestPayload: unknown) => ({
    version: '1.0',
    requestContext: { requestId: '1', condition: 'RetriesExhausted' },
    requestPayload,
    responsePayload: { errorType: 'Error', errorMessage: 'smoke@example.org' },
  });

  await check('notes of a meeting that is over are deleted, and no others', async () => {
    const s3 = new S3Client({ ...aws, forcePathStyle: true });
    const Bucket = await outputOf('data', OUTPUTS.data.notesBucket);
    const keys = async () => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key = '' }) => Key);
    };
    const [kept = ''] = await keys();
    assert.match(kept, /^kept\/focal-points\/KH\//);
    const old = noteKeys.kept({ meetingId: 'bangkok-2014', id: 'KH' }, 'long-ago');
    await s3.send(new PutObjectCommand({ Bucket, Key: old, Body: '%PDF-1.7' }));
    // Applied after it, as the first run of a day is the one that deletes.
    assert.equal(
      run('meeting', 'apply', 'functions/domain/meeting/meetings/bangkok-2014.json').status,
      0,
    );
    const FunctionName = await outputOf('service', functionOutput('scheduler'));
    const Payload = JSON.stringify(scheduled);
    const { FunctionError } = await new LambdaClient(aws).send(
      new InvokeCommand({ FunctionName, Payload }),
    );
    assert.equal(FunctionError, undefined);
    assert.deepEqual(await keys(), [kept]);
  });
  await check('dead letters are named with their messages, and nobody with them', async () => {
    assert.equal(await statusOf(), 'sent');
    await giveUp('feedback', report('Send'), 'NO_PERMISSIONS');
    await giveUp('feedback', invocation(report('Delivery')));
    await giveUp('feedback', 'nothing of ours');
    await giveUp('scheduler', invocation(scheduled));
    await giveUp('scheduler', invocation(scheduled));
    await giveUp('notifier', {
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 2 },
    });
    for (let times = 0; times < 2; times++) {
      const { status, lines } = run('outbox', 'dead-letters');
      assert.equal(status, 0, lines.join('\n'));
      const text = lines.join('\n');
      assert.match(text, /^feedback: 3, the oldest of 20\S+Z$/m);
      assert.match(
        text,
        new RegExp(`Delivery that SES reports, message ${id} \\(RetriesExhausted`),
      );
      assert.match(text, /^scheduler: 2, /m);
      assert.match(text, /^notifier: 1, /m);
      assert.match(text, /^sweeper: none$/m);
      assert.ok(!text.includes('@'), text);
    }
    assert.ok(
      doctor().trouble.some((line) => /^warn.*feedback function has given up 3/.test(line)),
    );
  });
  await check('what fails again is kept', async () => {
    const lambda = new LambdaClient(aws);
    const FunctionName = await outputOf('service', functionOutput('feedback'));
    const { Environment } = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    const { OUTBOX_TABLE: _, ...Variables } = Environment?.Variables ?? {};
    const set = (variables: Record<string, string>) =>
      lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName,
          Environment: { Variables: variables },
        }),
      );
    await set(Variables);
    const { status, lines } = run('outbox', 'drive-again', 'feedback');
    await set(Environment?.Variables ?? {});
    assert.equal(status, 1, lines.join('\n'));
    assert.match(lines.join('\n'), /^feedback: 0 done; kept as they failed again: 2/);
    assert.equal(await statusOf(), 'sent');
  });
  await check('dead letters are driven again, and what they say is written down', async () => {
    const { status, lines } = run('outbox', 'drive-again');
    assert.equal(status, 0, lines.join('\n'));
    assert.deepEqual(lines.sort(), [
      'feedback: 2 done; kept as no event of ours: 1',
      'notifier: 1 done',
      'scheduler: 2 done',
      'sweeper: 0 done',
    ]);
    assert.equal(await statusOf(), 'delivered');
    const left = run('outbox', 'dead-letters').lines.filter((line) => /^\w+: (?!none)/.test(line));
    assert.match(left.join(), /^feedback: 1, [^,]*$/);
  });
}
