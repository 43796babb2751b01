import type { Rule } from './judge.ts';
import { changeMeeting, edit, invite, register, sendAgain, withdraw } from './moves.ts';
import { FINE, OBSERVER, PARTY, type SesAnswer, settle, type World } from './world.ts';

const HOUR = 3_600_000;

/** Runs the notifier once while SES answers so. */
async function sendWhile(world: World, answer: SesAnswer) {
  world.ses.answer = () => answer;
  await world.mail.sendDue();
  world.ses.answer = () => FINE;
}
const BOUNCES: SesAnswer = { fate: 'soft-bounce', report: 'at-once' };

/** Somebody who takes part; `sent` if the confirmation has arrived. */
async function participant(world: World, { sent = true, state = OBSERVER } = {}) {
  const reference = await register(world, 'one@example.org', { state });
  if (sent) await world.mail.sendDue();
  return reference;
}
const FORT = { name: { en: 'Fort' }, city: { en: 'Phuket' }, country: 'TH' };
const at = ({ meeting }: World, start: string, end: string) => ({
  day: meeting.startsOn,
  start,
  end,
});
const MORNING = ['09:00', '10:30'] as const;
const AFTERNOON = ['14:00', '15:30'] as const;

/** Short stories, each by the rule that it is about. After each the judge finds nothing against this rule. */
export const SCENARIOS: Readonly<Partial<Record<Rule, (world: World) => Promise<void>>>> = {
  'only what was sent is cancelled': async (world) => {
    await withdraw(world, await participant(world, { sent: false }));
    await settle(world);
  },
  'asking again while mail waits gives one mail': async (world) => {
    const one = await participant(world);
    await edit(world, one, { familyName: 'New' });
    world.pass(2 * HOUR);
    await sendAgain(world, one);
    await settle(world);
  },
  'removed sittings leave the calendar': async (world) => {
    await changeMeeting(world, { sittings: [at(world, ...MORNING), at(world, ...AFTERNOON)] });
    const one = await participant(world);
    await changeMeeting(world, { sittings: [at(world, ...MORNING)] });
    await world.mail.runJobs();
    await sendWhile(world, BOUNCES);
    await edit(world, one, { familyName: 'New' });
    await settle(world);
  },
  'details that changed are named until they are read': async (world) => {
    const one = await participant(world);
    await edit(world, one, { familyName: 'New' });
    await sendWhile(world, BOUNCES);
    world.pass(2 * HOUR);
    await sendAgain(world, one);
    await settle(world);
  },
  'changes of the meeting are marked until they are read': async (world) => {
    const one = await participant(world);
    await changeMeeting(world, { venue: FORT });
    await world.mail.runJobs();
    await sendWhile(world, BOUNCES);
    world.pass(2 * HOUR);
    await sendAgain(world, one);
    await settle(world);
  },
  'a reminder brings the calendar that was not read': async (world) => {
    await participant(world, { sent: false });
    await sendWhile(world, BOUNCES);
    world.pass(26 * HOUR);
    await settle(world);
  },
  'a change is told in one mail': async (world) => {
    const one = await participant(world);
    await changeMeeting(world, { venue: FORT });
    await edit(world, one, { familyName: 'New' });
    await settle(world);
  },
  'what is taken back is not told': async (world) => {
    const one = await participant(world);
    await edit(world, one, { state: PARTY });
    await edit(world, one, { state: OBSERVER });
    await settle(world);
  },
  'a late report keeps a second copy back': async (world) => {
    await participant(world, { sent: false });
    await sendWhile(world, { fate: 'delivered', unclear: true, report: 'later' });
    await changeMeeting(world, { sittings: [at(world, ...MORNING)] });
    await changeMeeting(world, {});
    world.pass(HOUR);
    await sendWhile(world, { refuses: 'not-now' });
    await world.mail.runJobs();
    await settle(world);
  },
  'the language is the one chosen': async (world) => {
    await invite(world);
    await world.mail.sendDue();
    await participant(world, { sent: false, state: PARTY });
    await invite(world, { language: 'fr' });
    await settle(world);
  },
  'a question is asked until it is read': async (world) => {
    await invite(world);
    await world.mail.sendDue();
    await participant(world, { sent: false, state: PARTY });
    await sendWhile(world, BOUNCES);
    await changeMeeting(world, { venue: FORT });
    await settle(world);
  },
  'a new focal point is asked about those who wait': async (world) => {
    await participant(world, { state: PARTY });
    await invite(world);
    await settle(world);
  },
};
