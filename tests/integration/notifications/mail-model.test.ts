import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../support/seeded.ts';
import { judge } from './mail-model/judge.ts';
import { type Dice, diceOf, invite, playAtRandom, register } from './mail-model/moves.ts';
import { SCENARIOS } from './mail-model/scenarios.ts';
import { OBSERVER, openWorld, PARTY, settle, type World } from './mail-model/world.ts';

/** How many sequences of moves are tried, from which on, and of how many moves each. */
const SEEDS = Number(process.env.MAIL_SEEDS ?? 16);
const FROM = Number(process.env.MAIL_FROM ?? 1);
const STEPS = 16;

// Retries are due at random times: they are the same in every run.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));
afterEach(() => void vi.restoreAllMocks());

/** The meetings. A sequence draws one of them. */
const MEETINGS = [
  {},
  { ceiling: 2, waitingList: true },
  {
    waitingList: true,
    categories: {
      party: { admission: 'validated' as const },
      'observer-state': { admission: 'open' as const, ceiling: 1 },
    },
  },
];

async function using(
  changes: Parameters<typeof openWorld>[0],
  act: (world: World) => Promise<void>,
) {
  const world = await openWorld(changes);
  try {
    await act(world);
  } finally {
    await world.close();
  }
}

/** Longer than a sequence takes on a busy machine. */
const TIMEOUT_MS = 300_000;

describe('in the end everybody knows how everything stands, by the inbox alone', () => {
  const seeds = Array.from({ length: SEEDS }, (_, n) => FROM + n);
  it.each(seeds)('after sequence %s of random moves', { timeout: TIMEOUT_MS }, (seed) => {
    const dice = diceOf(seeded(seed));
    return using(dice.pick(MEETINGS), async (world) => {
      const log: string[] = [];
      try {
        await begin(world, dice);
        await playAtRandom(world, dice, STEPS, log);
        await settle(world);
        expect(world.reported).toEqual([]);
        expect(judge(await world.story())).toEqual([]);
      } catch (error) {
        console.log(`Sequence ${seed}\n${log.join('\n')}\n\n${inboxOf(world)}`);
        throw error;
      }
    });
  });
});

describe('one rule after the other', () => {
  for (const [rule, play] of Object.entries(SCENARIOS))
    it(rule, { timeout: TIMEOUT_MS }, () =>
      using({}, async (world) => {
        await play(world);
        expect(judge(await world.story()).filter((one) => one.rule === rule)).toEqual([]);
      }),
    );
});

/** Two people who register, and often a focal point. */
async function begin(world: World, dice: Dice) {
  if (dice.next() < 0.4) await invite(world);
  await register(world, 'one@example.org', { state: OBSERVER });
  world.pass(1_000);
  await register(world, 'two@example.org', { state: dice.pick([PARTY, OBSERVER]) });
  if (dice.next() < 0.5) await invite(world);
}

/** The inbox in short, for somebody who looks for what went wrong. */
const inboxOf = ({ mails, people }: World) =>
  mails
    .map(
      ({
        at,
        to,
        kind,
        reference = '',
        status,
        name,
        facts,
        fate,
        unclear,
        reportedAt,
        events,
        language,
      }) =>
        `${at} ${to} P${people.indexOf(reference)} ${kind} ${language} ${status} ${name} ${facts.where?.value} ${facts.when?.value} | ${facts.sittings?.value ?? ''} ${fate}${unclear ? ' unclear' : ''} reported ${reportedAt} ${events.map(({ uid, sequence, cancelled }) => `${uid.replace(/@.*/, '')}:${sequence}${cancelled ? '-' : '+'}`).join(' ')}`,
    )
    .join('\n');
