import { describe, expect, it } from 'vitest';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import type { MessageKind } from '../../../functions/store/outbox/message.ts';
import { invited } from '../delegations.ts';
import { type Base, come, kept, patch } from '../own.ts';
import { jsonOf, messages, sendWaiting, service } from '../service.ts';

const textOf = async ({ store }: Base, kind: MessageKind) => {
  const found = (await messages(store))
    .filter(({ content }) => content.kind === kind)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return (await compose(found.at(-1) ?? expect.fail())).text.replace(/\s+/g, ' ');
};
const page = async ({ app }: Base, path: string) =>
  (await app.request(path, { headers: { Accept: 'text/html' } })).text();

describe('what somebody is told', () => {
  it('who withdraws from a cancelled meeting is that it is cancelled, and not to register again', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await cancelMeeting(base.store, base.meeting.id, 'A cyclone.', new Date());
    await base.app.request(`${one.own}/withdraw`, { method: 'POST' });
    const text = await textOf(base, 'withdrawal');
    expect(text).toContain('The organizers have cancelled this meeting');
    expect(text).toContain('A cyclone.');
    expect(text).not.toContain('register again');
    const html = await page(base, one.own);
    expect(html).toContain('The organizers have cancelled this meeting');
    expect(html).not.toContain('register again');
  });

  it('who withdraws from any other is how to register again', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await base.app.request(`${one.own}/withdraw`, { method: 'POST' });
    expect(await textOf(base, 'withdrawal')).toContain('you may register again');
  });

  it('whose edit must be validated is that it was changed, and whose registration is new is not', async () => {
    const base = await service({
      categories: {
        party: { admission: 'validated' },
        'observer-state': { admission: 'open' },
      },
    });
    await invited(base, 'KH');
    const one = await come(base, 'one', { state: 'US' });
    await sendWaiting(base.store);
    expect((await patch(base, one, { state: 'KH' })).status).toBe(200);
    expect((await kept(base, one)).status).toBe('pending');
    const changed = await textOf(base, 'acknowledgement');
    expect(changed).toContain('has been changed and must be validated anew');
    expect(changed).not.toContain('We have received your registration');
    await come(base, 'two');
    expect(await textOf(base, 'acknowledgement')).toContain('We have received your registration');
  });

  it('of the category is why on the first day as it is now', async () => {
    const base = await service({ categories: { 'observer-state': { admission: 'open' } } });
    const one = await come(base, 'one', { state: 'US' });
    const reason = async () =>
      (await jsonOf(base.app.request(one.own, { headers: { Accept: 'application/json' } })))
        .categoryReason as string;
    const before = await reason();
    const startsOn = addDays(base.meeting.startsOn, 1);
    await applyMeeting(
      base.store,
      { ...base.meeting, startsOn, endsOn: addDays(base.meeting.endsOn, 1) },
      new Date(),
    );
    const day = (date: string) => String(Number(date.slice(8)));
    expect(before).toContain(day(base.meeting.startsOn));
    expect(await reason()).not.toBe(before);
    expect(await reason()).toContain(day(startsOn));
  });
});
