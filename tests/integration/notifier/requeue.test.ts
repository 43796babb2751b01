import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { requeueNotice } from '../../../functions/store/outbox/requeue.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { commands } from '../command.ts';
import { type MailRig, MEETING, openMailRig, spoil } from '../mailbox.ts';
import { jsonOf, PUBLIC_URL, pathOf, service, truth } from '../service.ts';
import { failing, sesError } from '../ses-faults.ts';

const { outbox, pretend, remove } = commands();
afterAll(() => {
  remove();
  rig.stop();
});

const EMAIL = 'sophea.chan@culture.example';
const REFUSED = sesError('MessageRejected', `The address ${EMAIL} is on a list`, 400);
const PAUSED = sesError('AccountSendingPausedException', 'Paused', 400);

let base: Awaited<ReturnType<typeof service>>;
let rig: MailRig;
beforeEach(async () => {
  rig?.stop();
  base = await service();
  rig = await openMailRig({ store: base.store });
  pretend(base.store, PUBLIC_URL);
});

/** A notifier that SES refuses mails, each for one of these errors. */
const refusing = (...errors: Error[]) => {
  const worker = rig.worker();
  failing(worker.ses.client, 'before', errors);
  return worker;
};
const later = () => Date.now() + 5_000;
const status = async (id: string) => (await rig.read(id)).status;

/** Somebody who has registered, whose confirmation SES has refused. */
async function refused(email = EMAIL) {
  const receipt = await jsonOf(base.post(registrationOf({ email })));
  const reference = receipt.reference as string;
  const id = `participant_${reference}_v1`;
  expect(await deliver(refusing(REFUSED), id)).toBe('failed');
  return { id, path: pathOf(receipt.manageUrl) };
}

/** The command asks the time of the machine. */
const sweepNow = () => {
  rig.clock.now = Date.now();
  return sweep(rig.worker(), () => true);
};

describe('npm run outbox', () => {
  it('names what has failed and why, and nobody', async () => {
    expect((await outbox('failed')).out).toEqual(['No message has failed.']);
    const { id } = await refused();
    const { out } = await outbox('failed');
    expect(out).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${id}, focal-points, registration-changed, of \\S+Z \\(MessageRejected: The address \\(address\\)`,
        ),
      ),
    ]);
    expect(out.join()).not.toContain('@');
  });

  it('puts one back, which the sweeper then sends, and writes down that it did', async () => {
    const { id } = await refused();
    expect(await outbox('requeue', id)).toMatchObject({
      code: 0,
      out: [`${id}: back in the queue; it is sent within a minute or two`],
    });
    expect((await truth(base.store, MEETING)).audit).toContainEqual(
      expect.objectContaining({ action: 'message-requeued', actor: 'operator', detail: id }),
    );
    expect(await sweepNow()).toBe(1);
    expect(await status(id)).toBe('sent');
    expect((await rig.inbox()).map(({ to, kind }) => [to, kind])).toEqual([
      [EMAIL, 'confirmation'],
    ]);
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

  it.each(['nothing', 'participant_FP26-00000_v1'])(
    'knows no message that is not there: %s',
    async (id) => {
      expect(await outbox('requeue', id)).toMatchObject({
        code: 1,
        err: [`${id}: there is no such message`],
      });
    },
  );

  it('has no dead letters on this machine', async () => {
    for (const command of ['dead-letters', 'drive-again'])
      expect(await outbox(command)).toMatchObject({
        code: 1,
        err: [expect.stringContaining('Name a stage with --stage.')],
      });
  });
});

describe('a message that is put back', () => {
  it('says what is true when it is sent', async () => {
    const { id, path } = await refused();
    const headers = { Accept: 'application/json' };
    expect((await base.app.request(`${path}/withdraw`, { method: 'POST', headers })).status).toBe(
      200,
    );
    expect(await outbox('requeue', id)).toMatchObject({ code: 0 });
    rig.pass(61_000);
    await sweepNow();
    rig.clock.now += 120_000;
    await sweep(rig.worker(), () => true);
    expect((await rig.inbox()).map(({ kind }) => kind)).toEqual(['withdrawal']);
    expect((await rig.all()).map((notice) => notice.status).sort()).toEqual([
      'nothing-to-tell',
      'sent',
    ]);
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
    await sweepNow();
    expect(await status(id)).toBe('sent');
  });

  it('has as much time as a new one', async () => {
    const { id } = await refused();
    rig.pass(10 * 86_400_000);
    expect(await requeueNotice(base.store, id, rig.now(), later())).toBe('queued');
    const slow = refusing(PAUSED, PAUSED);
    expect(await deliver(slow, id)).toBe('retrying');
    rig.pass(3_600_000);
    expect(await deliver(slow, id)).toBe('retrying');
    rig.pass(4 * 86_400_000);
    expect(await deliver(slow, id)).toBe('failed');
  });

  it('is put back once, however many ask for it at the same time', async () => {
    const { id } = await refused();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => requeueNotice(base.store, id, new Date(), later())),
    );
    expect(outcomes.filter((outcome) => outcome === 'queued')).toHaveLength(1);
    const { audit } = await truth(base.store, MEETING);
    expect(audit.filter(({ action }) => action === 'message-requeued')).toHaveLength(1);
  });

  it.each([
    ['that somebody waits for, goes first', false, 'DUE'],
    ['to many, waits behind the others as before', true, 'BULK'],
  ] as const)('%s', async (_, bulk, due) => {
    const [id = ''] = await rig.queue(1, { bulk });
    await spoil(base.store, id);
    expect(await deliver(rig.worker(), id)).toBe('failed');
    expect(await requeueNotice(base.store, id, rig.now(), later())).toBe('queued');
    expect(await rig.read(id)).toMatchObject({ status: 'queued', attempts: 0, due });
  });
});
