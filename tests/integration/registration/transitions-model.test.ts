import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import type { Registration, Status } from '../../../functions/domain/registration/registration.ts';
import { applyMeeting, MeetingRefused } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { getRegistration } from '../../../functions/store/registration/registration.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { patch } from '../own.ts';
import { jsonOf, pathOf, service } from '../service.ts';

/** Who may come: two delegations of one category, and one of another. */
const STATES = ['KH', 'VN', 'NP'] as const;
type State = (typeof STATES)[number];

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('register'), state: fc.constantFrom(...STATES) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('approve', 'decline', 'accept', 'withdraw'),
      who: fc.nat(11),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('go-over'),
      who: fc.nat(11),
      state: fc.constantFrom(...STATES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename'), who: fc.nat(11) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('ceiling'), ceiling: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days-pass') }) },
);
type Step = { do: string; state?: State; who?: number; ceiling?: number };

/** The rules as one would tell them on a napkin, with lists and no table, counters or transactions. */
class Model {
  people: { state: State; status: Status }[] = [];
  line: number[] = [];
  ceiling = 3;

  private seated = (who: (state: State) => boolean) =>
    this.people.filter(({ state, status }) => who(state) && /offered|confirmed/.test(status))
      .length;
  private leaveLine(who: number) {
    this.line = this.line.filter((one) => one !== who);
  }
  /** Nepal is an observer State, which may send one person. A Party may send two. */
  private room = (state: State) =>
    this.seated(() => true) < this.ceiling &&
    (state === 'NP'
      ? this.seated((one) => one === 'NP') < 1
      : this.seated((one) => one === state) < 2);
  private set(who: number, status: Status) {
    (this.people[who] as { status: Status }).status = status;
  }
  private enter(who: number) {
    if (this.room(this.people[who]?.state as State)) return this.set(who, 'confirmed');
    this.set(who, 'waitlisted');
    this.line.push(who);
  }
  private end(who: number, status: Status) {
    this.set(who, status);
    this.leaveLine(who);
    this.offer();
  }
  /** Observers are validated, Parties are not: who waited for a yes comes in, who has a seat needs one there. */
  private goOver(who: number, state: State) {
    const one = this.people[who] as { state: State; status: Status };
    const { state: from, status } = one;
    if (from === state) return;
    one.state = state;
    if (state === 'NP') return this.end(who, 'pending');
    if (status === 'pending') return this.enter(who);
    if (status === 'waitlisted') {
      this.leaveLine(who);
      this.line.push(who);
      return this.offer();
    }
    // The seat at the meeting is kept; one of the delegation's two is needed.
    if (this.seated((other) => other === state) > 2) one.state = from;
    else this.offer();
  }
  private offer() {
    for (;;) {
      const next = this.line.find((who) => this.room(this.people[who]?.state as State));
      if (next === undefined) return;
      this.leaveLine(next);
      this.set(next, 'offered');
    }
  }

  apply(step: Step) {
    const who = step.who ?? 0;
    const status = this.people[who]?.status;
    if (step.do === 'register') {
      this.people.push({ state: step.state as State, status: 'pending' });
      // Observers are validated, Parties are not.
      if (step.state !== 'NP') this.enter(this.people.length - 1);
    } else if (step.do === 'approve' && status === 'pending') this.enter(who);
    else if (step.do === 'decline' && /pending|waitlisted/.test(status ?? ''))
      this.end(who, 'declined');
    else if (step.do === 'accept' && status === 'offered') this.set(who, 'confirmed');
    else if (step.do === 'withdraw' && /pending|waitlisted|offered|confirmed/.test(status ?? ''))
      this.end(who, 'withdrawn');
    else if (step.do === 'go-over' && /pending|waitlisted|offered|confirmed/.test(status ?? ''))
      this.goOver(who, step.state as State);
    else if (
      step.do === 'rename' &&
      this.people[who]?.state === 'NP' &&
      /waitlisted|offered|confirmed/.test(status ?? '')
    )
      this.end(who, 'pending');
    else if (step.do === 'ceiling' && (step.ceiling as number) >= this.seated(() => true)) {
      this.ceiling = step.ceiling as number;
      this.offer();
    } else if (step.do === 'days-pass') {
      const offered = this.people.flatMap(({ status: one }, at) => (one === 'offered' ? [at] : []));
      for (const one of offered) this.end(one, 'withdrawn');
    }
  }
}

/** The same steps through the table. */
async function real() {
  const base = await service({
    waitingList: true,
    ceiling: 3,
    categories: {
      party: { admission: 'open', delegationCeiling: 2 },
      'observer-state': { admission: 'validated', ceiling: 1 },
    },
  });
  const references: string[] = [];
  const own: string[] = [];
  let ceiling = 3;
  let renamed = 0;
  let now = Date.now();
  const moving = () => ({
    now: new Date(now),
    deadline: Date.now() + 20_000,
  });
  const move = async (who: number, step: Step) => {
    const stored = await getMeeting(base.store, base.meeting.id);
    const seen = await getRegistration(base.store, references[who] ?? '');
    if (!stored || !seen) return;
    const by = 'organiser';
    const one =
      step.do === 'decline'
        ? ({ move: 'decline', by, reason: 'No.' } as const)
        : ({ move: step.do as 'approve', by } as const);
    await transitionRegistration(base.store, stored, seen, one, moving());
  };
  const apply = async (step: Step) => {
    // Each step a little later than the one before, as the line goes by time.
    now += 1;
    vi.setSystemTime(now);
    if (step.do === 'register') {
      const request = registrationOf({
        state: step.state,
        email: `p${references.length}@example.org`,
      });
      const { reference, manageUrl } = await jsonOf(base.post(request));
      references.push(reference as string);
      own.push(pathOf(manageUrl as string));
    } else if (step.do === 'go-over' || step.do === 'rename') {
      const path = own[step.who ?? 0];
      // Each time somebody else: no two of the names are alike.
      const name = `${String.fromCharCode(65 + (renamed % 26)).repeat(4)}`;
      if (step.do === 'rename') renamed += 1;
      const change = step.do === 'rename' ? { givenName: name } : { state: step.state };
      if (path !== undefined) await patch(base, { own: path }, change);
    } else if (step.do === 'ceiling') {
      try {
        const meeting: Meeting = { ...base.meeting, ceiling: step.ceiling as number };
        await applyMeeting(base.store, meeting, new Date(now));
        ceiling = step.ceiling as number;
        await advanceWaitingList(base.store, base.meeting.id, moving());
      } catch (error) {
        if (!(error instanceof MeetingRefused)) throw error;
      }
    } else if (step.do === 'days-pass') {
      now += 3 * 86_400_000;
      vi.setSystemTime(now);
      await advanceWaitingList(base.store, base.meeting.id, moving());
    } else await move(step.who ?? 0, step);
  };
  const statuses = async () => {
    const people: (Registration | undefined)[] = [];
    for (const reference of references) people.push(await getRegistration(base.store, reference));
    return people.map((one) => `${one?.state} ${one?.status}`);
  };
  return { base: () => ({ ...base, meeting: { ...base.meeting, ceiling } }), apply, statuses };
}

// Days pass in an instant: the clock that everybody reads is set, and nothing else is.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

describe('any sequence of what people do', () => {
  it('leads where a simple model leads, with every counter equal to a recount', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 30 }), async (steps) => {
        const [model, table] = [new Model(), await real()];
        for (const step of steps as Step[]) {
          model.apply(step);
          await table.apply(step);
          const expected = model.people.map(({ state, status }) => `${state} ${status}`);
          expect(await table.statuses()).toEqual(expected);
        }
        await expectAgreement(table.base());
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
