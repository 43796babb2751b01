import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { requeueMessage } from '../../../functions/store/outbox/requeue.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { participantList } from '../../support/messages.ts';
import { commands } from '../command.ts';
import { notifying } from '../notifying.ts';
import { jsonOf, messages, PUBLIC_URL, pathOf, service, truth } from '../service.ts';
import { failing, sesError } from '../ses-faults.ts';

const { outbox, pretend, remove } = commands();
const { inbox, using, pass, clock, queue, read, store: own } = await notifying();
afterAll(() => {
  remove();
  inbox.close();
});

const EMAIL = 'sophea.chan@culture.example';
const REFUSED = sesError('MessageRejected', `The address ${EMAIL} is on a list`, 400);
const PAUSED = sesError('AccountSendingPausedException', 'Paused', 400);

let base: Awaited<ReturnType<typeof service>>;
beforeEach(async () => {
  base = await service();
  pretend(base.store, PUBLIC_URL);
});

const notifier = (client = inbox.client()) => ({ ...using(client), outbox: base.store });
const refusing = (...errors: Error[]) => {
  const client = inbox.client();
  failing(client, 'before', errors);
  return notifier(client);
};
const later = () => Date.now() + 5_000;
const status = async (id: string) =>
  (await messages(base.store)).find((message) => message.id === id)?.status;

/** Somebody who has registered, whose confirmation SES has refused. */
async function refused(email = EMAIL) {
  const receipt = await jsonOf(base.post(registrationOf({ email })));
  const id = (await messages(base.store)).find(
    ({ to, status }) => to.email === email && status === 'queued',
  )?.id;
  if (id === undefined) throw new Error('There is no message');
  expect(await deliver(refusing(REFUSED), id)).toBe('failed');
  return { id, path: pathOf(receipt.manageUrl), reference: receipt.reference as string };
}

describe('npm run outbox', () => {
  it('names what has failed and why, and nobody', async () => {
    expect((await outbox('failed')).out).toEqual(['No message has failed.']);
    const { id } = await refused();
    const { out } = await outbox('failed');
    expect(out).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${id}, focal-points, confirmation, of \\S+Z \\(MessageRejected: The address \\(address\\)`,
        ),
      ),
    ]);
    expect(out.join()).not.toContain('@');
  });

  it('puts one back, which the sweeper then sends, and writes down that it did', async () => {
    const { id, reference } = await refused();
    expect(await outbox('requeue', id)).toMatchObject({
      code: 0,
      out: [`${id}: back in the queue; it is sent within a minute or two`],
    });
    expect((await truth(base.store, 'focal-points')).audit).toContainEqual(
      expect.objectContaining({
        action: 'message-requeued',
        actor: 'operator',
        reference,
        detail: id,
      }),
    );
    clock.now = new Date();
    expect(await sweep(notifier(), () => true)).toBe(1);
    expect(await status(id)).toBe('sent');
    expect(await outbox('requeue', id)).toMatchObject({
      code: 1,
      err: [`${id}: it has not failed: it is on its way, or was sent`],
    });
  });

  it('puts back all that have failed for one reason', async () => {
    const ids = [(await refused('a@culture.example')).id, (await refused('b@culture.example')).id];
    expect((await outbox('requeue', '--error', 'Throttling')).out).toEqual([
      'No message has failed with this error.',
    ]);
    const { code, out } = await outbox('requeue', '--error', 'MessageRejected');
    expect([code, out.length]).toEqual([0, 2]);
    for (const id of ids) expect(await status(id)).toBe('queued');
  });

  it('knows no message that is not there, and has no dead letters on this machine', async () => {
    expect(await outbox('requeue', 'nothing')).toMatchObject({
      code: 1,
      err: ['nothing: there is no such message'],
    });
    for (const command of ['dead-letters', 'drive-again'])
      expect(await outbox(command)).toMatchObject({
        code: 1,
        err: [expect.stringContaining('Name a stage with --stage.')],
      });
  });
});

describe('a message that is put back', () => {
  it('is dropped where it has ceased to be so', async () => {
    const { id, path } = await refused();
    const headers = { Accept: 'application/json' };
    expect((await base.app.request(`${path}/withdraw`, { method: 'POST', headers })).status).toBe(
      200,
    );
    expect(await outbox('requeue', id)).toMatchObject({ code: 0 });
    clock.now = new Date();
    await sweep(notifier(), () => true);
    expect(await status(id)).toBe('superseded');
  });

  it('goes out though details have changed that it does not speak of', async () => {
    const { id, path } = await refused();
    const changed = await base.app.request(path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ phone: '+855 23 111 111' }),
    });
    expect(changed.status).toBe(200);
    expect(await outbox('requeue', id)).toMatchObject({ code: 0 });
    clock.now = new Date();
    await sweep(notifier(), () => true);
    expect(await status(id)).toBe('sent');
  });

  it('has as much time as a new one', async () => {
    const { id } = await refused();
    pass(10 * 86_400_000);
    expect(await requeueMessage(base.store, id, clock.now, later())).toBe('queued');
    const slow = refusing(PAUSED, PAUSED);
    expect(await deliver(slow, id)).toBe('retrying');
    pass(3_600_000);
    expect(await deliver(slow, id)).toBe('retrying');
    pass(4 * 86_400_000);
    expect(await deliver(slow, id)).toBe('failed');
  });

  it('is put back once, however many ask for it at the same time', async () => {
    const { id } = await refused();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => requeueMessage(base.store, id, new Date(), later())),
    );
    expect(outcomes.filter((outcome) => outcome === 'queued')).toHaveLength(1);
    const { audit } = await truth(base.store, 'focal-points');
    expect(audit.filter(({ action }) => action === 'message-requeued')).toHaveLength(1);
  });

  it('may be one to organisers, which speaks of no registration', async () => {
    const id = await queue({ id: 'list-1', content: participantList() });
    const client = inbox.client();
    failing(client, 'before', [REFUSED]);
    // Its file is not there, which is what fails it.
    expect(await deliver(using(client), id)).toBe('failed');
    expect(await requeueMessage(own, id, clock.now, later())).toBe('queued');
    expect(await read(id)).toMatchObject({ status: 'queued', attempts: 0, due: 'DUE' });
  });

  it('waits behind those that somebody waits for, as before, where it is sent to many', async () => {
    const id = await queue({ bulk: true });
    const client = inbox.client();
    failing(client, 'before', [REFUSED]);
    expect(await deliver(using(client), id)).toBe('failed');
    expect(await requeueMessage(own, id, clock.now, later())).toBe('queued');
    expect(await read(id)).toMatchObject({ status: 'queued', due: 'BULK' });
  });
});
