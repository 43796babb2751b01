import type { Meeting } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import { isSameAddress } from '../shared/email.ts';
import {
  type AskedQuestions,
  isAsked,
  roomForQuestion,
  withQuestion,
} from './decide-for-focal-point.ts';
import type { Decision } from './decide-for-participant.ts';
import type { LastNotified, SaidBase } from './last-notified.ts';
import type { NoticeEvent } from './notice.ts';

/** What a message to an organiser said. */
export type OrganiserSaid = SaidBase & {
  readonly kind: 'validation-wanted';
  readonly language: Meeting['organisers'][number]['language'];
  readonly asked: AskedQuestions;
};

/** What a notice to an organiser is decided by. */
export type OrganiserNow = {
  readonly organiser: Meeting['organisers'][number];
  readonly meeting: Meeting;
  readonly registration: Registration | undefined;
};

/** A question to an organiser that is to be sent. */
export type OrganiserMessage = {
  readonly kind: 'validation-wanted';
  readonly registration: Registration;
  readonly says: OrganiserSaid;
};

/** Organisers answer by a command: their questions carry no link. */
const NO_LINK = 0;

/** Decides whether an organiser is asked to validate somebody whose delegation has no focal point. */
export function decideForOrganiser(
  { organiser, meeting, registration }: OrganiserNow,
  last: LastNotified<OrganiserSaid>,
  event: NoticeEvent,
  { noticeId, now }: { readonly noticeId: string; readonly now: Date },
): Decision<OrganiserMessage> {
  if (event.kind !== 'validation-wanted') return { nothing: 'Not for an organiser' };
  if (meeting.cancelled || registration?.status !== 'pending')
    return { nothing: 'Nobody waits for this answer' };
  const { email, language } = organiser;
  const said = last.said[0];
  const known = isSameAddress(said?.address, email) ? said : undefined;
  if (isAsked(known?.asked, registration, NO_LINK, event.version))
    return { nothing: 'The organiser was asked' };
  const later = roomForQuestion(known?.asked, registration, now);
  if (later !== undefined) return { later };
  return {
    send: {
      kind: 'validation-wanted',
      registration,
      says: {
        noticeId,
        at: now.toISOString(),
        address: email,
        kind: 'validation-wanted',
        language,
        asked: withQuestion(known?.asked, registration, { link: NO_LINK, noticeId, now }),
      },
    },
  };
}

/** What a newer message said, without the question that only the bounced message asked. */
export function withoutBouncedOrganiserQuestion(
  newer: OrganiserSaid,
  gone: OrganiserSaid,
): OrganiserSaid {
  const asked = Object.entries(newer.asked).filter(([, one]) => one.noticeId !== gone.noticeId);
  return { ...newer, asked: Object.fromEntries(asked) };
}
