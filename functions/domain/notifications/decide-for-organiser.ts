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

/** The current state from which a notice to an organiser is decided. */
export type OrganiserNow = {
  readonly organiser: Meeting['organisers'][number];
  readonly meeting: Meeting;
  readonly registration: Registration | undefined;
};

/** A question to send to an organiser. */
export type OrganiserMessage = {
  readonly kind: 'validation-wanted';
  readonly registration: Registration;
  readonly says: OrganiserSaid;
};

/** Organisers validate with a command, so their questions have no delegation link. */
const NO_LINK = 0;

/** Decides whether to ask an organiser to validate a person whose delegation has no focal point. */
export function decideForOrganiser(
  { organiser, meeting, registration }: OrganiserNow,
  last: LastNotified<OrganiserSaid>,
  event: NoticeEvent,
  { noticeId, now }: { readonly noticeId: string; readonly now: Date },
): Decision<OrganiserMessage> {
  if (event.kind !== 'validation-wanted') return { nothing: 'The event is not for an organiser' };
  if (meeting.cancelled || registration?.status !== 'pending')
    return { nothing: 'Nobody waits for this validation' };
  const { email, language } = organiser;
  const said = last.said[0];
  const known = isSameAddress(said?.address, email) ? said : undefined;
  if (isAsked(known?.asked, registration, NO_LINK, event.version))
    return { nothing: 'The organiser was already asked' };
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

/** What a newer message said, without the questions that only an earlier, bounced message asked. */
export function withoutBouncedOrganiserQuestion(
  newer: OrganiserSaid,
  gone: OrganiserSaid,
): OrganiserSaid {
  const asked = Object.entries(newer.asked).filter(([, one]) => one.noticeId !== gone.noticeId);
  return { ...newer, asked: Object.fromEntries(asked) };
}
