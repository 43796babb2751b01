import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { stateKind } from '../../../functions/domain/notifications/decide-for-participant.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { freeSeats } from '../../../functions/store/seats/allocate.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { readWaitingList } from '../../../functions/store/seats/waiting-list.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { drainOutbox, sentMail } from '../mailbox.ts';
import { jsonOf, service, truth } from '../service.ts';

type Base = Awaited<ReturnType<typeof service>>;

const HOURS = 3_600_000;
const moving = (now = new Date()) => ({
  now,
  deadline: Date.now() + 20_000,
});

/** One seat, taken; two people in the line. */
async function full() {
  const base = await service({ waitingList: true, ceiling: 1 });
  const references: string[] = [];
  for (const name of ['first', 'second', 'third']) {
    const body = await jsonOf(base.post(registrationOf({ email: `${name}@example.org` })));
    references.push(body.reference as string);
  }
  return { ...base, references };
}

async function withdraw(base: Base, reference: string) {
  const stored = await getMeeting(base.store, base.meeting.id);
  const seen = await getRegistration(base.store, reference);
  if (stored && seen)
    await transitionRegistration(base.store, stored, seen, { move: 'withdraw' }, moving());
}

/** Raises the ceiling, and goes on until nobody waits who need not. */
async function raise(base: Base, ceiling: number) {
  const meeting: Meeting = { ...base.meeting, ceiling };
  await applyMeeting(base.store, meeting, new Date());
  await advanceWaitingList(base.store, meeting.id, moving());
}

const WORKS: Record<string, (base: Base & { references: string[] }) => Promise<unknown>> = {
  'somebody registering': async (base) => base.post(registrationOf({ email: 'late@example.org' })),
  'somebody withdrawing while others wait': (base) => withdraw(base, base.references[0] ?? ''),
  'somebody leaving the line': (base) => withdraw(base, base.references[1] ?? ''),
  'a ceiling being raised': (base) => raise(base, 3),
  'delegations being counted': (base) =>
    applyMeeting(
      base.store,
      { ...base.meeting, categories: { party: { admission: 'open', delegationCeiling: 2 } } },
      new Date(),
    ),
  'offers ending': async (base) => {
    await withdraw(base, base.references[0] ?? '');
    await advanceWaitingList(
      base.store,
      base.meeting.id,
      moving(new Date(Date.now() + 72 * HOURS)),
    );
  },
};

/** Nobody is waiting for whom there is a seat. */
async function expectNobodyForgotten({ store, meeting }: Base) {
  const stored = await getMeeting(store, meeting.id);
  const seats = await readSeats(store, meeting.id);
  for (const place of await readWaitingList(store, meeting.id))
    expect(freeSeats(stored?.meeting ?? meeting, place, seats)).toHaveProperty('full');
}

/**
 * Every registration has a notice of where it stands now, and no other registration has one: once the notices are sent,
 * everybody has one mail, which says where they stand.
 */
async function expectMessages({ store, meeting }: Base) {
  const { registrations } = await truth(store, meeting.id);
  await drainOutbox(store);
  const mails = (await sentMail(store)).map(({ to, kind }) => `${to} ${kind}`);
  const wanted = registrations.map((one) => `${one.email} ${stateKind(one, meeting)}`);
  expect(mails.sort()).toEqual(wanted.sort());
}

describe.each(Object.entries(WORKS))('%s, killed', (_, work) => {
  it.each(['before', 'after'] as const)(
    'at any request, %s it is done, leaves all in agreement',
    async (moment) => {
      for (let n = 0, finished = false; !finished; n++) {
        const base = await full();
        const kill = killAt(base.store.client, n, moment);
        await work(base).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        finished = kill.counts.requests <= n;
        kill.revive();
        await expectAgreement(base);
        await expectMessages(base);
        // What the next run of the scheduler makes good.
        await advanceWaitingList(base.store, base.meeting.id, moving());
        await expectAgreement(base);
        await expectNobodyForgotten(base);
        expect(n).toBeLessThan(60);
      }
    },
    120_000,
  );
});
