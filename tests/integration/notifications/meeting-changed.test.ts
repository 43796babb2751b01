import { afterEach, describe, expect, it, vi } from 'vitest';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce, countAudience } from '../../../functions/store/notifications/announce.ts';
import { injectFaults, Killed, killAt } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { moving } from '../delegations.ts';
import {
  changeMeeting,
  drain,
  ELSEWHERE,
  entriesIn,
  FAR,
  kindsTo,
  mailsOf,
  mailsTo,
  sendInVain,
  textOf,
  withdraw,
} from '../mail-steps.ts';
import { type Base, come, kept, patch, type Somebody } from '../own.ts';
import { jsonOf, notices, service } from '../service.ts';

const ONE = 'one@example.org';
const apply = (base: Base, changes: Parameters<typeof changeMeeting>[1]) =>
  applyMeeting(base.store, { ...base.meeting, ...changes }, new Date());
const runJobs = ({ store }: Base) => meetingJobs(store, new Date());

/** The recipients of the notices that a change of the meeting has caused. */
const audience = async ({ store }: Base) =>
  (await notices(store))
    .filter(({ event }) => event.kind === 'meeting-changed')
    .map(({ recipient }) => recipient)
    .sort();
const asRecipients = (people: readonly { readonly reference: string }[]) =>
  people.map(({ reference }) => `participant_${reference}`).sort();
const isAnnouncing = async ({ store, meeting }: Base) =>
  (await getMeeting(store, meeting.id))?.announcing !== undefined;
const fileOf = async ({ app }: Base, own: string) =>
  entriesIn(await (await app.request(`${own}/calendar.ics`)).text())[0];

/** Lets the seconds pass for which a function answers from memory. */
function forget() {
  const later = Date.now() + 6_000;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(later);
}
afterEach(() => vi.useRealTimers());

describe('a change of the meeting', () => {
  it('is told once to everybody who takes part or may yet, with what was and what is', async () => {
    const base = await service({ waitingList: true, ceiling: 2 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    const third = await come(base, 'third');
    // The seat goes to the third, who is offered it.
    await withdraw(base, second);
    await drain(base);
    expect((await apply(base, { venue: ELSEWHERE })).outcome).toBe('changed');
    expect(await countAudience(base.store, base.meeting.id)).toBe(2);
    expect(await audience(base)).toEqual([]);

    expect(await runJobs(base)).toMatchObject([{ done: { announced: 2 } }]);
    await Promise.all([runJobs(base), runJobs(base)]);
    expect(await audience(base)).toEqual(asRecipients([first, third]));
    const written = (await notices(base.store)).filter(
      ({ event }) => event.kind === 'meeting-changed',
    );
    for (const { lane } of written) expect(lane).toBe('bulk');
    await drain(base);
    const [told, waiting, ...more] = (await mailsOf(base, 'meeting-changed')).sort((a, b) =>
      a.to < b.to ? -1 : 1,
    );
    expect([told?.to, waiting?.to, more]).toEqual(['first@example.org', 'third@example.org', []]);
    expect(textOf(told)).toContain('City Hall, Chiang Mai, Thailand');
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(textOf(told).match(/Until now/g)).toHaveLength(1);

    const [confirmation] = await mailsTo(base, 'first@example.org');
    const [was] = entriesIn(confirmation?.calendar ?? '');
    const [is] = entriesIn(told?.calendar ?? '');
    expect(is).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', uid: was?.uid });
    expect(is?.sequence).toBeGreaterThan(was?.sequence ?? Number.NaN);
    // Somebody who has no seat yet has nothing in a calendar.
    expect(waiting?.calendar).toBe('');
    expect(textOf(waiting)).toContain('is still kept for you until');
    expect(await fileOf(base, first.own)).toMatchObject({ uid: was?.uid, sequence: is?.sequence });
    expect(await isAnnouncing(base)).toBe(false);
    await expectAgreement(base);
  });

  it('and the next one before it is announced are one message', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    const { startsOn, venue } = base.meeting;
    await apply(base, { venue: ELSEWHERE });
    await apply(base, { venue, summary: { en: 'Other words' } });
    await runJobs(base);
    await drain(base);
    expect(await mailsOf(base, 'meeting-changed')).toEqual([]);

    await apply(base, { venue: ELSEWHERE });
    await apply(base, { venue: ELSEWHERE, endsOn: startsOn });
    await runJobs(base);
    await drain(base);
    const [told, ...more] = await mailsOf(base, 'meeting-changed');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(textOf(told).match(/Until now/g)).toHaveLength(2);
    await apply(base, {});
    await runJobs(base);
    await drain(base);
    const back = (await mailsOf(base, 'meeting-changed'))[1];
    expect(textOf(back)).toContain('Until now: City Hall, Chiang Mai, Thailand');
    expect(textOf(back).match(/Until now/g)).toHaveLength(2);
    const [first] = entriesIn(told?.calendar ?? '');
    const [second] = entriesIn(back?.calendar ?? '');
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Number.NaN);
  });

  it.each(['queued', 'retrying'] as const)(
    'and the next one while its message is %s are one message',
    async (status) => {
      const base = await service();
      await come(base, 'one');
      await drain(base);
      await changeMeeting(base, { venue: ELSEWHERE });
      if (status === 'retrying') await sendInVain(base, 'retrying');
      await changeMeeting(base, { venue: FAR });
      await drain(base, 3_600_000);
      const [told, ...more] = await mailsOf(base, 'meeting-changed');
      expect(more).toEqual([]);
      expect(textOf(told)).toContain('Fort, Phuket, Thailand');
      expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
      expect(textOf(told)).not.toContain('City Hall');
    },
  );

  it('that is taken back before the mail goes out is told to nobody', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await changeMeeting(base, {});
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
    const ofChange = (await notices(base.store)).filter(
      ({ event }) => event.kind === 'meeting-changed',
    );
    expect(ofChange.map(({ status }) => status)).toEqual(['nothing-to-tell', 'nothing-to-tell']);
  });

  it.each(['retrying', 'sending'] as const)(
    'that is taken back while its message is %s: a reader who may know of it is told',
    async (status) => {
      const base = await service();
      await come(base, 'one');
      await drain(base);
      await changeMeeting(base, { venue: ELSEWHERE });
      await sendInVain(base, status);
      await changeMeeting(base, {});
      await drain(base, 11 * 60_000);
      const told = await mailsOf(base, 'meeting-changed');
      // Nobody knows whether the first message arrived, so its reader is told that the place is the former one.
      expect(told).toHaveLength(status === 'sending' ? 1 : 0);
      for (const mail of told)
        expect(textOf(mail)).toContain('Until now: City Hall, Chiang Mai, Thailand');
    },
  );

  it.each<[string, (base: Base, one: Somebody) => unknown]>([
    ['other details', (base, one) => patch(base, one, { familyName: 'Sok' })],
    ['the change itself', async () => undefined],
  ])('that is taken back after a message with %s has told it is told back', async (_, edits) => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await edits(base, one);
    await drain(base);
    await changeMeeting(base, {});
    await drain(base);
    const last = (await mailsTo(base, ONE)).at(-1);
    expect(last?.kind).toBe('meeting-changed');
    expect(textOf(last)).toContain('Until now: City Hall, Chiang Mai, Thailand');
  });

  it('is not told to somebody who registers after it, nor if people need not know of it', async () => {
    const base = await service();
    await come(base, 'first');
    await drain(base);
    await apply(base, { ceiling: 400 });
    await runJobs(base);
    expect(await audience(base)).toEqual([]);
    const { stored } = await apply(base, { venue: ELSEWHERE });
    expect(stored.meeting.calendarRevision).toBe(2);
    await come(base, 'second');
    await runJobs(base);
    await drain(base);
    expect(await kindsTo(base, 'first@example.org')).toEqual(['confirmation', 'meeting-changed']);
    expect(await kindsTo(base, 'second@example.org')).toEqual(['confirmation']);
  });

  it('is said by the confirmation if that was not sent yet', async () => {
    const base = await service();
    await come(base, 'one');
    await sendInVain(base, 'retrying');
    await changeMeeting(base, { venue: ELSEWHERE });
    await drain(base, 3_600_000);
    const [confirmation, ...more] = await mailsTo(base, ONE);
    expect(more).toEqual([]);
    expect(confirmation?.kind).toBe('confirmation');
    expect(textOf(confirmation)).toContain('City Hall');
    expect(textOf(confirmation)).not.toContain('Conference Centre');
    expect(confirmation?.calendar).toContain('City Hall');
  });

  it('of the title alone is told to nobody, and calendars take it over', async () => {
    const base = await service();
    const { own } = await come(base, 'one');
    await drain(base);
    const before = await fileOf(base, own);
    await apply(base, { title: { en: 'Another title' } });
    await runJobs(base);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation']);
    const after = await fileOf(base, own);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
    expect(after?.uid).toBe(before?.uid);
  });

  it('is told together with a change of the title', async () => {
    const base = await service();
    await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await changeMeeting(base, { venue: ELSEWHERE, title: { en: 'Another title' } });
    await drain(base);
    expect(await mailsOf(base, 'meeting-changed')).toHaveLength(1);
  });

  it('of the online link is told to people who are confirmed, and shown to nobody else', async () => {
    const base = await service({
      waitingList: true,
      ceiling: 1,
      link: 'https://meet.example.org/a',
    });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    await drain(base);
    const page = async (path: string) => (await base.app.request(path)).text();
    const json = async (path: string) =>
      (await base.app.request(path, { headers: { Accept: 'application/json' } })).text();
    const meetingPath = `/meetings/${base.meeting.id}`;
    for (const path of ['/', meetingPath, `${meetingPath}/register`, second.own]) {
      expect(await page(path)).not.toContain('meet.example.org');
      expect(await json(path)).not.toContain('meet.example.org');
    }
    expect(await page(`${second.own}/calendar.ics`)).not.toContain('meet.example.org');
    for (const path of [first.own, `${first.own}/calendar.ics`])
      expect(await page(path)).toContain('https://meet.example.org/a');
    expect(await json(first.own)).toContain('https://meet.example.org/a');

    await apply(base, { link: 'https://meet.example.org/b' });
    await runJobs(base);
    await drain(base);
    const [told, ...more] = await mailsOf(base, 'meeting-changed');
    expect([told?.to, more]).toEqual(['first@example.org', []]);
    expect(textOf(told)).toMatch(
      /https:\/\/meet\.example\.org\/b Until now: https:\/\/meet\.example\.org\/a/,
    );
    const toSecond = await mailsTo(base, 'second@example.org');
    expect(toSecond).toHaveLength(1);
    expect(JSON.stringify(toSecond)).not.toContain('meet.example.org');
  });

  it('of a sitting is shown in its message, on the page and in the calendar', async () => {
    const base = await service();
    const day = base.meeting.startsOn;
    const morning = { day, start: '09:30', end: '12:30' };
    const afternoon = { day, start: '14:00', end: '17:00' };
    await come(base, 'one');
    await drain(base);
    for (const sittings of [[morning, afternoon], [{ ...morning, start: '10:00' }]]) {
      await apply(base, { sittings });
      await runJobs(base);
      await drain(base);
    }
    const told = await mailsOf(base, 'meeting-changed');
    const statuses = told.map(({ calendar }) => entriesIn(calendar).map(({ status }) => status));
    expect(statuses).toEqual([
      ['CONFIRMED', 'CONFIRMED'],
      ['CONFIRMED', 'CANCELLED'],
    ]);
    expect(textOf(told[1])).toContain('10:00–12:30 (GMT+7)');
    forget();
    const page = await (await base.app.request(`/meetings/${base.meeting.id}`)).text();
    expect(page).toContain('10:00–12:30 (GMT+7)');
  });

  it('of the first day changes the reason of a category, as the page says it', async () => {
    const base = await service({ categories: { 'observer-state': { admission: 'open' } } });
    const one = await come(base, 'one', { state: 'US' });
    const reason = async () =>
      (await jsonOf(base.app.request(one.own, { headers: { Accept: 'application/json' } })))
        .categoryReason as string;
    const before = await reason();
    const nextDay = (date: string) =>
      new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    const { startsOn, endsOn } = base.meeting;
    await apply(base, { startsOn: nextDay(startsOn), endsOn: nextDay(endsOn) });
    const day = (date: string) => String(Number(date.slice(8)));
    expect(before).toContain(day(startsOn));
    expect(await reason()).not.toBe(before);
    expect(await reason()).toContain(day(nextDay(startsOn)));
  });
});

describe('a change of the meeting and a change of the registration', () => {
  it('are one message', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await patch(base, one, { state: 'VN', givenName: 'Xenophon', familyName: 'Other' });
    await drain(base);
    const [told, ...more] = (await mailsTo(base, ONE)).slice(1);
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(textOf(told)).toContain('your name');
    expect(textOf(told)).toContain('Xenophon');
    expect(textOf(told)).not.toContain('Cambodia');
  });

  it.each([
    ['was sent', true],
    ['failed', false],
  ])('of the address: the news %s at the former address', async (_, isSent) => {
    const base = await service();
    const one = await come(base, 'old');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    if (isSent) await drain(base);
    else await sendInVain(base, 'failed');
    await patch(base, one, { email: 'new@example.org' });
    await drain(base);
    const [told, ...more] = await mailsTo(base, 'new@example.org');
    expect(more).toEqual([]);
    expect(told?.kind).toBe('confirmation');
    expect(textOf(told)).toContain('City Hall');
    expect(textOf(told).includes('Until now')).toBe(!isSent);
  });

  it.each([
    ['to another address and back', [{ email: 'new@example.org' }, { email: ONE }]],
    ['to another State and back', [{ state: 'US' }, { state: 'KH' }]],
    ['to other capitals in the address', [{ email: 'One@example.org' }]],
  ])('%s tell the change of the meeting once', async (_, edits) => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    for (const edit of edits) {
      const { secret } = await kept(base, one);
      const own = `/registrations/${one.reference}/${secret}`;
      expect((await patch(base, { own }, edit)).status).toBe(200);
    }
    await drain(base);
    const news = (await mailsTo(base)).filter((mail) => textOf(mail).includes('Until now'));
    expect(news.map(({ to }) => to.toLowerCase())).toEqual([ONE]);
    expect((await mailsTo(base)).map(({ to }) => to)).not.toContain('new@example.org');
  });

  it('of the address before it is announced are one message', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await apply(base, { venue: FAR });
    await patch(base, one, { email: 'b@example.org' });
    await drain(base);
    await runJobs(base);
    await drain(base);
    const [told, ...more] = await mailsTo(base, 'b@example.org');
    expect(more).toEqual([]);
    expect(textOf(told)).toContain('Fort');
  });

  it('are told to somebody who is offered a seat as to somebody with an offer', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const first = await come(base, 'first');
    await come(base, 'second');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await withdraw(base, first);
    await drain(base);
    const [offer, ...more] = (await mailsTo(base, 'second@example.org')).slice(1);
    expect(more).toEqual([]);
    expect(offer?.kind).toBe('offer');
    expect(textOf(offer)).toContain('Until now: Conference Centre, Bangkok, Thailand');
  });

  it('are not told to somebody who has withdrawn', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await drain(base);
    await changeMeeting(base, { venue: ELSEWHERE });
    await withdraw(base, one);
    await drain(base);
    expect(await kindsTo(base, ONE)).toEqual(['confirmation', 'withdrawal']);
    expect(textOf((await mailsTo(base, ONE))[1])).not.toContain('Until now');
  });
});

describe('announcing a change of the meeting', () => {
  it.each(['before', 'after'] as const)(
    'is continued if it is killed at any request, %s that is done, and writes each notice once',
    async (moment) => {
      for (let n = 0, finished = false; !finished; n++) {
        const base = await service();
        const people = [];
        for (const name of ['first', 'second', 'third']) people.push(await come(base, name));
        await apply(base, { venue: ELSEWHERE });
        const kill = killAt(base.store.client, n, moment);
        await announce(base.store, base.meeting.id, moving()).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        finished = kill.counts.requests <= n;
        kill.revive();
        await runJobs(base);
        await runJobs(base);
        expect(await audience(base)).toEqual(asRecipients(people));
        expect(await isAnnouncing(base)).toBe(false);
        expect(n).toBeLessThan(40);
      }
    },
    240_000,
  );

  it('tells each once despite conflicts and lost answers, while people edit', async () => {
    const base = await service();
    const people = [];
    for (let n = 0; n < 12; n++) people.push(await come(base, `person${n}`));
    await drain(base);
    await apply(base, { venue: ELSEWHERE });
    const counts = injectFaults(base.store.client, { cancelled: 0.25, lost: 0.25 });
    await Promise.all([
      announce(base.store, base.meeting.id, moving()),
      announce(base.store, base.meeting.id, moving()),
      ...people.map((one) => patch(base, one, { position: 'Director-General' })),
    ]);
    base.store.client.middlewareStack.remove('faults');
    expect(counts.cancelled + counts.lost).toBeGreaterThan(0);
    await runJobs(base);
    await drain(base);
    const told = (await mailsOf(base, 'meeting-changed')).map(({ to }) => to).sort();
    expect(told).toEqual(people.map((_, n) => `person${n}@example.org`).sort());
    for (const one of people) expect((await kept(base, one)).position).toBe('Director-General');
    await expectAgreement(base);
  }, 60_000);

  it('by two schedulers at once tells each once', async () => {
    const base = await service();
    for (let n = 0; n < 6; n++) await come(base, `person${n}`);
    await drain(base);
    await apply(base, { venue: ELSEWHERE });
    await Promise.all([1, 2].map(() => announce(base.store, base.meeting.id, moving())));
    await drain(base);
    expect((await mailsOf(base, 'meeting-changed')).map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 6 }, (_, n) => `person${n}@example.org`),
    );
  });

  it('leaves what it has no time for to the next run', async () => {
    const base = await service();
    for (const name of ['first', 'second']) await come(base, name);
    await apply(base, { venue: ELSEWHERE });
    const over = { ...moving(), deadline: Date.now() };
    expect(await announce(base.store, base.meeting.id, over)).toBe(0);
    expect(await isAnnouncing(base)).toBe(true);
    expect(await announce(base.store, base.meeting.id, moving())).toBe(2);
    expect(await isAnnouncing(base)).toBe(false);
  });
});
