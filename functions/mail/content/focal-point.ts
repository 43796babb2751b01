import {
  categoryOfDelegation,
  type Delegation,
  delegationPath,
} from '../../domain/delegation/delegation.ts';
import { closesAt, type Meeting } from '../../domain/meeting/meeting.ts';
import type { FocalPointMessage } from '../../domain/notifications/decide-for-focal-point.ts';
import { fullName } from '../../domain/registration/name.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import type { Message, MessageContent, MessageDelegation } from '../message.ts';
import { messageMeeting } from './meeting.ts';
import type { Links } from './participant.ts';

/**
 * Builds the message to a focal point that `decide` chose, from the current delegation, meeting and registration.
 *
 * @throws Error if the kind of message needs former arrangements or a registration, and there is none.
 */
export function focalPointMessage(
  id: string,
  meeting: Meeting,
  delegation: Delegation,
  message: FocalPointMessage,
  registration: Registration | undefined,
  links: Links,
): Message {
  const { name, language } = delegation.focalPoint;
  return {
    id,
    to: { email: message.to, name },
    language,
    meeting: messageMeeting(meeting),
    content: contentOf(meeting, delegation, message, registration, links),
  };
}

function contentOf(
  meeting: Meeting,
  delegation: Delegation,
  { kind, renewed, before }: FocalPointMessage,
  registration: Registration | undefined,
  { publicUrl, unsubscribeUrl = '' }: Links,
): MessageContent {
  const { category, reason: categoryReason } = categoryOfDelegation(meeting, delegation);
  const { state, organisation } = named(delegation);
  const about: MessageDelegation = { state, organisation, category, categoryReason };
  const url = `${publicUrl}${delegationPath(delegation)}`;
  switch (kind) {
    case 'delegation-invitation':
      return { kind, delegation: about, url, renewed };
    case 'nomination-reminder':
      return { kind, delegation: about, url, closesAt: closesAt(meeting), unsubscribeUrl, before };
    case 'delegation-meeting-changed':
      if (before === undefined) throw new Error('The former arrangements are missing');
      return { kind, delegation: about, url, before };
    case 'delegation-meeting-cancelled':
      return { kind, delegation: about, reason: meeting.cancelled?.reason };
    case 'validation-wanted':
      if (registration === undefined) throw new Error('The question has no registration');
      return { ...questionAbout(registration), url, before };
  }
}

/** The question to an organiser about a person whose delegation has no focal point. */
export function organiserQuestion(
  id: string,
  meeting: Meeting,
  { name, email, language }: Meeting['organisers'][number],
  registration: Registration,
): Message {
  return {
    id,
    to: { name, email },
    language,
    meeting: messageMeeting(meeting),
    content: questionAbout(registration),
  };
}

function questionAbout(registration: Registration) {
  const { reference, givenName, familyName, category, categoryReason } = registration;
  return {
    kind: 'validation-wanted',
    delegation: { ...named(registration), category, categoryReason },
    reference,
    name: fullName({ givenName, familyName }),
  } as const;
}

/** The State or the organisation of a delegation or person. */
function named({
  state,
  organisation,
}: {
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
}) {
  return { state, organisation };
}
