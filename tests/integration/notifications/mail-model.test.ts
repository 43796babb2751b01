import { describe, expect, it } from 'vitest';
import { compose } from '../../../functions/mail/compose.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { announce } from '../../../functions/store/notifications/announce.ts';
import { claimMessage } from '../../../functions/store/outbox/claim.ts';
import type { OutboxMessage } from '../../../functions/store/outbox/message.ts';
import { recordResult } from '../../../functions/store/outbox/record.ts';
import { requeueMessage } from '../../../functions/store/outbox/requeue.ts';
import { come, kept, patch, type Somebody } from '../own.ts';
import { type Opened, using } from '../posted.ts';
import { messages, PUBLIC_URL } from '../service.ts';

/** How many sequences of moves are tried, from which on, and of how many moves each. */
const SEEDS = Number(process.env.MAIL_SEEDS ?? 16);
const FROM = Number(process.env.MAIL_FROM ?? 1);
const STEPS = 12;

const HALLS = ['Hall A', 'Hall B', 'Hall C'].map((en) => ({
  name: { en },
  city: { en: 'Bangkok' },
  country: 'TH',
}));
const ADMISSIONS = {
  categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
};

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const moving = () => ({ publicUrl: PUBLIC_URL, now: new Date(), deadline: Date.now() + 20_000 });
const tellAll = ({ store, meeting }: Opened) => announce(store, meeting.id, moving());

/** Takes up every message that waits, each with another outcome. */
async function attempts({ store, rig }: Opened, next: () => number) {
  const now = new Date(rig.clock.now);
  const error = { name: 'Unreachable', message: 'SES did not answer', at: now.toISOString() };
  for (const { id } of await messages(store)) {
    const fate = next();
    if (fate < 0.3) continue;
    const claimed = await claimMessage(store, id, 'test', now);
    if (claimed === undefined || fate < 0.4) continue;
    const dueAt = new Date(now.getTime() + 60_000);
    const result =
      fate < 0.6
        ? ({ status: 'retrying', dueAt, error } as const)
        : fate < 0.75
          ? ({ status: 'failed', error } as const)
          : ({ status: 'waiting', dueAt } as const);
    await recordResult(store, claimed, result);
  }
}

async function requeueFailed({ store, rig }: Opened) {
  for (const { id, status } of await messages(store))
    if (status === 'failed')
      await requeueMessage(store, id, new Date(rig.clock.now), Date.now() + 5_000);
}

/** Makes moves at random, of two people and their meeting, while mail fails; in the end mail goes again. */
async function play(base: Opened, seed: number) {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const people = [
    await come(base, 'one', { state: 'US' }),
    await come(base, 'two', { state: 'US' }),
  ];
  const log: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    base.rig.pass(1_000);
    const one = pick(people);
    const moves: Readonly<Record<string, () => unknown>> = {
      move: () => {
        const venue = pick(HALLS);
        return applyMeeting(base.store, { ...base.meeting, venue }, new Date());
      },
      tell: () => tellAll(base),
      name: () => patch(base, one, { familyName: `Name${'abcdefghijklm'[step]}` }),
      address: () => patch(base, one, { email: `${pick(['one', 'b', 'c'])}${step}@example.org` }),
      state: () => patch(base, one, { state: pick(['KH', 'US']) }),
      language: () => patch(base, one, { language: pick(['en', 'fr', 'ar']) }),
      attempts: () => attempts(base, next),
      requeue: () => requeueFailed(base),
      send: () => base.sendAll(60_000),
      withdraw: async () => (next() < 0.2 ? base.withdraw(one) : undefined),
      cancel: async () =>
        next() < 0.2
          ? cancelMeeting(base.store, base.meeting.id, 'A cyclone', new Date())
          : undefined,
    };
    const move = pick([...Object.keys(moves), 'move', 'tell', 'attempts', 'send']);
    log.push(`${move} ${people.indexOf(one)}`);
    await moves[move]?.();
  }
  for (let round = 0; round < 5; round++) {
    await requeueFailed(base);
    await tellAll(base);
    await base.sendAll(61 * 60_000);
  }
  return { people, log };
}

const versionOf = ({ content }: OutboxMessage) =>
  'registration' in content ? content.registration.version : 0;
const isNews = ({ content: { kind } }: OutboxMessage) =>
  kind === 'meeting-changed' || kind === 'meeting-cancelled';

/** What must hold of the messages to a participant in the end; empty where it does. */
async function wrong(base: Opened, one: Somebody): Promise<string[]> {
  const registration = await kept(base, one);
  const { meeting } = (await getMeeting(base.store, base.meeting.id)) ?? expect.fail();
  const all = (await messages(base.store)).filter(({ id }) => id.startsWith(one.reference));
  const got = all
    .filter(({ status, content }) => status === 'delivered' && content.kind !== 'address-changed')
    .sort((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? -1 : 1));
  const mine = got.filter(({ to }) => to.email === registration.email);
  const live = registration.status === 'confirmed' || registration.status === 'pending';
  const found: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  must(
    all.every(({ status }) => !['queued', 'retrying', 'sending', 'failed'].includes(status)),
    'a message has come to no end',
  );
  const said = got.map(({ content, meeting: { edition }, id, to }) =>
    [content.kind, isNews({ content } as OutboxMessage) ? edition : id, to.email].join(' '),
  );
  must(new Set(said).size === said.length, 'something was sent twice');
  if (meeting.cancelled) {
    const told = mine.filter(({ content }) => content.kind === 'meeting-cancelled');
    if (live) must(told.length === 1, `told ${told.length} times that it is cancelled`);
    return found;
  }
  const last = mine.at(-1);
  must(last !== undefined, 'nothing has come to the address');
  if (last === undefined || !live) return found;
  must(last.meeting.venue.name.en === meeting.venue.name.en, 'the last message says another place');
  const newest = mine.filter((message) => !isNews(message)).at(-1);
  const kinds = registration.status === 'confirmed' ? ['confirmation'] : ['acknowledgement'];
  must(
    newest === undefined || [...kinds, 'details-changed'].includes(newest.content.kind),
    `${registration.status}, and told ${newest?.content.kind}`,
  );
  const entries = await Promise.all(
    got.map(async (message) => ({ message, calendar: (await compose(message)).calendar })),
  );
  const calendars = entries.flatMap(({ message, calendar }) =>
    calendar === undefined
      ? []
      : [{ sequence: Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]), calendar, message }],
  );
  const top = Math.max(...calendars.map(({ sequence }) => sequence));
  for (const { calendar, message } of calendars.filter(({ sequence }) => sequence === top)) {
    const stands = registration.status === 'confirmed' ? 'STATUS:CONFIRMED' : 'STATUS:CANCELLED';
    must(
      calendar.includes(stands),
      `the calendar says otherwise, by version ${versionOf(message)}`,
    );
    must(calendar.includes(meeting.venue.name.en ?? ''), 'the calendar says another place');
  }
  return found;
}

describe('whatever happens to people, meeting and mail, in the end everybody knows what is', () => {
  const seeds = Array.from({ length: SEEDS }, (_, n) => FROM + n);
  it.each(seeds)('by sequence %s', (seed) =>
    using(ADMISSIONS, async (base) => {
      const { people, log } = await play(base, seed);
      const found = (await Promise.all(people.map((one) => wrong(base, one)))).flat();
      expect(found, log.join(', ')).toEqual([]);
    }),
  );
});
