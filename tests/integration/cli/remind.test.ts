import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteFocalPoint } from '../../../functions/store/delegation/invite.ts';
import { setFocalPointReminders } from '../../../functions/store/notifications/stop-reminders.ts';
import { toItem } from '../../../functions/store/platform/client.ts';
import { registryKeys } from '../../../functions/store/platform/keys.ts';
import { commands } from '../command.ts';
import { type Base, come, FOCAL_POINT, moving } from '../delegations.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { PUBLIC_URL, service } from '../service.ts';

const { meeting, pretend, remove } = commands();
afterAll(remove);

const DAYS_AGO = new Date(Date.now() - 3 * 86_400_000);

let base: Base;
beforeEach(async () => {
  base = await service();
  pretend(base.store, PUBLIC_URL);
});

async function invite(state: string, now = DAYS_AGO) {
  const { delegation } = await inviteFocalPoint(
    base.store,
    base.meeting,
    {
      delegated: { representation: 'state', state },
      focalPoint: { ...FOCAL_POINT, email: `${state}@mfa.example` },
      again: false,
    },
    moving(now),
  );
  return delegation;
}

/** Sends what waits. Gives the addresses that reminders went to so far. */
const reminded = async () => {
  await drainOutbox(base.store);
  return (await sentMail(base.store))
    .filter(({ kind }) => kind === 'nomination-reminder')
    .map(({ to }) => to)
    .sort();
};

/** Has the last request be so many minutes ago. */
const letPass = (minutes: number) =>
  base.store.client.send(
    new UpdateItemCommand({
      TableName: base.store.registry,
      Key: toItem(registryKeys.reminders('focal-points', 'requested')),
      UpdateExpression: 'SET askedAt = :then',
      ExpressionAttributeValues: toItem({
        ':then': new Date(Date.now() - minutes * 60_000).toISOString(),
      }),
    }),
  );

describe('npm run meeting -- remind', () => {
  it('says to how many, sends to those, and to nobody twice within the hour', async () => {
    for (const state of ['KH', 'VN', 'LA']) await invite(state);
    await invite('NP', new Date());
    await setFocalPointReminders(base.store, await invite('MM'), 'stopped', 'reminder', moving());
    await come(base, 'somebody');
    const why = [
      'Not reminded:',
      '  1 have somebody registered or nominated',
      '  1 want no reminders',
      '  1 were invited less than a day ago',
    ];
    expect(await meeting('remind', 'focal-points', '--dry-run')).toEqual({
      code: 0,
      err: [],
      out: ['Focal points who would be reminded: 2. Nothing was sent.', ...why],
    });
    expect(await reminded()).toEqual([]);
    expect((await meeting('remind', 'focal-points')).out).toEqual([
      'Focal points reminded: 2.',
      ...why,
    ]);
    const both = ['LA@mfa.example', 'VN@mfa.example'];
    expect(await reminded()).toEqual(both);

    // Somebody invited meanwhile gets what the others have had.
    await invite('BD');
    const { out } = await meeting('remind', 'focal-points');
    expect(out.slice(0, 3)).toEqual([
      'Focal points reminded: 1.',
      'Not reminded:',
      '  2 have it since less than an hour ago',
    ]);
    expect((await meeting('remind', 'focal-points')).out[0]).toMatch(
      /^Focal points reminded: 0\. Reminders were sent at 20.*Z, and are once an hour at most\.$/,
    );
    expect(await reminded()).toEqual(['BD@mfa.example', ...both]);
    await letPass(61);
    expect((await meeting('remind', 'focal-points')).out[0]).toBe('Focal points reminded: 3.');
    expect(await reminded()).toHaveLength(6);
  });

  it('explains itself where there is nothing to do', async () => {
    expect((await meeting('remind', 'nowhere')).err).toEqual(['There is no meeting nowhere.']);
    expect((await meeting('remind', 'focal-points')).out).toEqual(['Focal points reminded: 0.']);
    const closed = await service({
      registration: { opensOn: '2020-01-01', closesOn: '2020-01-02' },
    });
    pretend(closed.store, PUBLIC_URL);
    expect((await meeting('remind', 'focal-points')).err).toEqual([
      'Registration of focal-points is open from 2020-01-01 to 2020-01-02: nobody can be nominated now.',
    ]);
    expect((await meeting('show', 'focal-points', '--dry-run')).code).toBe(2);
  });
});
