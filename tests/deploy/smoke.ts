import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import PostalMime from 'postal-mime';
import { checks, eventually } from './checks.ts';
import { http } from './http.ts';

/** A stage to try out, and what of it the test can reach. */
export type Target = {
  /** Where the service answers, without a slash at the end. */
  readonly endpoint: string;
  /** The id of a meeting that is open and admits Parties. */
  readonly meeting: string;
  /** The address to register with; it must be one that mail may be sent to. */
  readonly email: string;
  /** All raw messages sent so far. Without it nothing is checked of mail. */
  readonly mails?: () => Promise<readonly string[]>;
  /** Has the list of participants sent to the organisers. */
  readonly sendList?: () => Promise<void>;
};

type Check = ReturnType<typeof checks>['check'];

const json = { 'Content-Type': 'application/json' };

/**
 * Registers at a deployed stage as a participant would, is refused, reads the mail, withdraws, and
 * reads the organisers' list. What it leaves behind is one withdrawn registration.
 */
export async function smoke(target: Target, check: Check): Promise<void> {
  const { endpoint, meeting, email } = target;
  const form = `${endpoint}/meetings/${meeting}/registrations`;
  const register = (changes: Record<string, unknown>) =>
    http(form, { method: 'POST', headers: json, body: JSON.stringify({ ...person, ...changes }) });
  const person = {
    representation: 'state',
    state: 'KH',
    delegationRole: 'focal-point',
    givenName: 'Smoke',
    familyName: 'Test ស្មុក',
    position: '=1+1',
    email,
    language: 'en',
    listConsent: 'none',
    privacyNotice: true,
  };

  await check('the service is healthy', async () => {
    assert.equal((await http(`${endpoint}/health`)).status, 200);
  });
  await check('the form is there, in HTML, with its style sheet', async () => {
    const { status, text } = await http(`${endpoint}/meetings/${meeting}/register`);
    assert.equal(status, 200);
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1];
    assert.equal((await http(`${endpoint}${style}`)).status, 200);
  });
  await check('the OpenAPI document describes registering', async () => {
    const { paths } = JSON.parse((await http(`${endpoint}/openapi.json`)).text);
    assert.ok(paths['/meetings/{meeting}/registrations'].post);
  });
  const receipt = await check('a registration is confirmed', async () => {
    const reply = await register({});
    assert.equal(reply.status, 201, reply.text);
    const answer = JSON.parse(reply.text);
    assert.equal(answer.status, 'confirmed');
    assert.equal(answer.category, 'party');
    assert.match(answer.categoryReason, /^Cambodia: Party since/);
    return answer as { reference: string; manageUrl: string };
  });
  await check('the same address is refused a second time', async () => {
    const reply = await register({ email: email.toUpperCase() });
    assert.equal(reply.status, 409);
    assert.equal(JSON.parse(reply.text).type, 'urn:plenary:problem:already-registered');
    assert.ok(!reply.text.includes(receipt.reference));
  });
  await check('a registration with mistakes is refused, field by field', async () => {
    const reply = await register({ email: 'nobody', givenName: 'A\r\nBcc: b@example.org' });
    assert.equal(reply.status, 422);
    const pointers = JSON.parse(reply.text).errors.map(
      ({ pointer }: { pointer: string }) => pointer,
    );
    assert.deepEqual(pointers.sort(), ['/email', '/givenName']);
  });

  const link = await check('the private link is in the mail that the stream caused', async () => {
    if (target.mails === undefined) return receipt.manageUrl;
    const mail = await mailOf(target.mails, 'the confirmation', ({ to, text }) =>
      Boolean(to?.some((one) => one.address === email) && text?.includes(receipt.reference)),
    );
    assert.ok(mail.attachments.some(({ mimeType }) => mimeType === 'text/calendar'));
    const found = mail.text?.match(/https?:\/\/\S+\/registrations\/\S+/)?.[0];
    assert.equal(found, receipt.manageUrl);
    return found;
  });
  await check('the private page shows the registration', async () => {
    const { status, text } = await http(link, { headers: { Accept: 'application/json' } });
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).familyName, 'Test ស្មុក');
  });
  const { sendList, mails } = target;
  if (sendList !== undefined && mails !== undefined)
    await check('the organisers get their list, and it holds the registration', async () => {
      await sendList();
      const mail = await mailOf(mails, 'the list', ({ attachments }) =>
        attachments.some(({ filename }) => filename?.endsWith('.csv')),
      );
      const file = mail.attachments.find(({ filename }) => filename?.endsWith('.csv'));
      const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        file?.content as ArrayBuffer,
      );
      assert.ok(csv.startsWith('\ufeff'), 'a byte order mark, for Excel');
      const row = csv.split('\r\n').find((line) => line.includes(receipt.reference));
      assert.match(row ?? '', /Party,Cambodia,.*Smoke,Test ស្មុក,'=1\+1/);
      assert.match(mail.text ?? '', /1 person/);
    });
  await check('withdrawing gives the seat back', async () => {
    const headers = { Accept: 'application/json' };
    const reply = await http(`${link}/withdraw`, { method: 'POST', headers });
    assert.equal(reply.status, 200, reply.text);
    assert.equal(JSON.parse(reply.text).status, 'withdrawn');
  });
  if (mails !== undefined)
    await check('a message says that it is withdrawn', async () => {
      await mailOf(mails, 'the withdrawal', ({ subject, text }) =>
        Boolean(/withdrawn/i.test(subject ?? '') && text?.includes(receipt.reference)),
      );
    });
}

type Mail = Awaited<ReturnType<typeof PostalMime.parse>>;

async function mailOf(
  mails: () => Promise<readonly string[]>,
  what: string,
  is: (mail: Mail) => boolean,
): Promise<Mail> {
  return eventually(what, async () => {
    const parsed = await Promise.all((await mails()).map((raw) => PostalMime.parse(raw)));
    return parsed.find(is);
  });
}

/** By itself: `node tests/deploy/smoke.ts --endpoint URL --meeting ID --email ADDRESS`. */
if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      endpoint: { type: 'string' },
      meeting: { type: 'string' },
      email: { type: 'string', default: `smoke-${randomBytes(4).toString('hex')}@example.org` },
    },
  });
  if (values.endpoint === undefined || values.meeting === undefined) {
    console.error(
      'Usage: node tests/deploy/smoke.ts --endpoint URL --meeting ID [--email ADDRESS]',
    );
    process.exit(2);
  }
  const { check, counts } = checks();
  try {
    const endpoint = values.endpoint.replace(/\/$/, '');
    await smoke({ endpoint, meeting: values.meeting, email: values.email }, check);
  } catch (error) {
    console.error(error);
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
