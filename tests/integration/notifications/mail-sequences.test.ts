import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { sweep } from '../../../functions/notifier/sweeping.ts';
import { remindFocalPoints } from '../../../functions/scheduler/remind-focal-points.ts';
import { listDelegations } from '../../../functions/store/delegation/delegation.ts';
import { inviteFocalPoint, rotateLink } from '../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce } from '../../../functions/store/notifications/announce.ts';
import { resendMessage } from '../../../functions/store/notifications/resend.ts';
import { recordDelivery } from '../../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../../functions/store/outbox/lift-suppression.ts';
import { requeueMessage } from '../../../functions/store/outbox/requeue.ts';
import { listRegistrations } from '../../../functions/store/registration/registration.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { putLastMessage } from '../clock.ts';
import { act, FOCAL_POINT, invited, nomineeOf } from '../delegations.ts';
import { dynamo } from '../dynamo.ts';
import { come, kept, patch } from '../own.ts';
import { attempt, ELSEWHERE, type Opened, using } from '../posted.ts';
import { messages, PUBLIC_URL } from '../service.ts';

const moving = () => ({ publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 });
async function apply({ store, meeting }: Opened, changes: Partial<Meeting>) {
  await applyMeeting(store, { ...meeting, ...changes }, new Date());
}
const tellAll = ({ store, meeting }: Opened) => announce(store, meeting.id, moving());
async function change(base: Opened, changes: Partial<Meeting>) {
  await apply(base, changes);
  return tellAll(base);
}
/** All of the outbox: kind, id, to, status, which venue it says, calendar lines. */
async function dump({ store }: Opened) {
  const all = (await messages(store)).sort((a, b) =>
    (a.sentAt ?? a.createdAt) < (b.sentAt ?? b.createdAt) ? -1 : 1,
  );
  return Promise.all(
    all.map(async (m) => {
      const c = await compose(m);
      return {
        id: m.id,
        kind: m.content.kind,
        status: m.status,
        to: m.to.email,
        venue: m.meeting.venue.name.en,
        language: m.language,
        text: c.text,
        subject: c.subject,
        cal: c.calendar?.match(/^(UID|SEQUENCE|STATUS):.*$/gm)?.join(' '),
      };
    }),
  );
}
const FAR = { name: { en: 'Fort' }, city: { en: 'Phuket' }, country: 'TH' };
const KH = { representation: 'state', state: 'KH' } as const;
const VAL = {
  categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
};
const HOUR_AGO = () => new Date(Date.now() - 3_600_001);
const again = ({ app }: Opened, own: string) =>
  app.request(`${own}/resend`, { method: 'POST', headers: { Accept: 'application/json' } });
const requeueAll = async (base: Opened) => {
  for (const { id, status } of await messages(base.store))
    if (status === 'failed')
      await requeueMessage(base.store, id, new Date(base.rig.clock.now), Date.now() + 5000);
};
const asNow = async (base: Opened) =>
  ((await getMeeting(base.store, base.meeting.id)) ?? expect.fail()).meeting;
/** What was sent, in order. */
const sent = async (base: Opened) =>
  (await dump(base)).filter(({ status }) => status === 'delivered' || status === 'sent');
const lastVenue = async (base: Opened) => (await sent(base)).at(-1)?.venue;
const bounce = (base: Opened) => {
  const at = new Date().toISOString();
  return recordDelivery(base.store, 'one@example.org', {
    state: 'bounced',
    bounce: 'hard',
    at,
    sentAt: at,
    messageId: 'm',
  });
};
const T = (
  name: string,
  changes: Record<string, unknown>,
  run: (base: Opened) => Promise<unknown>,
) => it(name, () => using(changes, async (base) => void (await run(base))));

describe('a confirmation is not lost', () => {
  T(
    'confirmed after eight changes of State while mail waits: one confirmation comes',
    VAL,
    async (base) => {
      const one = await come(base, 'one', { state: 'US' });
      for (let n = 0; n < 8; n++) await patch(base, one, { state: n % 2 ? 'US' : 'KH' });
      await base.sendAll();
      expect((await kept(base, one)).status).toBe('confirmed');
      expect((await sent(base)).filter(({ to }) => to === 'one@example.org')).not.toEqual([]);
    },
  );
  T('pending after seven: told that the seat is gone, and the calendar too', VAL, async (base) => {
    const one = await come(base, 'one', { state: 'US' });
    await base.sendAll();
    for (let n = 0; n < 7; n++) {
      await patch(base, one, { state: n % 2 ? 'US' : 'KH' });
      await base.sendAll();
    }
    await base.sendAll(3_600_000);
    expect((await kept(base, one)).status).toBe('pending');
    expect((await sent(base)).filter(({ to }) => to === 'one@example.org').at(-1)?.cal).toContain(
      'CANCELLED',
    );
  });
});
describe('a change taken back is told to whoever read of it otherwise', () => {
  T('details-changed (new venue) sent, news waits, meeting goes back', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await patch(base, one, { familyName: 'Sok' });
    await attempt(base, 'details-changed', 'sent');
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).filter(({ kind }) => kind === 'meeting-changed')).toHaveLength(1);
  });
  T('confirmation restated and sent, news waits, meeting goes back', {}, async (base) => {
    await come(base, 'one');
    await attempt(base, 'confirmation', 'retrying');
    await change(base, { venue: ELSEWHERE });
    await attempt(base, 'confirmation', 'sent');
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).map(({ venue }) => venue)).toContain('Conference Centre');
  });
  T('details-changed waits, meeting goes back before anybody was told', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await apply(base, { venue: ELSEWHERE });
    await patch(base, one, { familyName: 'Sok' });
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).map(({ venue }) => venue)).not.toContain('City Hall');
  });
  T('the same for a focal point whose invitation was restated', {}, async (base) => {
    await invited(base);
    await change(base, { venue: ELSEWHERE });
    await attempt(base, 'delegation-invitation', 'sent');
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).map(({ venue }) => venue)).toContain('Conference Centre');
  });
  T('for a focal point who was sent a new link', {}, async (base) => {
    await invited(base);
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await rotateLink(base.store, await asNow(base), 'KH', moving());
    await base.sendAll();
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).map(({ kind }) => kind)).toContain('delegation-meeting-changed');
  });
  T('for a new focal point, after news failed at the former one', {}, async (base) => {
    await invited(base);
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await attempt(base, 'delegation-meeting-changed', 'failed');
    await inviteFocalPoint(
      base.store,
      await asNow(base),
      { delegated: KH, focalPoint: { ...FOCAL_POINT, email: 'other@mfa.example' }, again: false },
      moving(),
    );
    await base.sendAll();
    await change(base, {});
    await base.sendAll();
    expect((await sent(base)).filter(({ to }) => to === 'other@mfa.example')).toHaveLength(2);
  });
});
describe('what failed and is put back says how the meeting is', () => {
  T('news of a former change, after later news were sent', {}, async (base) => {
    await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await attempt(base, 'meeting-changed', 'failed');
    await change(base, { venue: FAR });
    await base.sendAll();
    await requeueAll(base);
    await base.sendAll();
    expect(await lastVenue(base)).toBe('Fort');
  });
  T('news of a change that was taken back', {}, async (base) => {
    await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await attempt(base, 'meeting-changed', 'failed');
    await change(base, {});
    await requeueAll(base);
    await base.sendAll();
    expect(await lastVenue(base)).toBe('Conference Centre');
  });
  T('a confirmation', {}, async (base) => {
    await come(base, 'one');
    await attempt(base, 'confirmation', 'failed');
    await change(base, { venue: ELSEWHERE });
    await base.sendAll();
    await requeueAll(base);
    await base.sendAll();
    expect(await lastVenue(base)).toBe('City Hall');
  });
  T('an invitation', {}, async (base) => {
    await invited(base);
    await attempt(base, 'delegation-invitation', 'failed');
    await change(base, { venue: ELSEWHERE });
    await base.sendAll();
    await requeueAll(base);
    await base.sendAll();
    expect(await lastVenue(base)).toBe('City Hall');
  });
  T('a reminder that the meeting is near, after the meeting', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await base.remind(one, 'meeting-reminder');
    await attempt(base, 'meeting-reminder', 'failed');
    base.rig.pass(90 * 86_400_000);
    await requeueAll(base);
    await base.sendAll();
    expect((await sent(base)).map(({ kind }) => kind)).not.toContain('meeting-reminder');
  });
  T(
    'news on their way when the meeting changes again, and not sent: sent ten minutes later',
    {},
    async (base) => {
      await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await attempt(base, 'meeting-changed', 'on its way');
      await change(base, { venue: FAR });
      await base.sendAll(11 * 60_000);
      expect((await sent(base)).map(({ venue }) => venue)).not.toContain('City Hall');
    },
  );
});
describe('nothing is told twice', () => {
  T('a confirmation that waits, and the same asked for again', {}, async (base) => {
    const one = await come(base, 'one');
    await attempt(base, 'confirmation', 'retrying');
    await putLastMessage(base.store, base.meeting.id, one.reference, HOUR_AGO());
    expect((await again(base, one.own)).status).toBe(202);
    await base.sendAll();
    expect(await base.rig.inbox()).toHaveLength(1);
  });
  T('the same by registering once more', {}, async (base) => {
    const one = await come(base, 'one');
    await attempt(base, 'confirmation', 'retrying');
    await putLastMessage(base.store, base.meeting.id, one.reference, HOUR_AGO());
    await come(base, 'one');
    await base.sendAll();
    expect(await base.rig.inbox()).toHaveLength(1);
  });
  T('news, address changed there and back while they wait', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await patch(base, one, { email: 'b@example.org' });
    await patch(base, one, { email: 'one@example.org' });
    await base.sendAll();
    expect((await sent(base)).filter(({ kind }) => kind === 'meeting-changed')).toHaveLength(1);
  });
  T('news, status there and back', VAL, async (base) => {
    const one = await come(base, 'one', { state: 'US' });
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await patch(base, one, { state: 'KH' });
    await patch(base, one, { state: 'US' });
    await base.sendAll();
    expect((await sent(base)).filter(({ kind }) => kind === 'meeting-changed')).toHaveLength(1);
  });
  T(
    'news written anew with a new address after a second change, then announced',
    {},
    async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await apply(base, { venue: FAR });
      await patch(base, one, { email: 'b@example.org' });
      await base.sendAll();
      await tellAll(base);
      await base.sendAll();
      expect((await sent(base)).filter(({ kind }) => kind === 'meeting-changed')).toHaveLength(1);
    },
  );
  T('changed details that were restated and sent', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await patch(base, one, { familyName: 'Sok' });
    await change(base, { venue: ELSEWHERE });
    await base.sendAll();
    await patch(base, one, { delegationRole: 'adviser' });
    await base.sendAll();
    const last = (await sent(base)).filter(({ kind }) => kind === 'details-changed').at(-1);
    expect(last?.text).not.toContain('your name');
  });
  T('an invitation asked for again, and the meeting changes: both wait', {}, async (base) => {
    await invited(base);
    await attempt(base, 'delegation-invitation', 'retrying');
    await inviteFocalPoint(
      base.store,
      base.meeting,
      { delegated: KH, focalPoint: FOCAL_POINT, again: true },
      moving(),
    );
    await change(base, { venue: ELSEWHERE });
    await base.sendAll();
    expect((await sent(base)).map(({ venue }) => venue)).not.toContain('Conference Centre');
  });
});
describe('a sitting that is gone is struck out', () => {
  const day = ({ meeting }: Opened, start: string) => ({
    day: meeting.startsOn,
    start,
    end: '17:00',
  });
  const two = async (base: Opened) => {
    await change(base, { sittings: [day(base, '09:00'), day(base, '14:00')] });
    const one = await come(base, 'one');
    await base.sendAll();
    return one;
  };
  T('by what is sent after the address was lifted', {}, async (base) => {
    const one = await two(base);
    await bounce(base);
    await change(base, { sittings: [day(base, '09:00')] });
    await base.sendAll();
    await liftSuppression(base.store, 'one@example.org', 'Back', {
      now: new Date(),
      deadline: Date.now() + 5000,
    });
    await again(base, one.own);
    await base.sendAll();
    expect((await sent(base)).map(({ cal }) => cal).join()).toContain('CANCELLED');
  });
  T('by the next message after news failed', {}, async (base) => {
    const one = await two(base);
    await change(base, { venue: ELSEWHERE, sittings: [day(base, '09:00')] });
    await attempt(base, 'meeting-changed', 'failed');
    await patch(base, one, { familyName: 'Sok' });
    await base.sendAll();
    expect((await sent(base)).map(({ cal }) => cal).join()).toContain('CANCELLED');
  });
});
describe('what waits is of its reader as they are now', () => {
  T('news after name and State have changed; SEQUENCE rises', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    await patch(base, one, { state: 'VN', givenName: 'Xenophon', familyName: 'Other' });
    await base.sendAll();
    const news = (await sent(base)).find(({ kind }) => kind === 'meeting-changed');
    expect(news?.text).not.toContain('Cambodia');
  });
  T('a reminder that details are missing, once they are not', {}, async (base) => {
    const { page } = await invited(base);
    await act(base, `${page}/nominate`, nomineeOf('n'));
    const { reference, secret } =
      (await listRegistrations(base.store, base.meeting.id))[0] ?? expect.fail();
    await base.sendAll();
    await base.remind({ reference } as never, 'meeting-reminder');
    const { listConsent, privacyNotice } = registrationOf({}) as never as Record<string, unknown>;
    expect(
      (
        await patch(
          base,
          { own: `/registrations/${reference}/${secret}` },
          { privacyNotice, listConsent },
        )
      ).status,
    ).toBe(200);
    await base.sendAll();
    const reminder = (await sent(base)).find(({ kind }) => kind === 'meeting-reminder');
    expect(reminder?.text ?? '').not.toContain('still missing');
  });
  T('a question to the focal point names who asks', VAL, async (base) => {
    await invited(base);
    const one = await come(base, 'one');
    await attempt(base, 'validation-wanted', 'retrying');
    await patch(base, one, { givenName: 'Xenophon', familyName: 'Other' });
    await base.sendAll();
    expect((await sent(base)).find(({ kind }) => kind === 'validation-wanted')?.text).toContain(
      'Xenophon',
    );
  });
  T('a confirmation in the language that its reader has chosen', {}, async (base) => {
    const one = await come(base, 'one');
    await attempt(base, 'confirmation', 'retrying');
    await patch(base, one, { language: 'fr' });
    await base.sendAll();
    expect((await sent(base)).map(({ language }) => language)).toEqual(['fr']);
  });
  T('an invitation in the language that the focal point is named with', {}, async (base) => {
    await invited(base);
    await inviteFocalPoint(
      base.store,
      base.meeting,
      { delegated: KH, focalPoint: { ...FOCAL_POINT, language: 'fr' }, again: false },
      moving(),
    );
    await base.sendAll();
    expect((await sent(base)).map(({ language }) => language)).toEqual(['fr']);
  });
});
describe('races', () => {
  T('a bounce while a message waits for its turn', {}, async (base) => {
    await come(base, 'one');
    base.rig.pass(600_000);
    await sweep(
      base.rig.worker({ beforeTable: (r) => (r === 'turn' ? bounce(base) : undefined) }),
      () => true,
    );
    expect(await base.rig.inbox()).toEqual([]);
  });
  T(
    'somebody registers between the reading and the writing of a nomination reminder',
    {},
    async (base) => {
      await invited(base);
      await base.sendAll();
      const delegations = await listDelegations(base.store, base.meeting.id);
      const client = dynamo();
      let came: Promise<unknown> | undefined;
      client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context.commandName === 'TransactWriteItemsCommand') {
            came ??= come(base, 'one');
            await came;
          }
          return next(args);
        },
        { step: 'initialize' },
      );
      const about = {
        // Whoever was invited lately is not reminded.
        meeting: base.meeting,
        publicUrl: PUBLIC_URL,
      };
      const longAgo = delegations.map((one) => ({
        ...one,
        invitedAt: base.meeting.registration.opensOn,
      }));
      const { counts } = await remindFocalPoints(
        { ...base.store, client },
        about,
        'mark',
        longAgo,
        moving(),
      );
      expect(counts).toEqual({ sent: 1 });
      await base.sendAll();
      expect((await sent(base)).map(({ kind }) => kind)).not.toContain('nomination-reminder');
    },
  );
  T(
    'a link is renewed with the meeting as read before a change that all were told of',
    {},
    async (base) => {
      await invited(base);
      await base.sendAll();
      await change(base, { venue: ELSEWHERE });
      await base.sendAll();
      await rotateLink(base.store, base.meeting, 'KH', moving());
      await tellAll(base);
      await base.sendAll();
      expect(await lastVenue(base)).toBe('City Hall');
    },
  );
  T('a message is asked for again with the meeting as read before', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await putLastMessage(base.store, base.meeting.id, one.reference, HOUR_AGO());
    const seen = await kept(base, one);
    await change(base, { venue: ELSEWHERE });
    await base.sendAll();
    await resendMessage(base.store, base.meeting, seen, moving());
    await base.sendAll();
    expect(await lastVenue(base)).toBe('City Hall');
  });
});
describe('limits, questions and controls', () => {
  T('three corrections of a name and four of the State within the hour', VAL, async (base) => {
    const one = await come(base, 'one', { state: 'US' });
    for (const familyName of ['Aa', 'Bb', 'Cc']) await patch(base, one, { familyName });
    for (const state of ['KH', 'US', 'KH', 'US']) await patch(base, one, { state });
    await base.sendAll();
    expect((await kept(base, one)).status).toBe('confirmed');
    expect((await sent(base)).filter(({ to }) => to === 'one@example.org')).not.toEqual([]);
  });
  T('news, address written in other capitals while they wait', {}, async (base) => {
    const one = await come(base, 'one');
    await base.sendAll();
    await change(base, { venue: ELSEWHERE });
    expect((await patch(base, one, { email: 'One@example.org' })).status).toBe(200);
    await base.sendAll();
    expect((await sent(base)).filter(({ kind }) => kind === 'meeting-changed')).toHaveLength(1);
  });
  T(
    'a question that waits when the link is renewed is asked with the new link',
    VAL,
    async (base) => {
      await invited(base);
      await base.sendAll();
      await come(base, 'one');
      await attempt(base, 'validation-wanted', 'retrying');
      await rotateLink(base.store, base.meeting, 'KH', moving());
      await base.sendAll();
      expect((await sent(base)).filter(({ to }) => to === FOCAL_POINT.email).at(-1)?.text).toMatch(
        /await|answer it|wait/i,
      );
    },
  );
  T(
    'a question that waits when another focal point is named is asked of them',
    VAL,
    async (base) => {
      await invited(base);
      await base.sendAll();
      await come(base, 'one');
      await inviteFocalPoint(
        base.store,
        base.meeting,
        { delegated: KH, focalPoint: { ...FOCAL_POINT, email: 'other@mfa.example' }, again: false },
        moving(),
      );
      await base.sendAll();
      expect(
        (await sent(base)).filter(({ to }) => to === 'other@mfa.example').map(({ kind }) => kind),
      ).toContain('validation-wanted');
    },
  );
  T('control: approved while the acknowledgement is on its way', VAL, async (base) => {
    const { page } = await invited(base);
    const one = await come(base, 'one');
    await attempt(base, 'acknowledgement', 'on its way');
    const r = await act(base, `${page}/approve`, { reference: one.reference });
    expect([200, 201]).toContain(r.status);
    await base.sendAll(11 * 60_000);
    expect(
      (await sent(base)).filter(({ to }) => to === 'one@example.org').map(({ kind }) => kind),
    ).toEqual(['confirmation']);
  });
  T(
    'control: cancelled and suppressed, lifted, asked for again: one cancellation',
    {},
    async (base) => {
      const one = await come(base, 'one');
      await base.sendAll();
      await bounce(base);
      const { cancelMeeting } = await import('../../../functions/store/meeting/cancel-meeting.ts');
      await cancelMeeting(base.store, base.meeting.id, 'Cyclone', new Date());
      await tellAll(base);
      await base.sendAll();
      await liftSuppression(base.store, 'one@example.org', 'Back', {
        now: new Date(),
        deadline: Date.now() + 5000,
      });
      expect((await again(base, one.own)).status).toBe(202);
      await tellAll(base);
      await base.sendAll();
      const told = (await sent(base)).filter(({ kind }) => kind === 'meeting-cancelled');
      expect(told.map(({ cal }) => /CANCELLED/.test(cal ?? ''))).toEqual([true]);
    },
  );
});
