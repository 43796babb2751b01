import { arrangementsOf } from '../../functions/domain/meeting/arrangements.ts';
import type { Meeting } from '../../functions/domain/meeting/meeting.ts';
import {
  decideForParticipant,
  type ParticipantNow,
  type ParticipantSaid,
} from '../../functions/domain/notifications/decide-for-participant.ts';
import {
  accepted,
  type LastNotified,
  NEVER_NOTIFIED,
  takenOver,
} from '../../functions/domain/notifications/last-notified.ts';
import type { NoticeEvent } from '../../functions/domain/notifications/notice.ts';
import type { Registration } from '../../functions/domain/registration/registration.ts';
import { meetingOn } from './fixtures.ts';
import { person } from './person.ts';

/** When people were told, and when it is decided what they are told next: the limits of an hour are over by then. */
export const TOLD_AT = new Date('2026-05-11T09:00:00.000Z');
export const NOW = new Date('2026-05-12T09:00:00.000Z');
export const OFFERED_UNTIL = '2026-05-20T09:00:00.000Z';
export const OFFERED_LONGER = '2026-05-25T09:00:00.000Z';

/** A meeting of 9 to 11 July with an online link. */
export const MEETING: Meeting = { ...meetingOn('2026-05-10'), link: 'https://meet.example.org/1' };
export const CANCELLED: Meeting = {
  ...MEETING,
  calendarRevision: 2,
  cancelled: { at: '2026-05-11T12:00:00.000Z', reason: 'A cyclone.' },
};

export const CHANGED: NoticeEvent = { kind: 'registration-changed' };
export const ADDRESS_CHANGED: NoticeEvent = { kind: 'address-changed' };
export const MEETING_CHANGED: NoticeEvent = { kind: 'meeting-changed' };

const REGISTERED = person({
  meetingId: MEETING.id,
  reference: 'FP26-7F3K2',
  title: 'Ms',
  email: 'first@example.org',
});

/** A registration and its meeting as they are now. */
export function current(
  registration: Partial<Registration> = {},
  meeting: Meeting = MEETING,
  link = 'link-1',
): ParticipantNow {
  return { registration: { ...REGISTERED, ...registration }, meeting, link };
}

/** What may be known of a participant. */
export type Told = LastNotified<ParticipantSaid>;
export const NEVER: Told = NEVER_NOTIFIED;

type Notified = {
  readonly event?: NoticeEvent;
  readonly noticeId?: string;
  readonly now?: Date;
  /** The meeting at former calendar revisions. */
  readonly meetings?: readonly Meeting[];
};

/**
 * Decides one notice as the notifier does.
 *
 * @returns the decision; `flying` is what is known while the message is on its way, and `told` once SES has accepted it.
 */
export function notify(
  now: ParticipantNow,
  last: Told,
  { event = CHANGED, noticeId = 'now', now: at = NOW, meetings = [MEETING] }: Notified = {},
) {
  const until = new Date(at.getTime() + 60_000).toISOString();
  const taken = takenOver(last, { noticeId, until });
  const decision = decideForParticipant(now, taken, event, {
    noticeId,
    now: at,
    arrangementsAt: (revision) => {
      const found = [now.meeting, ...meetings].find(
        ({ calendarRevision = 1 }) => calendarRevision === revision,
      );
      return found && arrangementsOf(found);
    },
  });
  if (!('send' in decision)) return { decision, message: undefined, flying: last, told: last };
  const { says, to } = decision.send;
  const said = says
    ? { saying: says }
    : { farewell: { address: to, language: now.registration.language } };
  const flying: Told = { ...taken, inFlight: { noticeId, until, ...said } };
  return {
    decision,
    message: decision.send,
    flying,
    told: accepted(flying, noticeId, at.toISOString()),
  };
}

/** What is known of a participant who was told this, at `TOLD_AT`. */
export const toldOf = (then: ParticipantNow, noticeId = 'before'): Told =>
  notify(then, NEVER, { noticeId, now: TOLD_AT }).told;
