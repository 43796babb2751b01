import { expect } from 'vitest';
import { sweep } from '../../functions/notifier/sweeping.ts';
import { remindParticipant } from '../../functions/store/notifications/remind.ts';
import { participantReminder } from '../../functions/store/notifications/reminder-message.ts';
import { claimMessage } from '../../functions/store/outbox/claim.ts';
import type { MessageKind } from '../../functions/store/outbox/message.ts';
import { recordResult } from '../../functions/store/outbox/record.ts';
import { kept, type Somebody } from './own.ts';
import { sending } from './sending.ts';
import { messages, PUBLIC_URL, service } from './service.ts';

/** The participant's service, and notifiers on the same outbox, where nothing is sent before a test says so. */
export async function opened(changes: Record<string, unknown> = {}) {
  const base = await service(changes);
  const rig = await sending({ store: base.store });
  const withdraw = ({ own }: Pick<Somebody, 'own'>) =>
    base.app.request(`${own}/withdraw`, { method: 'POST' });
  /** Sends all that is waiting. @returns what is in the inbox, to whom and what about */
  const sendAll = async (later = 10 * 60_000) => {
    rig.pass(later);
    await sweep(rig.worker(), () => true);
    await Promise.all(rig.reports.splice(0));
    const mails = await rig.inbox();
    return mails.map(({ to, subject }) => `${to}: ${subject.replace(/:.*/, '')}`).sort();
  };
  /** Writes somebody a reminder, which waits. */
  const remind = async (one: Somebody, kind: 'meeting-reminder' | 'thank-you') => {
    const about = { meeting: base.meeting, publicUrl: PUBLIC_URL };
    const moment = { now: new Date(), deadline: Date.now() + 20_000 };
    const outcome = await remindParticipant(
      base.store,
      await kept(base, one),
      (registration) => participantReminder(base.store, about, { kind, mark: kind }, registration),
      moment,
    );
    expect(outcome).toBe('sent');
  };
  const states = async () =>
    Object.fromEntries(
      (await rig.all()).map(({ content, to, status }) => [`${content.kind} ${to.email}`, status]),
    );
  return { ...base, rig, withdraw, sendAll, remind, states };
}
export type Opened = Awaited<ReturnType<typeof opened>>;

export async function using(
  changes: Record<string, unknown>,
  test: (all: Opened) => Promise<void>,
) {
  const all = await opened(changes);
  try {
    await test(all);
  } finally {
    all.rig.stop();
  }
}

/** A place for a meeting to move to. */
export const ELSEWHERE = { name: { en: 'City Hall' }, city: { en: 'Chiang Mai' }, country: 'TH' };

/** Has every attempt to send a message of a kind come to something else than usual. */
export async function attempt(
  { store, rig }: Opened,
  kind: MessageKind,
  becomes: 'on its way' | 'retrying' | 'failed' | 'sent',
) {
  const now = new Date(rig.clock.now);
  const error = { name: 'Unreachable', message: 'SES did not answer', at: now.toISOString() };
  for (const { id, content } of await messages(store)) {
    const claimed = content.kind === kind ? await claimMessage(store, id, 'test', now) : undefined;
    if (claimed === undefined || becomes === 'on its way') continue;
    const dueAt = new Date(now.getTime() + 60_000);
    const result =
      becomes === 'sent'
        ? ({ status: becomes, sesMessageId: id, at: now } as const)
        : becomes === 'failed'
          ? ({ status: becomes, error } as const)
          : ({ status: becomes, dueAt, error } as const);
    expect(await recordResult(store, claimed, result)).toBe(true);
  }
}
