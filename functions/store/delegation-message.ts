import { type Delegation, footingOf } from '../domain/delegation.ts';
import type { Meeting } from '../domain/meeting.ts';
import { fullName } from '../domain/name.ts';
import type { Registration } from '../domain/registration.ts';
import type { Registry } from './client.ts';
import { delegationOf, delegationPath } from './delegation.ts';
import type { MessageDelegation, NewMessage } from './message.ts';
import { messageMeeting } from './participant-message.ts';

/**
 * The message that brings a focal point the link of the delegation page.
 *
 * @param repeat when it was asked for, where the same link is sent again.
 */
export function invitationMessage(
  meeting: Meeting,
  delegation: Delegation,
  publicUrl: string,
  repeat?: Date,
): NewMessage {
  const { id, meetingId, link, focalPoint } = delegation;
  const mark = repeat ? `l${link}-r${repeat.getTime()}` : `l${link}`;
  const { category, reason: categoryReason } = footingOf(meeting, delegation);
  return {
    id: `${meetingId}-${id}-delegation-invitation-${mark}`,
    to: { email: focalPoint.email, name: focalPoint.name },
    language: focalPoint.language,
    meeting: messageMeeting(meeting),
    content: {
      kind: 'delegation-invitation',
      delegation: { ...named(delegation), category, categoryReason },
      url: `${publicUrl}${delegationPath(delegation)}`,
      renewed: link > 1,
    },
  };
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
  const to = delegation
    ? [delegation.focalPoint]
    : meeting.organisers.map((organiser) => ({ ...organiser }));
  const { reference, version, givenName, familyName } = registration;
  return to.map(({ name, email, language }, index) => ({
    id: `${reference}-validation-wanted-v${version}-${index + 1}`,
    to: { name, email },
    language,
    meeting: messageMeeting(meeting),
    content: {
      kind: 'validation-wanted',
      delegation: delegationIn(registration),
      reference,
      name: fullName({ givenName, familyName }),
      ...(delegation && { url: `${publicUrl}${delegationPath(delegation)}` }),
    },
  }));
}

function delegationIn(registration: Registration): MessageDelegation {
  const { category, categoryReason } = registration;
  return { ...named(registration), category, categoryReason };
}

function named(of: {
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
}) {
  return { state: of.state, organisation: of.organisation };
}
