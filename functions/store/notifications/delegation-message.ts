import { type Delegation, footingOf } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Telling } from '../../domain/notifications/telling.ts';
import { fullName } from '../../domain/registration/name.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { delegationOf, delegationPath } from '../delegation/delegation.ts';
import type { MessageDelegation, NewMessage } from '../outbox/message.ts';
import type { Registry } from '../platform/client.ts';
import { messageMeeting } from './participant-message.ts';

/**
 * The message that brings a focal point the link of the delegation page; none where the address is kept no more.
 *
 * @param repeat when it was asked for, where the same link is sent again.
 */
export function invitationMessages(
  meeting: Meeting,
  delegation: Delegation,
  publicUrl: string,
  repeat?: Date,
): readonly NewMessage[] {
  const { id, meetingId, link } = delegation;
  const mark = repeat ? `l${link}-r${repeat.getTime()}` : `l${link}`;
  const { category, reason: categoryReason } = footingOf(meeting, delegation);
  return toFocalPoint(meeting, delegation).map((to) => ({
    id: `${meetingId}-${id}-delegation-invitation-${mark}`,
    ...to,
    content: {
      kind: 'delegation-invitation',
      delegation: { ...linked(delegation), category, categoryReason },
      url: `${publicUrl}${delegationPath(delegation)}`,
      renewed: link > 1,
    },
  }));
}

/**
 * The messages that ask for an answer to somebody's registration: to the focal point of the delegation, or to the
 * organisers where it has none. Nothing for whoever does not wait for one.
 */
export async function validationWanted(
  store: Registry,
  meeting: Meeting,
  registration: Registration,
  publicUrl: string,
): Promise<readonly NewMessage[]> {
  if (registration.status !== 'pending') return [];
  const delegation = await delegationOf(store, registration);
  const { focalPoint } = delegation ?? {};
  const asked =
    focalPoint?.email === undefined ? undefined : { ...focalPoint, email: focalPoint.email };
  const to = asked ? [asked] : meeting.organisers.map((organiser) => ({ ...organiser }));
  const { reference, version, givenName, familyName } = registration;
  return to.map(({ name, email, language }, index) => ({
    id: `${reference}-validation-wanted-v${version}-${index + 1}`,
    to: { name, email },
    language,
    meeting: messageMeeting(meeting),
    content: {
      kind: 'validation-wanted',
      delegation: {
        ...delegationIn(registration),
        ...(delegation && asked && linkOf(delegation)),
      },
      reference,
      name: fullName({ givenName, familyName }),
      ...(delegation && asked && { url: `${publicUrl}${delegationPath(delegation)}` }),
    },
  }));
}

/** The question to the focal point about somebody who waits for an answer; with each link it is another message. */
export function questionFor(
  meeting: Meeting,
  delegation: Delegation,
  { reference, version, givenName, familyName, ...who }: Registration,
  publicUrl: string,
): readonly NewMessage[] {
  const { category, categoryReason } = who;
  return toFocalPoint(meeting, delegation).map((to) => ({
    id: `${reference}-validation-wanted-v${version}-l${delegation.link}`,
    ...to,
    content: {
      kind: 'validation-wanted',
      delegation: { ...linked(delegation), category, categoryReason },
      reference,
      name: fullName({ givenName, familyName }),
      url: `${publicUrl}${delegationPath(delegation)}`,
    },
  }));
}

function delegationIn(registration: Registration): MessageDelegation {
  const { category, categoryReason } = registration;
  return { ...named(registration), category, categoryReason };
}

/** The message that tells a focal point how the meeting has changed, or that it is cancelled. */
export function delegationNews(
  meeting: Meeting,
  delegation: Delegation,
  telling: Telling,
  publicUrl: string,
): readonly NewMessage[] {
  const { id, meetingId } = delegation;
  const { category, reason: categoryReason } = footingOf(meeting, delegation);
  const about = { delegation: { ...linked(delegation), category, categoryReason } };
  const url = `${publicUrl}${delegationPath(delegation)}`;
  return toFocalPoint(meeting, delegation).map((to) => ({
    id: `${meetingId}-${id}-delegation-${telling.kind}-e${meeting.edition ?? 1}`,
    ...to,
    content:
      telling.kind === 'meeting-changed'
        ? { kind: 'delegation-meeting-changed', ...about, url, before: telling.before }
        : {
            kind: 'delegation-meeting-cancelled',
            ...about,
            reason: meeting.cancelled?.reason,
          },
    bulk: true,
  }));
}

/** What every message to a focal point begins with: nothing where the address is not known any more. */
export function toFocalPoint(meeting: Meeting, { focalPoint }: Delegation) {
  const { email, name, language } = focalPoint;
  return email === undefined
    ? []
    : [{ to: { email, name }, language, meeting: messageMeeting(meeting) }];
}

/** Which delegation a message is for, and with which link: one with a former link is not sent. */
const linkOf = ({ id, link }: Delegation) => ({ id, link });

/** A delegation as a message says it that has the link of its page. */
export const linked = (delegation: Delegation) => ({ ...linkOf(delegation), ...named(delegation) });

/** Whom a delegation, or somebody, stands for. */
function named(of: {
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
}) {
  return { state: of.state, organisation: of.organisation };
}
