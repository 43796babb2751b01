import type { FocalPoint } from '../../../../functions/domain/delegation/delegation.ts';
import { delegationPath } from '../../../../functions/domain/delegation/delegation.ts';
import type { Meeting } from '../../../../functions/domain/meeting/meeting.ts';
import { managePath } from '../../../../functions/domain/registration/private-link.ts';
import {
  isLive,
  type Registration,
} from '../../../../functions/domain/registration/registration.ts';
import { addDays } from '../../../../functions/domain/shared/day.ts';
import { inviteFocalPoint, rotateLink } from '../../../../functions/store/delegation/invite.ts';
import { applyMeeting } from '../../../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../../../functions/store/meeting/cancel-meeting.ts';
import { liftSuppression } from '../../../../functions/store/outbox/lift-suppression.ts';
import { registrationOf } from '../../../support/fixtures.ts';
import { FOCAL_POINT, moving, nomineeOf } from '../../delegations.ts';
import { FINE, OBSERVER, PARTY, type SesAnswer, type World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Numbers from 0 to 1, the same for the same seed, and what is drawn with them. */
export type Dice = {
  readonly next: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
};
export const diceOf = (next: () => number): Dice => ({
  next,
  pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
});

/** What a move gives that cannot be made now. */
const NOTHING = 'nothing';

/** Sends a request as JSON. @throws for an answer that no request may have. */
async function request(
  world: World,
  method: string,
  path: string,
  body: unknown = {},
  reference?: string,
) {
  const response = await world.app.request(path, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status >= 500) throw new Error(`${method} ${path} gives ${response.status}`);
  if (response.status < 400 && reference) world.changed.push({ who: reference, at: world.tick() });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return { status: response.status, answer };
}

/** Registers somebody new. */
export async function register(world: World, email: string, changes: Record<string, unknown> = {}) {
  const { answer, status } = await request(
    world,
    'POST',
    world.path,
    registrationOf({ email, state: OBSERVER, ...changes }),
  );
  const { reference } = answer;
  if (status === 201 && typeof reference === 'string') world.people.push(reference);
  return String(reference ?? status);
}

const own = async (world: World, reference: string) => managePath(await world.person(reference));

/** Changes somebody's details. */
export async function edit(world: World, reference: string, body: Record<string, unknown>) {
  return (await request(world, 'PATCH', await own(world, reference), body, reference)).status;
}

export async function withdraw(world: World, reference: string) {
  return (await request(world, 'POST', `${await own(world, reference)}/withdraw`)).status;
}

export async function accept(world: World, reference: string) {
  return (await request(world, 'POST', `${await own(world, reference)}/accept`)).status;
}

/** Asks for the last message again. */
export async function sendAgain(world: World, reference: string) {
  const { status } = await request(world, 'POST', `${await own(world, reference)}/resend`);
  if (status === 202) world.asked.push({ who: reference, at: world.tick() });
  return status;
}

/** Applies the definition of the meeting with other values. */
export async function changeMeeting(world: World, changes: Partial<Meeting>) {
  world.changed.push({ who: world.meeting.id, at: world.tick() });
  await applyMeeting(world.store, { ...world.meeting, ...changes }, new Date());
}

export const cancel = (world: World) =>
  cancelMeeting(world.store, world.meeting.id, 'A cyclone', new Date());

/** Names the focal point of the Party, or another one. @param again asks for the message again */
export async function invite(world: World, changes: Partial<FocalPoint> = {}, again = false) {
  const focalPoint = { ...FOCAL_POINT, ...changes } as FocalPoint & { email: string };
  const delegated = { representation: 'state', state: PARTY } as const;
  const { delegation, outcome } = await inviteFocalPoint(
    world.store,
    await world.now(),
    { delegated, focalPoint, again },
    moving(),
  );
  world.delegations.add(delegation.id);
  world.changed.push({ who: focalPoint.email, at: world.tick() });
  if (outcome === 'sent-again') world.asked.push({ who: focalPoint.email, at: world.tick() });
  return outcome;
}

export async function rotate(world: World) {
  return rotateLink(world.store, await world.now(), PARTY, moving());
}

/** What the focal point does on the page. */
export async function onPage(world: World, action: string, body: Record<string, unknown>) {
  const delegation = await world.delegation();
  if (delegation === undefined) return NOTHING;
  const { status, answer } = await request(
    world,
    'POST',
    `${delegationPath(delegation)}/${action}`,
    body,
  );
  if (status === 201 && typeof answer.reference === 'string') world.people.push(answer.reference);
  if (status < 400 && typeof body.reference === 'string')
    world.changed.push({ who: body.reference, at: world.tick() });
  return status;
}

export async function lift(world: World, address: string) {
  await liftSuppression(world.store, address, 'Back', {
    now: new Date(),
    deadline: Date.now() + 5_000,
  });
  world.lifted.set(address, new Date().toISOString());
  for (const one of world.suppressed) if (one.address === address) one.until ??= world.tick();
}

/** Lets SES answer at random, and the notifier run. */
async function sendInTrouble(world: World, { pick }: Dice) {
  const bounces = (to: string) =>
    world.mails.filter((mail) => mail.to === to && mail.fate === 'soft-bounce').length;
  world.ses.answer = (to) => {
    const answer = pick(TROUBLES);
    // Five soft bounces on different days would suppress the address.
    return 'fate' in answer && answer.fate === 'soft-bounce' && bounces(to) > 2 ? FINE : answer;
  };
  await world.mail.sendDue();
  world.ses.answer = () => FINE;
}

const TROUBLES: readonly SesAnswer[] = [
  FINE,
  FINE,
  FINE,
  { fate: 'delivered', report: 'later' },
  { fate: 'soft-bounce', report: 'at-once' },
  { fate: 'soft-bounce', report: 'at-once' },
  { fate: 'soft-bounce', report: 'later' },
  { fate: 'hard-bounce', report: 'at-once' },
  { fate: 'hard-bounce', report: 'later' },
  { fate: 'complaint', report: 'later' },
  { fate: 'delivered', unclear: true, report: 'at-once' },
  { fate: 'delivered', unclear: true, report: 'later' },
  { fate: 'delivered', unclear: true, report: 'never' },
  { fate: 'soft-bounce', unclear: true, report: 'at-once' },
  { refuses: 'no-answer' },
  { refuses: 'no-answer' },
  { refuses: 'throttled' },
  { refuses: 'not-now' },
  { refuses: 'not-now' },
  { refuses: 'for-good' },
  { refuses: 'for-good' },
];

/** Other arrangements of the meeting. */
type Change = (now: Meeting, dice: Dice) => Partial<Meeting>;
const HALLS = ['Hall A', 'Hall B', 'Hall C'].map((en) => ({
  name: { en },
  city: { en: 'Bangkok' },
  country: 'TH',
}));
const STARTS = ['09:00', '11:00', '14:00', '16:00'];
const CHANGES: Readonly<Record<string, Change>> = {
  venue: (_, { pick }) => ({ venue: pick(HALLS) }),
  dates: ({ startsOn, endsOn, sittings }, { pick }) => {
    const days = pick([1, 2]);
    return {
      startsOn: addDays(startsOn, days),
      endsOn: addDays(endsOn, days),
      ...(sittings && {
        sittings: sittings.map((one) => ({ ...one, day: addDays(one.day, days) })),
      }),
    };
  },
  sitting: ({ startsOn, sittings = [] }, { pick }) => {
    const free = STARTS.filter((start) => sittings.every((one) => one.start !== start));
    if (free.length === 0) return {};
    const start = pick(free);
    const end = `${Number(start.slice(0, 2)) + 1}:30`;
    return { sittings: [...sittings, { day: startsOn, start, end }] };
  },
  'no sitting': ({ sittings = [] }, { pick }) => {
    if (sittings.length === 0) return {};
    const gone = pick(sittings);
    const left = sittings.filter((one) => one !== gone);
    return { sittings: left.length > 0 ? left : undefined };
  },
  link: (_, { pick }) => ({ link: `https://meet.example.org/${pick(['a', 'b'])}` }),
};

/** How often a participant may edit within an hour without messages being left out: see domain/notifications/edit-limit.ts. */
const EDITS_AN_HOUR = 3;

/** What a sequence of moves keeps for itself. */
type Play = {
  readonly world: World;
  readonly dice: Dice;
  /** What of the meeting's definition is other than at the beginning, and what it was before the last change. */
  changes: Partial<Meeting>;
  former: Partial<Meeting>;
  /** When somebody has edited. */
  readonly edits: Map<string, number[]>;
  step: number;
};

async function mayEdit({ edits }: Play, reference: string): Promise<boolean> {
  const now = Date.now();
  const recent = (edits.get(reference) ?? []).filter((at) => at > now - HOUR);
  if (recent.length >= EDITS_AN_HOUR) return false;
  edits.set(reference, [...recent, now]);
  return true;
}

/** Picks a person for whom `is` is true. */
async function somebody(
  { world, dice }: Play,
  is: (one: Registration) => boolean,
): Promise<string | undefined> {
  const all = await Promise.all(world.people.map(world.person));
  const fitting = all.filter(is);
  return fitting.length === 0 ? undefined : dice.pick(fitting).reference;
}

const live = ({ status }: Registration) => isLive(status);

async function editing(play: Play, body: (now: Registration) => Record<string, unknown>) {
  const who = await somebody(play, live);
  if (who === undefined || !(await mayEdit(play, who))) return NOTHING;
  const wanted = body(await play.world.person(who));
  return `${nameOf(play, who)} ${JSON.stringify(wanted)} ${await edit(play.world, who, wanted)}`;
}

const nameOf = ({ world }: Play, reference: string) => `P${world.people.indexOf(reference)}`;
const letter = (step: number) => String.fromCharCode(97 + (step % 26));

async function withSomebody(
  play: Play,
  is: (one: Registration) => boolean,
  act: (reference: string) => Promise<unknown>,
) {
  const who = await somebody(play, is);
  return who === undefined ? NOTHING : `${nameOf(play, who)} ${String(await act(who))}`;
}

/** Names a focal point, as long as there is something to name one for. */
async function naming({ world }: Play, focalPoint: Partial<FocalPoint>, again = false) {
  if ((await world.now()).cancelled) return NOTHING;
  const { name, language, email } = focalPoint;
  return `${email} ${name} ${language} ${await invite(world, focalPoint, again)}`;
}

type Move = (play: Play) => Promise<unknown>;

/** Every move that can be drawn: how often, against the others, and what it does. */
export const MOVES: Readonly<Record<string, readonly [weight: number, move: Move]>> = {
  name: [3, (play) => editing(play, () => ({ familyName: `Name${letter(play.step)}` }))],
  'name back': [1, (play) => editing(play, () => ({ familyName: 'Chan' }))],
  address: [
    2,
    (play) =>
      editing(play, () => ({
        email: `${play.dice.pick(['one', 'b'])}${letter(play.step)}@example.org`,
      })),
  ],
  'address back': [
    1,
    (play) => {
      const earlier = play.world.mails.filter(({ kind }) => kind === 'address-changed').at(-1)?.to;
      return editing(play, ({ email }) => ({ email: earlier ?? email }));
    },
  ],
  state: [2, (play) => editing(play, () => ({ state: play.dice.pick([PARTY, OBSERVER]) }))],
  language: [1, (play) => editing(play, () => ({ language: play.dice.pick(['en', 'fr', 'ar']) }))],
  withdraw: [1, (play) => withSomebody(play, live, (who) => withdraw(play.world, who))],
  accept: [
    2,
    (play) =>
      withSomebody(
        play,
        ({ status }) => status === 'offered',
        (who) => accept(play.world, who),
      ),
  ],
  'send again': [2, (play) => withSomebody(play, live, (who) => sendAgain(play.world, who))],
  'send again, twice': [
    1,
    (play) =>
      withSomebody(play, live, async (who) => {
        const first = await sendAgain(play.world, who);
        play.world.pass(61 * MINUTE);
        return `${first} ${await sendAgain(play.world, who)}`;
      }),
  ],
  register: [
    1,
    ({ world, dice, step }) =>
      world.people.length < 4
        ? register(world, `new${letter(step)}@example.org`, { state: dice.pick([PARTY, OBSERVER]) })
        : Promise.resolve(NOTHING),
  ],
  invite: [1, (play) => naming(play, {})],
  'invite again': [
    1,
    async (play) => naming(play, (await play.world.delegation())?.focalPoint ?? {}, true),
  ],
  'other focal point': [
    1,
    (play) =>
      naming(play, {
        name: 'Other Point',
        email: `${play.dice.pick(['other', 'third'])}@mfa.example`,
      }),
  ],
  'language of the focal point': [
    1,
    async (play) => {
      const now = (await play.world.delegation())?.focalPoint;
      const language = now?.language === 'en' ? 'fr' : 'en';
      return now ? naming(play, { ...now, language }) : NOTHING;
    },
  ],
  rotate: [
    1,
    async ({ world }) =>
      (await world.now()).cancelled ? NOTHING : ((await rotate(world))?.link ?? NOTHING),
  ],
  approve: [
    2,
    (play) =>
      withSomebody(play, waits, (reference) => onPage(play.world, 'approve', { reference })),
  ],
  decline: [
    1,
    (play) =>
      withSomebody(play, waits, (reference) =>
        onPage(play.world, 'decline', { reference, reason: 'Not of ours.' }),
      ),
  ],
  nominate: [
    1,
    ({ world, step }) =>
      world.people.length < 5
        ? onPage(world, 'nominate', nomineeOf(`nominee${letter(step)}`))
        : Promise.resolve(NOTHING),
  ],
  replace: [
    1,
    (play) =>
      withSomebody(
        play,
        (one) => live(one) && one.state === PARTY,
        (reference) =>
          onPage(play.world, 'replace', { reference, ...nomineeOf(`instead${letter(play.step)}`) }),
      ),
  ],
  ...Object.fromEntries(
    Object.entries(CHANGES).map(([name, change]) => [
      `meeting: ${name}`,
      [
        /sitting/.test(name) ? 2 : 1,
        async (play: Play) => {
          const now = { ...play.world.meeting, ...play.changes } as Meeting;
          const changes = change(now, play.dice);
          if (Object.keys(changes).length === 0) return NOTHING;
          play.former = play.changes;
          play.changes = { ...play.changes, ...changes };
          await changeMeeting(play.world, play.changes);
          return JSON.stringify(changes);
        },
      ] as const,
    ]),
  ),
  'meeting: back': [
    2,
    async (play) => {
      [play.changes, play.former] = [play.former, play.changes];
      await changeMeeting(play.world, play.changes);
    },
  ],
  cancel: [0.3, ({ world }) => cancel(world).then(({ outcome }) => outcome)],
  jobs: [6, ({ world }) => world.mail.runJobs()],
  send: [6, ({ world }) => world.mail.sendDue()],
  'send in trouble': [8, ({ world, dice }) => sendInTrouble(world, dice)],
  report: [
    2,
    async ({ world, dice }) => {
      const left = world.unreported();
      if (left.length === 0) return NOTHING;
      const mail = dice.pick(left);
      await world.report(mail);
      return `${mail.kind} to ${mail.to}: ${mail.fate}`;
    },
  ],
  lift: [
    2,
    async ({ world, dice }) => {
      const addresses = world.suppressed.filter(({ until }) => until === undefined);
      if (addresses.length === 0) return NOTHING;
      const { address } = dice.pick(addresses);
      await lift(world, address);
      return address;
    },
  ],
  requeue: [1, ({ world }) => world.mail.requeueFailed()],
  'a day later': [0.5, async ({ world }) => world.pass(26 * HOUR)],
  'two days later': [0.3, async ({ world }) => world.pass(50 * HOUR)],
};

const waits = ({ status, state }: Registration) => status === 'pending' && state === PARTY;

function draw({ next }: Dice): string {
  const all = Object.entries(MOVES);
  let left = next() * all.reduce((sum, [, [weight]]) => sum + weight, 0);
  for (const [name, [weight]] of all) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'send';
}

/**
 * Makes moves at random. Afterwards mail is as the last move left it.
 *
 * @param steps how many moves are made. @param log takes each move and what came of it.
 */
export async function playAtRandom(world: World, dice: Dice, steps: number, log: string[]) {
  const play: Play = { world, dice, changes: {}, former: {}, edits: new Map(), step: 0 };
  for (let step = 0; step < steps; step++) {
    play.step = step;
    world.pass(dice.pick([1_000, 5 * MINUTE, 21 * MINUTE, 70 * MINUTE]));
    let move = draw(dice);
    let outcome = await MOVES[move]?.[1](play);
    while (outcome === NOTHING) {
      move = draw(dice);
      outcome = await MOVES[move]?.[1](play);
    }
    log.push(outcome === undefined ? move : `${move}: ${String(outcome)}`);
  }
}
