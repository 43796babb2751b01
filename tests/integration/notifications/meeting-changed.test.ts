import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { meetingJobs } from '../../../functions/scheduler/meeting-jobs.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce, countToTell } from '../../../functions/store/notifications/announce.ts';
import type { OutboxMessage } from '../../../functions/store/outbox/message.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { dropConditions, injectFaults, Killed, killAt } from '../../support/faults.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { act, come as comeValidated, nomineeOf, validated } from '../delegations.ts';
import { type Base, come, kept, patch, send } from '../own.ts';
import { jsonOf, messages, PUBLIC_URL, sendWaiting, service, truth } from '../service.ts';

const moving = (now = new Date()) => ({
  publicUrl: PUBLIC_URL,
  now,
  deadline: Date.now() + 20_000,
});

const apply = ({ store, meeting }: Base, changes: Partial<Meeting>) =>
  applyMeeting(store, { ...meeting, ...changes }, new Date());
const tend = ({ store }: Base) => meetingJobs(store, PUBLIC_URL, new Date());
const cancel = ({ store, meeting }: Base, reason = 'A cyclone has hit the city.') =>
  cancelMeeting(store, meeting.id, reason, new Date());

const ELSEWHERE = { name: { en: 'City Hall' }, city: { en: 'Chiang Mai' }, country: 'TH' };

/** Lets the seconds pass for which a function answers from memory. */
function forget() {
  const later = Date.now() + 6_000;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(later);
}
afterEach(() => vi.useRealTimers());

/** The messages of a kind, by whom they are to. */
async function sent({ store }: Base, kind: OutboxMessage['content']['kind']) {
  const found = (await messages(store)).filter(({ content }) => content.kind === kind);
  return found.sort((a, b) => (a.to.email < b.to.email ? -1 : 1));
}
const addresses = async (base: Base, kind: OutboxMessage['content']['kind']) =>
  (await sent(base, kind)).map(({ to }) => to.email);

/** The first event of a calendar, as calendars read it. */
function event(text = '') {
  const root = new ICAL.Component(ICAL.parse(text));
  const first = root.getFirstSubcomponent('vevent');
  const value = (name: string) => first?.getFirstPropertyValue(name);
  return {
    method: root.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    start: String(value('dtstart')),
  };
}
const entryOf = async (message: OutboxMessage | undefined) =>
  event(message && (await compose(message)).calendar);

describe('a meeting that changes', () => {
  it('is told to everybody who takes part or may yet, once, with what was and what is', async () => {
    const base = await service({ waitingList: true, ceiling: 2 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    await come(base, 'third');
    await base.app.request(`${second.own}/withdraw`, { method: 'POST' });
    // The seat went to the third, who is offered it.
    await sendWaiting(base.store);
    const { outcome, stored } = await apply(base, { venue: ELSEWHERE });
    expect(outcome).toBe('changed');
    expect(await countToTell(base.store, stored, new Date())).toBe(2);
    expect(await sent(base, 'meeting-changed')).toEqual([]);

    expect(await tend(base)).toMatchObject([{ done: { told: 2 } }]);
    await Promise.all([tend(base), tend(base)]);
    const [told, waiting] = await sent(base, 'meeting-changed');
    expect(await addresses(base, 'meeting-changed')).toEqual([
      'first@example.org',
      'third@example.org',
    ]);
    expect(told).toMatchObject({ id: `${first.reference}-meeting-changed-e2`, bulk: true });
    if (!told || !waiting) return;
    const { text } = await compose(told);
    expect(text).toContain('City Hall, Chiang Mai, Thailand');
    expect(text).toContain('Until now: Conference Centre, Bangkok, Thailand');
    expect(text).not.toContain('Dates Until now');

    const [confirmation] = await sent(base, 'confirmation');
    const was = await entryOf(confirmation);
    const is = await entryOf(told);
    expect(is).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    // Whoever has no seat yet has nothing in a calendar.
    expect((await compose(waiting)).calendar).toBeUndefined();
    expect((await compose(waiting)).text).toContain('is still kept for you until');

    const file = await (await base.app.request(`${first.own}/calendar.ics`)).text();
    expect(event(file)).toMatchObject({ uid: was.uid, sequence: is.sequence });
    expect((await kept(base, first)).messageIds).toContain(told.id);
    expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
    await expectAgreement(base);
  });

  it('is told as one when it changes several times, and not at all when it changes back', async () => {
    const base = await service();
    await come(base, 'first');
    const { startsOn, endsOn, venue } = base.meeting;
    await apply(base, { venue: ELSEWHERE });
    await apply(base, { venue, summary: { en: 'Other words' } });
    await tend(base);
    expect(await sent(base, 'meeting-changed')).toEqual([]);

    await apply(base, { venue: ELSEWHERE });
    await apply(base, { venue: ELSEWHERE, endsOn: startsOn });
    await tend(base);
    const [told, ...more] = await sent(base, 'meeting-changed');
    expect(more).toEqual([]);
    expect(told?.content).toMatchObject({ before: { startsOn, endsOn, venue } });
    await sendWaiting(base.store);
    await apply(base, {});
    await tend(base);
    const back = (await sent(base, 'meeting-changed')).find(({ id }) => id !== told?.id);
    expect(back?.content).toMatchObject({ before: { endsOn: startsOn, venue: ELSEWHERE } });
    const sequences = await Promise.all([entryOf(told), entryOf(back)]);
    expect(sequences[1].sequence).toBeGreaterThan(sequences[0].sequence);
  });

  it('is not told to whoever registers after it has changed, nor for what nobody needs to know', async () => {
    const base = await service();
    await come(base, 'first');
    await apply(base, { ceiling: 400 });
    await tend(base);
    expect(await sent(base, 'meeting-changed')).toEqual([]);
    const { stored } = await apply(base, { venue: ELSEWHERE });
    expect(stored.meeting.edition).toBe(2);
    await come(base, 'second');
    await tend(base);
    expect(await addresses(base, 'meeting-changed')).toEqual(['first@example.org']);
  });

  it('is told with a message that takes another title over into calendars, though nobody is written to', async () => {
    const base = await service();
    const { own } = await come(base, 'first');
    const before = event(await (await base.app.request(`${own}/calendar.ics`)).text());
    await apply(base, { title: { en: 'Another title' } });
    await tend(base);
    expect(await sent(base, 'meeting-changed')).toEqual([]);
    const after = event(await (await base.app.request(`${own}/calendar.ics`)).text());
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.uid).toBe(before.uid);
  });

  it('keeps the link from everybody who is not confirmed, and from the public page', async () => {
    const base = await service({
      waitingList: true,
      ceiling: 1,
      link: 'https://meet.example.org/a',
    });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
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
    await tend(base);
    expect(await addresses(base, 'meeting-changed')).toEqual(['first@example.org']);
    const [told] = await sent(base, 'meeting-changed');
    if (!told) return;
    const { text } = await compose(told);
    expect(text).toMatch(
      /https:\/\/meet\.example\.org\/b\s+Until now:\s+https:\/\/meet\.example\.org\/a/,
    );
    for (const { to, ...rest } of await messages(base.store))
      if (to.email !== 'first@example.org')
        expect(JSON.stringify(rest)).not.toContain('meet.example.org');
  });

  it('has sittings, of which one that is dropped is struck out of calendars', async () => {
    const base = await service();
    const day = base.meeting.startsOn;
    const morning = { day, start: '09:30', end: '12:30' };
    const afternoon = { day, start: '14:00', end: '17:00' };
    await come(base, 'first');
    await apply(base, { sittings: [morning, afternoon] });
    await tend(base);
    await sendWaiting(base.store);
    await apply(base, { sittings: [{ ...morning, start: '10:00' }] });
    await tend(base);
    const [first, second] = (await sent(base, 'meeting-changed')).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    if (!first || !second) throw new Error('Not told');
    const statuses = async (message: OutboxMessage) =>
      new ICAL.Component(ICAL.parse((await compose(message)).calendar ?? ''))
        .getAllSubcomponents('vevent')
        .map((one) => one.getFirstPropertyValue('status'));
    expect(await statuses(first)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await statuses(second)).toEqual(['CONFIRMED', 'CANCELLED']);
    expect((await compose(second)).text).toContain('10:00–12:30 (GMT+7)');
    forget();
    const page = await (await base.app.request(`/meetings/${base.meeting.id}`)).text();
    expect(page).toContain('10:00–12:30 (GMT+7)');
  });
});

describe('telling people, killed or disturbed', () => {
  it.each(['before', 'after'] as const)(
    'at any request, %s it is done, is gone on with, and nobody is told twice',
    async (moment) => {
      for (let n = 0, finished = false; !finished; n++) {
        const base = await service();
        for (const name of ['first', 'second', 'third']) await come(base, name);
        await apply(base, { venue: ELSEWHERE });
        const kill = killAt(base.store.client, n, moment);
        await announce(base.store, base.meeting.id, moving()).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        finished = kill.counts.requests <= n;
        kill.revive();
        await tend(base);
        await tend(base);
        expect(await addresses(base, 'meeting-changed')).toEqual([
          'first@example.org',
          'second@example.org',
          'third@example.org',
        ]);
        expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
        expect(n).toBeLessThan(40);
      }
    },
    120_000,
  );

  it('by conflicts and answers that are lost, while people move, tells each once', async () => {
    const base = await service();
    const people = [];
    for (let n = 0; n < 12; n++) people.push(await come(base, `person${n}`));
    await apply(base, { venue: ELSEWHERE });
    const counts = injectFaults(base.store.client, { cancelled: 0.2, lost: 0.2 });
    await Promise.all([
      announce(base.store, base.meeting.id, moving()),
      announce(base.store, base.meeting.id, moving()),
      ...people.slice(0, 4).map((one) => patch(base, one, { position: 'Director-General' })),
    ]);
    base.store.client.middlewareStack.remove('faults');
    expect(counts.cancelled + counts.lost).toBeGreaterThan(0);
    await tend(base);
    const told = await addresses(base, 'meeting-changed');
    expect(told).toEqual([...new Set(told)]);
    expect(told).toHaveLength(12);
    for (const one of people) {
      const { position, messageIds, told: edition } = await kept(base, one);
      expect(edition).toBe(2);
      expect(messageIds?.filter((id) => id.includes('meeting-changed'))).toHaveLength(1);
      if (people.indexOf(one) < 4) expect(position).toBe('Director-General');
    }
    await expectAgreement(base);
  });
});

describe('a run that ends before all are told', () => {
  it('says so by leaving the rest to the next', async () => {
    const base = await service();
    for (const name of ['first', 'second']) await come(base, name);
    await apply(base, { venue: ELSEWHERE });
    const over = { ...moving(), deadline: Date.now() };
    expect(await announce(base.store, base.meeting.id, over)).toBe(0);
    expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(2);
    expect(await announce(base.store, base.meeting.id, moving())).toBe(2);
    expect((await getMeeting(base.store, base.meeting.id))?.past).toHaveLength(1);
  });
});

describe('two schedulers at once', () => {
  /** How often somebody was told, by the audit log, when two run at once. */
  async function toldBy(drop: boolean) {
    const base = await service();
    for (let n = 0; n < 6; n++) await come(base, `person${n}`);
    await apply(base, { venue: ELSEWHERE });
    if (drop) dropConditions(base.store.client);
    await Promise.all([1, 2].map(() => announce(base.store, base.meeting.id, moving())));
    const { audit } = await truth(base.store, base.meeting.id);
    return audit.filter(({ action }) => action === 'meeting-news-sent').length;
  }

  it('tell each once; without the conditions they would not', async () => {
    expect(await toldBy(false)).toBe(6);
    expect(await toldBy(true)).toBeGreaterThan(6);
  });
});

describe('a meeting that is cancelled', () => {
  it('closes, says so, and tells everybody once, with a cancellation for the calendar', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    const was = await entryOf((await sent(base, 'confirmation'))[0]);
    expect((await cancel(base)).outcome).toBe('cancelled');
    await tend(base);
    const again = await cancel(base, 'Another reason');
    expect(again).toMatchObject({
      outcome: 'already',
      stored: { meeting: { cancelled: { reason: 'A cyclone has hit the city.' } } },
    });
    await tend(base);
    expect(await addresses(base, 'meeting-cancelled')).toEqual([
      'first@example.org',
      'second@example.org',
    ]);
    const [told, waiting] = await sent(base, 'meeting-cancelled');
    expect(told?.bulk).toBe(true);
    const is = await entryOf(told);
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    if (!told || !waiting) return;
    expect((await compose(told)).text).toContain('A cyclone has hit the city.');
    expect((await compose(waiting)).calendar).toBeUndefined();

    forget();
    const meetingPath = `/meetings/${base.meeting.id}`;
    for (const path of [meetingPath, first.own, second.own]) {
      const page = await (await base.app.request(path)).text();
      expect(page).toContain('This meeting is cancelled');
      expect(page).toContain('A cyclone has hit the city.');
      expect(page).not.toContain('calendar.ics');
      expect(page).not.toContain(`${meetingPath}/register"`);
    }
    expect(await (await base.app.request('/')).text()).not.toContain(meetingPath);
    const file = await (await base.app.request(`${first.own}/calendar.ics`)).text();
    expect(event(file)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    const seen = await base.app.request(first.own, { headers: { Accept: 'application/json' } });
    expect((await jsonOf(seen)).meetingCancelled).toMatchObject({
      reason: 'A cyclone has hit the city.',
    });
    await expectAgreement(base);
  });

  it('lets nobody in, change anything or be offered a seat; withdrawing stays possible', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const first = await come(base, 'first');
    const second = await come(base, 'second');
    await cancel(base);
    forget();
    const refused = await base.post({}, {});
    expect(refused.status).toBe(410);
    expect(await jsonOf(refused)).toMatchObject({ type: 'urn:plenary:problem:meeting-cancelled' });
    const changed = await patch(base, first, { position: 'Director-General' });
    expect([changed.status, (await jsonOf(changed)).type]).toEqual([
      410,
      'urn:plenary:problem:meeting-cancelled',
    ]);
    const read = async (path: string) => (await base.app.request(path)).text();
    expect(await read(`${first.own}/withdraw`)).toContain('Your registration will end.');
    expect(await read(`${first.own}/erase`)).toContain('You no longer take part. This cannot');
    expect((await send(base, `${first.own}/withdraw`)).status).toBe(303);
    expect(await read(first.own)).not.toContain('you may register again');
    await tend(base);
    expect((await kept(base, second)).status).toBe('waitlisted');
    expect(await addresses(base, 'offer')).toEqual([]);
    // Whoever withdrew before it was told has nothing left to be told of.
    expect(await addresses(base, 'meeting-cancelled')).toEqual(['second@example.org']);
    await expectAgreement(base);
  });

  it('refuses whoever comes by what a function remembers of it', async () => {
    const base = await service();
    await come(base, 'first');
    await cancel(base);
    // The form was asked for a moment ago, and the meeting is still in memory.
    const late = await base.post(registrationOf());
    expect(late.status).toBe(410);
    expect(await jsonOf(late)).toMatchObject({ type: 'urn:plenary:problem:meeting-cancelled' });
  });

  it('stays cancelled when its file is applied, and nobody is told of what changes then', async () => {
    const base = await service();
    await come(base, 'first');
    await cancel(base);
    await tend(base);
    const { stored } = await apply(base, { venue: ELSEWHERE });
    expect(stored.meeting.cancelled).toBeDefined();
    await tend(base);
    expect(await addresses(base, 'meeting-cancelled')).toEqual(['first@example.org']);
    expect(await addresses(base, 'meeting-changed')).toEqual([]);
  });

  it('is told alone when it had changed before and nobody was told yet', async () => {
    const base = await service();
    await come(base, 'first');
    await apply(base, { venue: ELSEWHERE });
    await cancel(base);
    await tend(base);
    expect(await addresses(base, 'meeting-cancelled')).toEqual(['first@example.org']);
    expect(await addresses(base, 'meeting-changed')).toEqual([]);
  });

  it('cannot be cancelled when it is over, or is none', async () => {
    const base = await service();
    const late = new Date(Date.now() + 90 * 86_400_000);
    expect(await cancelMeeting(base.store, base.meeting.id, 'Why', late)).toEqual({
      outcome: 'over',
    });
    expect(await cancelMeeting(base.store, 'no-such', 'Why', late)).toEqual({ outcome: 'none' });
  });
});

describe('whoever had a calendar entry and comes no more', () => {
  it('gets the cancellation of it with the message, and in the file', async () => {
    const base = await service();
    const first = await come(base, 'first');
    const was = await entryOf((await sent(base, 'confirmation'))[0]);
    await base.app.request(`${first.own}/withdraw`, { method: 'POST' });
    const [message] = await sent(base, 'withdrawal');
    const is = await entryOf(message);
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    expect(message && (await compose(message)).text).toContain(
      'A cancellation for your calendar is attached',
    );
    const file = await (await base.app.request(`${first.own}/calendar.ics`)).text();
    expect(event(file)).toMatchObject({ method: 'CANCEL', uid: was.uid, sequence: is.sequence });
  });

  it('so does whoever is replaced', async () => {
    const base = await validated();
    const one = await comeValidated(base, 'one');
    const { reference } = one;
    await act(base, `${base.page}/approve`, { reference });
    await act(base, `${base.page}/replace`, { reference, ...nomineeOf('new') });
    const was = await entryOf((await sent(base, 'confirmation'))[0]);
    const is = await entryOf((await sent(base, 'replaced'))[0]);
    expect(is).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: was.uid });
    expect(is.sequence).toBeGreaterThan(was.sequence);
    const successor = await entryOf((await sent(base, 'nomination'))[0]);
    expect(successor).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' });
    expect(successor.uid).not.toBe(was.uid);
  });

  it('and whoever goes over to where the answer is no', async () => {
    const base = await service({
      categories: { party: { admission: 'open' }, ngo: { admission: 'validated' } },
    });
    const one = await come(base, 'one');
    const ngo = {
      representation: 'organisation',
      organisation: 'Crafts Council',
      organisationKind: 'ngo',
      delegationRole: 'observer',
    };
    expect((await patch(base, one, ngo)).status).toBe(200);
    const stored = await getMeeting(base.store, base.meeting.id);
    if (!stored) return expect.fail('No meeting');
    const no = { move: 'decline', by: 'organiser', reason: 'No seat is left.' } as const;
    await transitionRegistration(base.store, stored, await kept(base, one), no, moving());
    const kinds = ['confirmation', 'acknowledgement', 'declined'] as const;
    const entries = await Promise.all(
      kinds.map(async (kind) => entryOf((await sent(base, kind))[0])),
    );
    expect(entries.map(({ method, status }) => [method, status])).toEqual([
      ['PUBLISH', 'CONFIRMED'],
      ['CANCEL', 'CANCELLED'],
      ['CANCEL', 'CANCELLED'],
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
    expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  });

  it('while another address gets the entry, and the old one nothing', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await patch(base, one, { email: 'other@example.org' });
    const [news] = await sent(base, 'details-changed');
    expect(news?.to.email).toBe('other@example.org');
    expect(await entryOf(news)).toMatchObject({ method: 'PUBLISH', sequence: 1 });
    const [old] = await sent(base, 'address-changed');
    expect(old && (await compose(old)).calendar).toBeUndefined();
  });

  it('and whoever had none gets none', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    await come(base, 'first');
    const second = await come(base, 'second');
    await base.app.request(`${second.own}/withdraw`, { method: 'POST' });
    const [message] = await sent(base, 'withdrawal');
    const composed = message && (await compose(message));
    expect(composed?.calendar).toBeUndefined();
    expect(composed?.text).not.toContain('A cancellation for your calendar');
  });
});
