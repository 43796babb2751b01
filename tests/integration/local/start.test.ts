import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { Store } from '../../../functions/store/platform/client.ts';
import type { Running } from '../../../infra/cli/running.ts';
import { freePort, listenOn } from '../../../infra/local/ports.ts';
import { registrationOf } from '../../support/fixtures.ts';
import type { Mail } from '../inbox.ts';
import { notices } from '../service.ts';

const START = fileURLToPath(new URL('../../../infra/local/start.ts', import.meta.url));
const DOCTOR = fileURLToPath(new URL('../../../infra/cli/doctor.ts', import.meta.url));
const MEETING = fileURLToPath(new URL('../../../infra/cli/meeting.ts', import.meta.url));

/** Everything that a test has started, to be ended whatever becomes of the test. */
const started = new Set<ChildProcess>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-local-'));
});
afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    started.delete(child);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** Starts the service as `npm start` does, with its data in `folder`. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, PLENARY_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    printed.err += chunk;
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  onTestFailed(() => console.log(printed.out, printed.err));
  return { child, printed, exit };
}

/** Starts the service and waits until it says how it is reached. */
async function startReady(port: number) {
  const service = start({ PORT: String(port) });
  const file = join(folder, 'local.json');
  const running = await until(async () => {
    if (service.child.exitCode !== null)
      throw new Error(`Ended with ${await service.exit}: ${service.printed.err}`);
    if (!existsSync(file)) return undefined;
    const found = JSON.parse(readFileSync(file, 'utf8')) as Running;
    // One that was killed has left its file behind.
    const isReady = found.pid === service.child.pid && service.printed.out.includes('is ready');
    return isReady ? found : undefined;
  });
  return { ...service, running };
}

/** What `look` finds, as soon as it finds something. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
}

/** Whether anything still answers at an address. */
const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** @param form the address of a form, as the service prints it */
const register = (form: string, email: string) =>
  fetch(form.replace(/register$/, 'registrations'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(registrationOf({ email })),
  });

async function mails({ inbox }: Running): Promise<Mail[]> {
  const { emails } = (await (await fetch(`${inbox}/store`)).json()) as { emails: Mail[] };
  return emails;
}

const mailsTo = async (running: Running, address: string): Promise<Mail[]> =>
  (await mails(running)).filter(({ destination }) =>
    destination.to.some((one) => one.includes(address)),
  );

const storeOf = ({ dynamodb, registry, outbox }: Running): Store => ({
  client: new DynamoDBClient({
    endpoint: dynamodb,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }),
  registry,
  outbox,
});

describe('npm start', () => {
  it('takes a registration, mails it, and keeps it when it is stopped and started again', async () => {
    const port = await freePort();
    const first = await startReady(port);
    const { url, inbox, dynamodb } = first.running;
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/openapi.json`)).headers.get('content-type')).toContain('json');
    expect(await (await fetch(`${url}/`)).text()).toContain('/meetings/');
    const form = /\S+\/meetings\/[\w-]+\/register/.exec(first.printed.out)?.[0] ?? '';
    expect((await fetch(form)).status).toBe(200);
    for (const address of [`${url}/`, `${inbox}`, `${url}/openapi.json`, `${url}/health`])
      expect(first.printed.out).toContain(address);

    const email = 'sophea.chan@culture.example';
    const answer = await register(form, email);
    expect(answer.status).toBe(201);
    const { manageUrl, reference } = (await answer.json()) as Record<string, string>;
    expect(manageUrl).toContain(`${url}/registrations/${reference}/`);

    // The stream has woken the notifier, SES has taken the message, and its report has reached the feedback function.
    const mail = await until(async () => (await mailsTo(first.running, email))[0]);
    expect(mail.subject).toContain(reference);
    expect(mail.body.text).toContain(manageUrl);
    const delivered = await until(async () =>
      (await notices(storeOf(first.running))).find(
        ({ recipient, status }) =>
          recipient === `participant_${reference}` && status === 'delivered',
      ),
    );
    expect(delivered.attempts).toBe(1);

    // A request is a line with its route, and nothing printed or logged holds a secret or a person.
    await fetch(manageUrl ?? '');
    await until(
      () => /200 GET \/registrations\/\{reference\}\/\{secret\}/.exec(first.printed.out)?.[0],
    );
    const secret = manageUrl?.split('/').at(-1) ?? '';
    expect(first.printed.out + first.printed.err).not.toContain(secret);
    expect(first.printed.out + first.printed.err).not.toContain(email);

    // A command finds the service, and a second service on the same data does not take its place.
    const again = start({ PORT: String(await freePort()) });
    expect(await again.exit).toBe(1);
    expect(again.printed.err.trim().split('\n')).toHaveLength(1);
    expect(again.printed.err).toContain(url);
    const meetingId = new URL(form).pathname.split('/')[2] ?? '';
    await promisify(execFile)(process.execPath, [MEETING, 'send-list', meetingId], {
      env: { ...process.env, PLENARY_DATA: folder },
    });
    const list = await until(async () =>
      (await mails(first.running)).find(
        ({ attachments: [file] }) =>
          file?.filename?.endsWith('.csv') &&
          Buffer.from(file.content, 'base64').toString().includes(email),
      ),
    );
    expect(list.body.text).toMatch(/1 person/);

    const doctor = () =>
      promisify(execFile)(process.execPath, [DOCTOR], {
        env: { ...process.env, PLENARY_DATA: folder },
      }).catch((error: { code: number; stdout: string }) => error);
    const well = await doctor();
    expect(well).not.toHaveProperty('code');
    expect(well.stdout).toContain(`ok    ${url}/health answers`);
    expect(well.stdout).toContain('ok    No message waits for longer than it should');
    expect(well.stdout).toMatch(/^ok {4}focal-points: its organisers/m);

    first.child.kill('SIGINT');
    expect(await first.exit).toBe(0);
    const ill = await doctor();
    expect(ill).toMatchObject({ code: 2, stdout: expect.stringMatching(/^fail .*"npm start"$/m) });
    expect(first.printed.err).toBe('');
    expect(existsSync(join(folder, 'local.json'))).toBe(false);
    for (const address of [url, inbox, dynamodb]) expect(await answers(address)).toBe(false);

    const second = await startReady(port);
    const page = await fetch(manageUrl ?? '', { headers: { accept: 'application/json' } });
    expect(await page.json()).toMatchObject({ reference, status: 'confirmed' });
    // The stream is read again from its start. The claim keeps its messages from being sent again, as is
    // known when one that comes after them has arrived.
    const other = 'dara.sok@culture.example';
    expect((await register(form, other)).status).toBe(201);
    await until(async () => (await mailsTo(second.running, other))[0]);
    expect(await mailsTo(second.running, email)).toEqual([]);

    // Killed without a word, it leaves no Java behind that would hold the data.
    second.child.kill('SIGKILL');
    await second.exit;
    await until(async () => ((await answers(second.running.dynamodb)) ? undefined : true));
    const third = await startReady(port);
    expect((await fetch(manageUrl ?? '')).status).toBe(200);
    third.child.kill('SIGTERM');
    expect(await third.exit).toBe(0);
  }, 300_000);

  it('hears what the mailbox simulator does, as SES reports it, and writes no more to who is not there', async () => {
    const { child, printed, exit, running } = await startReady(await freePort());
    const form = /\S+\/meetings\/[\w-]+\/register/.exec(printed.out)?.[0] ?? '';
    const addressOf = (name: string) => `${name}+plenary@simulator.amazonses.com`;
    const come = async (name: string) => {
      const answer = await register(form, addressOf(name));
      expect(answer.status).toBe(201);
      return ((await answer.json()) as Record<string, string>).manageUrl ?? '';
    };
    const deliveryOf = async (own: string, state: string) =>
      until(async () => {
        const headers = { accept: 'application/json' };
        const { delivery } = (await (await fetch(own, { headers })).json()) as {
          delivery?: { state: string; bounce?: string; suppressed?: { because: string } };
        };
        return delivery?.state === state ? delivery : undefined;
      });
    const because = async (name: string, state: string) =>
      (await deliveryOf(await come(name), state)).suppressed?.because;
    expect(await because('success', 'delivered')).toBeUndefined();
    expect(await because('ooto', 'delivered')).toBeUndefined();
    expect(await because('complaint', 'complained')).toBe('complaint');
    expect(await because('suppressionlist', 'bounced')).toBe('account-list');
    const own = await come('bounce');
    expect(await deliveryOf(own, 'bounced')).toMatchObject({
      bounce: 'hard',
      suppressed: { because: 'hard-bounce' },
    });
    expect(await (await fetch(own)).text()).toContain('Our messages do not reach you');

    // There is a message about the withdrawal to send, and it is not sent.
    expect((await fetch(`${own}/withdraw`, { method: 'POST' })).ok).toBe(true);
    const reference = own.split('/').at(-2);
    const states = async () =>
      (await notices(storeOf(running)))
        .filter(({ recipient }) => recipient === `participant_${reference}`)
        .map(({ id, status }) => [id.split('_').at(-1), status])
        .sort();
    const ended = await until(async () => {
      const all = await states();
      return all.some(([, status]) => status === 'suppressed') ? all : undefined;
    });
    expect(ended).toEqual([
      ['v1', 'bounced'],
      ['v2', 'suppressed'],
    ]);
    expect(await mailsTo(running, 'bounce+plenary')).toHaveLength(1);

    const command = async (...args: readonly string[]) => {
      const { stdout } = await promisify(execFile)(process.execPath, [MEETING, ...args], {
        env: { ...process.env, PLENARY_DATA: folder },
      });
      return stdout;
    };
    const meetingId = new URL(form).pathname.split('/')[2] ?? '';
    const told = await command('undelivered', meetingId);
    expect(told.match(/suppressed/g)).toHaveLength(2);
    const reason = ['--reason', 'The server is repaired'];
    const lifted = await command('lift-suppression', addressOf('bounce'), ...reason);
    expect(lifted).toContain('written to again');
    expect((await deliveryOf(await come('bounce'), 'bounced')).suppressed).toBeDefined();
    expect(await mailsTo(running, 'bounce+plenary')).toHaveLength(2);
    expect(printed.out + printed.err).not.toContain('@simulator');
    child.kill('SIGINT');
    expect(await exit).toBe(0);
  }, 300_000);

  it('says in one line that its port is in use, and which to set', async () => {
    const taken = createServer();
    const port = await listenOn(taken, 0);
    const { exit, printed } = start({ PORT: String(port) });
    expect(await exit).toBe(1);
    expect(printed.err.trim().split('\n')).toHaveLength(1);
    expect(printed.err).toContain(String(port));
    expect(printed.err).toContain('PORT=');
    await new Promise((resolve) => taken.close(resolve));
  });

  it('says in one line that Java is missing, and what to install', async () => {
    const { exit, printed } = start({ PORT: String(await freePort()), PATH: folder });
    expect(await exit).toBe(1);
    expect(printed.err.trim().split('\n')).toHaveLength(1);
    expect(printed.err).toContain('Java 17');
  });
});
