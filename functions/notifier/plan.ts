import { createHash } from 'node:crypto';
import type { Meeting } from '../domain/meeting/meeting.ts';
import {
  decideForFocalPoint,
  type FocalPointSaid,
} from '../domain/notifications/decide-for-focal-point.ts';
import {
  decideForOrganiser,
  type OrganiserSaid,
} from '../domain/notifications/decide-for-organiser.ts';
import {
  type Decision,
  decideForParticipant,
  type ParticipantSaid,
} from '../domain/notifications/decide-for-participant.ts';
import type { InFlight, LastNotified } from '../domain/notifications/last-notified.ts';
import { organiserHash, parseRecipientKey } from '../domain/notifications/recipient.ts';
import {
  focalPointSubscriber,
  participantSubscriber,
  type Subscriber,
  unsubscribePath,
} from '../domain/notifications/unsubscribe.ts';
import { focalPointMessage, organiserQuestion } from '../mail/content/focal-point.ts';
import { type Links, participantMessage } from '../mail/content/participant.ts';
import type { Message } from '../mail/message.ts';
import type { Notice } from '../store/outbox/notice.ts';
import type { Registry } from '../store/platform/client.ts';
import {
  readArrangements,
  readDelegation,
  readMeeting,
  readPresence,
  readRegistration,
  readStageSecret,
} from './registry.ts';

/** What participants, focal points and organisers were last notified of. */
export type Said = ParticipantSaid | FocalPointSaid | OrganiserSaid;

/** A message to send, and what it says to its recipient. */
export type Planned = {
  readonly message: Message;
  /** `undefined` for a document, which is compared with nothing. */
  readonly flight?: Pick<InFlight<Said>, 'saying' | 'farewell'> | undefined;
};

/** The registry, and the address of the service for its readers. */
export type Sources = { readonly registry: Registry; readonly publicUrl: string };

/**
 * Decides and composes the message of a notice. It compares the current registration, delegation and meeting with what
 * the recipient was last notified of.
 *
 * @throws an error of the table, or `Error` if the notice has no valid recipient or the message cannot be composed.
 */
export async function planMessage(
  sources: Sources,
  notice: Pick<Notice, 'id' | 'recipient' | 'meetingId' | 'event' | 'document'>,
  last: LastNotified<Said>,
  now: Date,
): Promise<Decision<Planned>> {
  const { document } = notice;
  if (document) return { send: { message: { ...document.message, id: notice.id } as Message } };
  const recipient = parseRecipientKey(notice.recipient);
  switch (recipient?.kind) {
    case 'participant':
      return planForParticipant(sources, notice, recipient.reference, last, now);
    case 'focal-point':
      return planForFocalPoint(sources, notice, recipient.delegationId, last, now);
    case 'organiser':
      return planForOrganiser(sources, notice, recipient.addressHash, last, now);
    case undefined:
      throw new Error('The recipient of the notice is not valid');
  }
}

type PlanNotice = Parameters<typeof planMessage>[1];

async function planForParticipant(
  { registry, publicUrl }: Sources,
  { id, meetingId, event }: PlanNotice,
  reference: string,
  last: LastNotified<Said>,
  now: Date,
): Promise<Decision<Planned>> {
  const [registration, meeting] = await Promise.all([
    readRegistration(registry, meetingId, reference),
    readMeeting(registry, meetingId),
  ]);
  if (registration === undefined || meeting === undefined)
    return { nothing: 'The registration is gone' };
  const lastNotified = last as LastNotified<ParticipantSaid>;
  const link = createHash('sha256').update(registration.secret).digest('base64url').slice(0, 16);
  const arrangementsAt = await formerArrangements(registry, meeting, lastNotified);
  const decision = decideForParticipant({ registration, meeting, link }, lastNotified, event, {
    noticeId: id,
    now,
    arrangementsAt,
  });
  if (!('send' in decision)) return decision;
  const { kind, to, says } = decision.send;
  const reminds = kind === 'meeting-reminder' || kind === 'thank-you';
  const links = await linksFor(
    { registry, publicUrl },
    reminds ? participantSubscriber(registration) : undefined,
  );
  const message = participantMessage(id, meeting, registration, decision.send, links);
  const flight =
    says === undefined
      ? { farewell: { address: to, language: registration.language } }
      : { saying: says };
  return { send: { message, flight } };
}

async function planForFocalPoint(
  { registry, publicUrl }: Sources,
  { id, meetingId, event }: PlanNotice,
  delegationId: string,
  last: LastNotified<Said>,
  now: Date,
): Promise<Decision<Planned>> {
  const [delegation, meeting, registration, presentSince] = await Promise.all([
    readDelegation(registry, meetingId, delegationId),
    readMeeting(registry, meetingId),
    event.kind === 'validation-wanted'
      ? readRegistration(registry, meetingId, event.reference)
      : undefined,
    event.kind === 'nomination-reminder'
      ? readPresence(registry, meetingId, delegationId)
      : undefined,
  ]);
  if (delegation === undefined || meeting === undefined)
    return { nothing: 'The delegation is gone' };
  const lastNotified = last as LastNotified<FocalPointSaid>;
  const current = { delegation, meeting, registration, presentSince };
  const arrangementsAt = await formerArrangements(registry, meeting, lastNotified);
  const decision = decideForFocalPoint(current, lastNotified, event, {
    noticeId: id,
    now,
    arrangementsAt,
  });
  if (!('send' in decision)) return decision;
  const reminds = decision.send.kind === 'nomination-reminder';
  const links = await linksFor(
    { registry, publicUrl },
    reminds ? focalPointSubscriber(delegation) : undefined,
  );
  const message = focalPointMessage(id, meeting, delegation, decision.send, registration, links);
  return { send: { message, flight: { saying: decision.send.says } } };
}

/** The question to an organiser about a person whose delegation has no focal point. */
async function planForOrganiser(
  { registry }: Sources,
  { id, meetingId, event }: PlanNotice,
  hash: string,
  last: LastNotified<Said>,
  now: Date,
): Promise<Decision<Planned>> {
  const [registration, meeting] = await Promise.all([
    event.kind === 'validation-wanted'
      ? readRegistration(registry, meetingId, event.reference)
      : undefined,
    readMeeting(registry, meetingId),
  ]);
  const organiser = meeting?.organisers.find(({ email }) => organiserHash(email) === hash);
  if (meeting === undefined || organiser === undefined) return { nothing: 'No organiser any more' };
  const lastNotified = last as LastNotified<OrganiserSaid>;
  const current = { organiser, meeting, registration };
  const decision = decideForOrganiser(current, lastNotified, event, { noticeId: id, now });
  if (!('send' in decision)) return decision;
  const message = organiserQuestion(id, meeting, organiser, decision.send.registration);
  return { send: { message, flight: { saying: decision.send.says } } };
}

async function linksFor(
  { registry, publicUrl }: Sources,
  subscriber: Subscriber | undefined,
): Promise<Links> {
  if (subscriber === undefined) return { publicUrl };
  const path = unsubscribePath(await readStageSecret(registry), subscriber);
  return { publicUrl, unsubscribeUrl: `${publicUrl}${path}` };
}

/** Reads the former arrangements that a recipient was notified of. The result finds them by their calendar revision. */
async function formerArrangements(
  registry: Registry,
  { id, calendarRevision = 1 }: Meeting,
  { said, maybe }: LastNotified<Said>,
) {
  const revisions = [said[0], maybe].flatMap((one) =>
    one && 'arrangements' in one && one.arrangements !== undefined ? [one.arrangements] : [],
  );
  const former = [...new Set(revisions)].filter((revision) => revision !== calendarRevision);
  const found = await Promise.all(
    former.map(
      async (revision) => [revision, await readArrangements(registry, id, revision)] as const,
    ),
  );
  const byRevision = new Map(found);
  return (revision: number) => byRevision.get(revision);
}
