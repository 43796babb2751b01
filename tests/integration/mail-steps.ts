import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { Meeting } from '../../functions/domain/meeting/meeting.ts';
import { addressHash } from '../../functions/domain/shared/email.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { cancelMeeting } from '../../functions/store/meeting/cancel-meeting.ts';
import { announce } from '../../functions/store/notifications/announce.ts';
import { recordDelivery } from '../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../functions/store/outbox/lift-suppression.ts';
import { moving } from './delegations.ts';
import { drainOutbox, notifier, type SentMail, sentMail } from './mailbox.ts';
import type { Base, Somebody } from './own.ts';
import { notices } from './service.ts';
import { failing, sesError } from './ses-faults.ts';

/** Two places for a meeting to move to. */
export const ELSEWHERE = { name: { en: 'City Hall' }, city: { en: 'Chiang Mai' }, country: 'TH' };
export const FAR = { name: { en: 'Fort' }, city: { en: 'Phuket' }, country: 'TH' };

/** Writes a notice of a change of the meeting to everybody. @returns how many notices there are now */
export const announceChange = ({ store, meeting }: Base) => announce(store, meeting.id, moving());

/** Changes the meeting as it was at first, and announces that. */
export async function changeMeeting(base: Base, changes: Partial<Meeting>) {
  await applyMeeting(base.store, { ...base.meeting, ...changes }, new Date());
  return announceChange(base);
}

/** Cancels the meeting, and announces that. */
export async function cancel(base: Base, reason = 'A cyclone has hit the city.') {
  await cancelMeeting(base.store, base.meeting.id, reason, new Date());
  return announceChange(base);
}

export const withdraw = ({ app }: Base, { own }: Pick<Somebody, 'own'>) =>
  app.request(`${own}/withdraw`, { method: 'POST' });

/** Asks for the message to be sent again, as the button of the private page does. */
export const sendAgain = ({ app }: Base, { own }: Pick<Somebody, 'own'>) =>
  app.request(`${own}/resend`, { method: 'POST', headers: { Accept: 'application/json' } });

/** Suppresses an address, as a hard bounce does. */
export const suppress = ({ store }: Base, address: string) => {
  const at = new Date().toISOString();
  const bounce = { state: 'bounced', bounce: 'hard', at, sentAt: at, messageId: 'm' } as const;
  return recordDelivery(store, addressHash(address), bounce);
};

/** Lifts the suppression of an address, as the operator's command does. */
export const lift = ({ store }: Base, address: string) =>
  liftSuppression(store, address, 'The mailbox is there again', moving());

/** Sends what waits. @param laterMs how much later than now, so that what is to be tried again is due */
export const drain = ({ store }: Base, laterMs = 0) =>
  drainOutbox(store, () => new Date(Date.now() + laterMs));

/** What SES answers instead of taking a message, and where its notice is then. */
const REFUSALS = {
  failed: sesError('MessageRejected', 'The message is rejected', 400),
  retrying: sesError('AccountSendingPausedException', 'Sending is paused', 400),
  /** Nobody knows whether SES has the message: it has not. */
  sending: new Error('socket hang up'),
} as const;

/** Has the notifier try everything that waits, while SES takes nothing. @param becomes where the notices are then */
export async function sendInVain({ store }: Base, becomes: keyof typeof REFUSALS) {
  const dependencies = await notifier(store);
  const { client } = dependencies.ses;
  const waiting = (await notices(store)).filter(({ status }) => status === 'queued');
  failing(
    client,
    'before',
    waiting.map(() => REFUSALS[becomes]),
  );
  try {
    const statuses = [];
    for (const { id } of waiting.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)))
      statuses.push(await deliver(dependencies, id));
    expect(statuses).toContain(becomes);
  } finally {
    client.middlewareStack.remove('failing');
  }
}

/** All mails to an address so far, or to everybody, in the order in which they were sent. */
export async function mailsTo({ store }: Base, address?: string): Promise<SentMail[]> {
  return (await sentMail(store)).filter(({ to }) => address === undefined || to === address);
}

/** The kinds of all mails to an address so far, in the order in which they were sent. */
export const kindsTo = async (base: Base, address: string) =>
  (await mailsTo(base, address)).map(({ kind }) => kind);

/** All mails of a kind so far, in the order in which they were sent. */
export const mailsOf = async (base: Base, kind: string) =>
  (await mailsTo(base)).filter((mail) => mail.kind === kind);

/** The text of a mail in one line. */
export const textOf = (mail: SentMail | undefined) =>
  (mail ?? expect.fail('There is no such mail')).text.replace(/\s+/g, ' ');

/** The entries of an iCalendar text, as calendars read them. */
export function entriesIn(calendar: string) {
  if (calendar === '') return [];
  const root = new ICAL.Component(ICAL.parse(calendar));
  return root.getAllSubcomponents('vevent').map((one) => {
    const value = (name: string) => one.getFirstPropertyValue(name);
    return {
      method: root.getFirstPropertyValue('method'),
      uid: String(value('uid')),
      sequence: Number(value('sequence')),
      status: String(value('status')),
      start: String(value('dtstart')),
      location: String(value('location')),
    };
  });
}

/** The start of every entry that a calendar has which took all these mails in. It ignores what is older than what it has. */
export function calendarAfter(mails: readonly SentMail[]): string[] {
  const entries = new Map<string, ReturnType<typeof entriesIn>[number]>();
  for (const { calendar } of mails)
    for (const entry of entriesIn(calendar))
      if ((entries.get(entry.uid)?.sequence ?? -1) <= entry.sequence) entries.set(entry.uid, entry);
  const held = [...entries.values()].filter(({ status }) => status !== 'CANCELLED');
  return held.map(({ start }) => start).sort();
}
