import { type Delegation, footingOf } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { fullName } from '../../domain/registration/name.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { inLanguage } from '../../domain/shared/languages.ts';
import { delegationPath } from '../delegation/delegation.ts';
import type { NewMessage } from '../outbox/message.ts';
import type { Store } from '../platform/client.ts';
import { linked, toFocalPoint } from './delegation-message.ts';
import { messageMeeting, messageRegistration } from './participant-message.ts';
import { closesAt } from './standing.ts';
import { remindedFocalPoint, remindedParticipant, unsubscribePath } from './unsubscribe.ts';

/** What a meeting sends at its time, and where participants reach the service. */
type About = { readonly meeting: Meeting; readonly publicUrl: string };

/**
 * A reminder or thanks to somebody who is confirmed; nothing for anybody else, or who wants none.
 *
 * @param mark tells it from every other one that the same person gets.
 */
export async function participantReminder(
  store: Store,
  { meeting, publicUrl }: About,
  { kind, mark }: { readonly kind: 'meeting-reminder' | 'thank-you'; readonly mark: string },
  registration: Registration,
): Promise<NewMessage | undefined> {
  const { reference, email, language, givenName, familyName, privacyNotice } = registration;
  const reminded = remindedParticipant(registration);
  if (registration.status !== 'confirmed' || registration.remindersStoppedAt !== undefined)
    return undefined;
  if (email === undefined || reminded === undefined) return undefined;
  const before = kind === 'meeting-reminder';
  const said = before ? meeting.practicalInformation : meeting.thankYou;
  return {
    id: `${reference}-${mark}`,
    to: { email, name: fullName({ givenName, familyName }) },
    language,
    meeting: messageMeeting(meeting),
    content: {
      kind,
      registration: {
        ...messageRegistration(meeting, registration, publicUrl),
        // It says that this is so: once it is not, it must not be sent.
        status: registration.status,
        organisersSay: said && linesOf(inLanguage(said, language)),
        ...(before && privacyNotice === undefined && { incomplete: true }),
        unsubscribeUrl: `${publicUrl}${await unsubscribePath(store, reminded)}`,
      },
    },
    bulk: true,
  };
}

/** The lines of a text that say something. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The reminder to a focal point of whose delegation nobody is registered; nothing where the address is not known any more. */
export async function nominationReminder(
  store: Store,
  { meeting, publicUrl }: About,
  mark: string,
  delegation: Delegation,
): Promise<NewMessage | undefined> {
  const { id, meetingId } = delegation;
  const [to] = toFocalPoint(meeting, delegation);
  const reminded = remindedFocalPoint(delegation);
  if (to === undefined || reminded === undefined) return undefined;
  const { category, reason: categoryReason } = footingOf(meeting, delegation);
  return {
    id: `${meetingId}-${id}-${mark}`,
    ...to,
    content: {
      kind: 'nomination-reminder',
      delegation: { ...linked(delegation), category, categoryReason },
      url: `${publicUrl}${delegationPath(delegation)}`,
      closesAt: closesAt(meeting),
      unsubscribeUrl: `${publicUrl}${await unsubscribePath(store, reminded)}`,
    },
    bulk: true,
  };
}
