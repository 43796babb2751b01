import assert from 'node:assert/strict';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { ROUTES } from '../../functions/participant/routes.ts';
import { outboxKeys, recipientPartition } from '../../functions/store/platform/keys.ts';
import { reportsOf } from '../../infra/local/ses/events.ts';
import { functionsIn, OUTPUTS, stackName } from '../../infra/outputs.ts';
import { REPORTED } from '../../infra/triggers.ts';
import type { checks } from './checks.ts';
import { http } from './http.ts';
import type { Emulator } from './ministack.ts';

/** A deployed stage: where its API answers, and a meeting that is open. */
export type Wired = {
  readonly emulator: Emulator;
  readonly stage: string;
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly meeting: string;
};

/**
 * Checks how the parts of a stage are connected: routes, the stream, event patterns, and what each function is told. The
 * development server imports the functions and connects them itself, so only a deployment shows these mistakes.
 */
export async function wiring(
  { emulator, stage, endpoint, meeting }: Wired,
  check: ReturnType<typeof checks>['check'],
): Promise<void> {
  const aws = {
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    credentials: {
      accessKeyId: emulator.environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: 'test',
    },
  };
  const lambda = new LambdaClient(aws);
  const cloudFormation = new CloudFormationClient(aws);
  const outputsOf = async (stack: 'mail' | 'service') => {
    const { Stacks = [] } = await cloudFormation.send(
      new DescribeStacksCommand({ StackName: stackName(stage, stack) }),
    );
    const outputs = Stacks[0]?.Outputs ?? [];
    return new Map(
      outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const),
    );
  };
  const functions = functionsIn(await outputsOf('service'));
  const nameOf = (name: string) => {
    const found = functions.find((one) => one.name === name)?.functionName;
    assert.ok(found, name);
    return found;
  };

  const [apiId] = new URL(endpoint).host.split('.');
  await check('the API has every route, each with payload format 2.0', async () => {
    const { items } = await gateway(emulator, `/v2/apis/${apiId}/routes`);
    const keys = items.map(({ routeKey }) => routeKey).sort();
    assert.deepEqual(keys, [...ROUTES].sort());
    const targets = new Set(items.map(({ target }) => target));
    assert.equal(targets.size, 1);
    const integrations = await gateway(emulator, `/v2/apis/${apiId}/integrations`);
    assert.deepEqual(
      integrations.items.map((one) => [
        `integrations/${one.integrationId}`,
        one.payloadFormatVersion,
        one.integrationUri?.includes(`:function:${nameOf('participant')}`),
      ]),
      [[...targets, '2.0', true]],
    );
  });
  await check('every route is answered by the application', async () => {
    for (const route of ROUTES) {
      const [method = 'GET', path = '/nowhere'] = route === '$default' ? [] : route.split(' ');
      // The emulator has a page /health of its own, which hides that of an API under its own host.
      const base =
        path === '/health' ? `${emulator.endpoint}/_aws/execute-api/${apiId}/$default` : endpoint;
      const url = `${base}${path.replace(/\{\w+\}/g, 'x')}`;
      const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
      const body = method === 'GET' ? {} : { body: '{}' };
      const reply = await http(url, { method, headers, ...body });
      assert.ok(reply.status < 500, `${route}: ${reply.status} ${reply.text}`);
      assert.notEqual(reply.status, 405, route);
      // The application says so of every page. API Gateway itself does not.
      assert.equal(reply.headers['referrer-policy'], 'no-referrer', route);
    }
  });
  await check('a form with any letters arrives as it was sent', async () => {
    const familyName = 'Ñandú ស្មុក 🌏';
    const reply = await http(`${endpoint}/meetings/${meeting}/registrations?lang=fr`, {
      method: 'POST',
      headers: { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        representation: 'state',
        state: 'KH',
        familyName,
        email: 'nobody',
      }).toString(),
    });
    assert.equal(reply.status, 422);
    assert.ok(reply.text.includes(`value="${familyName}"`), 'the form comes back filled in');
    // What follows the question mark has arrived too.
    assert.equal(reply.headers['content-language'], 'fr');
  });

  await check('the filter of the stream lets new notices through and nothing else', async () => {
    const { EventSourceMappings = [] } = await lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName: nameOf('notifier') }),
    );
    assert.equal(EventSourceMappings.length, 1);
    const patterns = EventSourceMappings[0]?.FilterCriteria?.Filters ?? [];
    assert.equal(patterns.length, 1);
    const recipient = 'participant_BKK14-7F3K2';
    const passes = (eventName: string, { sk }: { readonly sk: string }) =>
      matches(emulator, patterns[0]?.Pattern ?? '', {
        ...ENVELOPE,
        eventName,
        // All that the stream carries.
        dynamodb: { Keys: { pk: { S: recipientPartition(recipient) }, sk: { S: sk } } },
      });
    assert.deepEqual(
      [
        await passes('INSERT', outboxKeys.notice(recipient, '1')),
        await passes('MODIFY', outboxKeys.notice(recipient, '1')),
        await passes('INSERT', outboxKeys.lastNotified(recipient)),
        await passes('INSERT', outboxKeys.attachmentChunk(recipient, '1', 0)),
      ],
      [true, false, false, false],
    );
  });

  const configurationSet = (await outputsOf('mail')).get(OUTPUTS.mail.configurationSet) ?? '';
  const [sent, bounced] = reportsOf(
    {
      source: 'registration@plenary.example',
      destination: ['bounce@simulator.amazonses.com'],
      configurationSet,
      tags: { 'outbox-id': 'no-such-notice' },
    },
    'ses-0',
    { configurationSet, events: REPORTED },
    new Date(),
  );
  await check('the feedback function hears what SES reports of our mail, and no more', async () => {
    const { Rules = [] } = await events(emulator, 'ListRules', {});
    const patterns: string[] = [];
    for (const { Name, EventPattern } of Rules) {
      const { Targets = [] } = await events(emulator, 'ListTargetsByRule', { Rule: Name });
      if (Targets.some(({ Arn }) => Arn.endsWith(`:function:${nameOf('feedback')}`)))
        patterns.push(EventPattern ?? '');
    }
    assert.equal(patterns.length, 1);
    const heard = (event: unknown) => matches(emulator, patterns[0] ?? '', event);
    assert.ok(sent !== undefined && bounced !== undefined);
    const ofOthers = JSON.stringify(bounced).replaceAll(`["${configurationSet}"]`, '["other"]');
    assert.deepEqual(
      [
        await heard(sent),
        await heard(bounced),
        await heard({ ...bounced, account: '111111111111' }),
        await heard({ ...bounced, source: 'plenary' }),
        await heard(JSON.parse(ofOthers)),
      ],
      [true, true, false, false, false],
    );
  });
  await check('every function starts with what it is told, and does an event', async () => {
    const scheduled = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    for (const [name, event] of [
      ['sweeper', scheduled],
      ['scheduler', scheduled],
      ['feedback', bounced],
      ['notifier', { Records: [] }],
    ] as const) {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: nameOf(name), Payload: JSON.stringify(event) }),
      );
      assert.equal(FunctionError, undefined, `${name}: ${Buffer.from(Payload ?? []).toString()}`);
    }
  });
}

/** What EventBridge wants of every event. */
const ENVELOPE = {
  id: '1',
  account: '000000000000',
  source: 'aws.dynamodb',
  time: '2026-03-04T05:06:07Z',
  region: 'us-east-1',
  resources: [],
  'detail-type': 'A record',
};

/** Whether an event matches a pattern, as EventBridge decides it. */
async function matches(emulator: Emulator, pattern: string, event: unknown): Promise<boolean> {
  const asked = { EventPattern: pattern, Event: JSON.stringify(event) };
  const { Result } = await events(emulator, 'TestEventPattern', asked);
  assert.equal(typeof Result, 'boolean');
  return Result === true;
}

type EventsAnswer = {
  readonly Result?: boolean;
  readonly Rules?: readonly { readonly Name: string; readonly EventPattern?: string }[];
  readonly Targets?: readonly { readonly Arn: string }[];
};

/** A request to EventBridge. */
function events(emulator: Emulator, action: string, body: object): Promise<EventsAnswer> {
  return ask(emulator, '/', {
    method: 'POST',
    headers: {
      ...authorization(emulator, 'events'),
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSEvents.${action}`,
    },
    body: JSON.stringify(body),
  });
}

type GatewayAnswer = {
  readonly items: readonly {
    readonly routeKey?: string;
    readonly target?: string;
    readonly integrationId?: string;
    readonly integrationUri?: string;
    readonly payloadFormatVersion?: string;
  }[];
};

/** A request to API Gateway. */
function gateway(emulator: Emulator, path: string): Promise<GatewayAnswer> {
  return ask(emulator, path, { headers: authorization(emulator, 'apigateway') });
}

async function ask<T>({ endpoint }: Emulator, path: string, request: RequestInit): Promise<T> {
  const answer = await fetch(`${endpoint}${path}`, request);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as T;
}

/** The emulator reads the service and the account from it, and checks no signature. */
function authorization({ environment }: Emulator, service: string): Record<string, string> {
  const scope = `${environment.AWS_ACCESS_KEY_ID}/20260304/us-east-1/${service}/aws4_request`;
  return {
    Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
  };
}
