import { categoryAt } from '../eligibility/category-at.ts';
import { delegationKey } from '../eligibility/delegation-key.ts';
import { type Meeting, registrationWindow } from '../meeting/meeting.ts';
import type { Answers } from '../meeting/question.ts';

import type { SeatRef } from '../seats/seats.ts';
import { dayIn } from '../shared/day.ts';
import { isSameAddress } from '../shared/email.ts';
import { isNotifiable, REPRESENTED_FIELDS } from './notifiable-changes.ts';
import { readmitted, readmittedByName } from './readmission.ts';
import { isLive, type Registration } from './registration.ts';
import type { CheckedRequest, RepresentedRequest } from './registration-request.ts';
import { type Sensitive, splitSensitive } from './sensitive-data.ts';

/** What a participant may change in a registration itself. */
const REGISTERED_FIELDS = [
  ...REPRESENTED_FIELDS,
  'delegationRole',
  'title',
  'givenName',
  'familyName',
  'position',
  'institution',
  'email',
  'phone',
  'language',
  'visaLetter',
  'listConsent',
] as const satisfies readonly (keyof Registration)[];

/** What they may change of what they have told beside, all or part of which is kept apart: see apart.ts. */
export const TOLD_FIELDS = [
  'dietary',
  'accessibility',
  'answers',
] as const satisfies readonly (keyof Sensitive)[];

/** What a participant may change of a registration. Everything else of it stays as it is. */
export const EDITABLE_FIELDS = [...REGISTERED_FIELDS, ...TOLD_FIELDS] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];
type RegisteredField = (typeof REGISTERED_FIELDS)[number];

/** A registration as its participant sees it when editing: with all that was told. */
export type Seen = { readonly registration: Registration; readonly told: Sensitive };

/** What a registration is to say, checked as a new one is. */
export type Wanted = CheckedRequest;

/** Why a registration cannot be changed, or not so. */
export type EditRefusal =
  /** It has ended. */
  | 'not-possible'
  | 'offer-expired'
  | 'meeting-over'
  | 'meeting-cancelled'
  /** Whom one represents and the address change only while registration is open. */
  | 'registration-closed'
  /** The meeting does not admit, or only invites, whom the participant would represent. */
  | 'category-not-admitted';

/**
 * What may still be changed: `all`, or `details` once registration is closed, which is all but whom one
 * represents and an address that is known; and nothing of a registration that has ended, or after the last day of
 * the meeting.
 */
export function editable(
  { status, offeredUntil = '' }: Pick<Registration, 'status' | 'offeredUntil'>,
  meeting: Meeting,
  now: Date,
): 'all' | 'details' | { readonly refused: EditRefusal } {
  if (!isLive(status)) return { refused: 'not-possible' };
  if (dayIn(meeting.timeZone, now) > meeting.endsOn) return { refused: 'meeting-over' };
  if (meeting.cancelled) return { refused: 'meeting-cancelled' };
  if (status === 'offered' && now.toISOString() >= offeredUntil)
    return { refused: 'offer-expired' };
  return registrationWindow(meeting, now) === 'open' ? 'all' : 'details';
}

/** The fields in which what is wanted differs from what is registered, and from what was told. */
export function changedFields({ registration, told }: Seen, wanted: Wanted): EditableField[] {
  return [
    ...differing(REGISTERED_FIELDS, registration, wanted),
    ...TOLD_FIELDS.filter((field) =>
      field === 'answers'
        ? !sameAnswers(told.answers, wanted.answers)
        : told[field] !== wanted[field],
    ),
  ];
}

/** Whether something that was told is to be told otherwise, so that it is set apart anew. */
export const tellsAnew = (seen: Seen, wanted: Wanted): boolean =>
  changedFields(seen, wanted).some((field) => TOLD_FIELDS.some((told) => told === field));

const differing = (fields: readonly RegisteredField[], one: object, other: object) =>
  fields.filter((field) => one[field as never] !== other[field as never]);

/** In whatever order they come. */
function sameAnswers(one: Answers = {}, other: Answers = {}): boolean {
  const ordered = (answers: Answers) =>
    JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return ordered(one) === ordered(other);
}

/**
 * Whether somebody would leave a category or a delegation for another. Whoever only spells an organisation
 * otherwise stays in it.
 */
export function leaves(
  before: Registration,
  wanted: RepresentedRequest,
  meeting: Meeting,
): boolean {
  const after = representing(before, wanted, meeting);
  return after.category !== before.category || delegationKey(after) !== delegationKey(before);
}

/** The registration with whom its participant would represent, and the category that follows from it. */
function representing(
  before: Registration,
  wanted: RepresentedRequest,
  meeting: Meeting,
): Registration {
  if (differing(REPRESENTED_FIELDS, before, wanted).length === 0) return before;
  const after = { ...before, ...pick(wanted, REPRESENTED_FIELDS) } as Registration;
  const { category, reason } = categoryAt(meeting, after);
  return { ...after, category, categoryReason: reason };
}

/**
 * What a participant makes of a registration by editing it; the registration itself, the same object, when
 * nothing changes. What is told anew is noted as `splitSensitive` does, and left as it is otherwise. Whoever stays in a
 * category and a delegation keeps state and seats, unless the name is another person's: see `readmittedByName`. Whoever goes over to
 * others leaves and enters: see `readmitted`.
 *
 * @param seats for whoever goes over and needs a seat: those of the new place, which the caller finds; none where none
 * is free. Where somebody who has a seat would find none, the caller changes nothing.
 */
export function edited(
  seen: Seen,
  wanted: Wanted,
  { meeting, now, seats }: { meeting: Meeting; now: Date; seats?: readonly SeatRef[] | undefined },
): Registration | { readonly refused: EditRefusal } {
  const { registration: before } = seen;
  const may = editable(before, meeting, now);
  if (typeof may === 'object') return may;
  const fields = changedFields(seen, wanted);
  if (may === 'details' && fields.some((field) => isFixed(before, wanted, field)))
    return { refused: 'registration-closed' };
  if (fields.length === 0 && before.privacyNotice !== undefined) return before;
  const at = now.toISOString();
  const after: Registration = {
    ...representing(before, wanted, meeting),
    ...pick(wanted, REGISTERED_FIELDS),
    ...(tellsAnew(seen, wanted) && splitSensitive(meeting, wanted).noted),
    privacyNotice: before.privacyNotice ?? {
      version: meeting.privacyNotice.version,
      acceptedAt: at,
    },
    version: before.version + 1,
    updatedAt: at,
  };
  const placed = leaves(before, wanted, meeting)
    ? readmitted(after, meeting, now, seats)
    : readmittedByName(before, after, meeting);
  if ('refused' in placed) return placed;
  return isNotifiable(before, placed) ? { ...placed, lastMessageAt: at } : placed;
}

/** Whether a field stays as it is once registration is closed. An address that is missing may still be given. */
function isFixed(before: Registration, wanted: Wanted, field: EditableField): boolean {
  if (field === 'email')
    return before.email !== undefined && !isSameAddress(before.email, wanted.email);
  return REPRESENTED_FIELDS.some((one) => one === field);
}

/** These fields as they are wanted, those that are not wanted as `undefined`. */
function pick(wanted: object, fields: readonly RegisteredField[]): Partial<Registration> {
  return Object.fromEntries(fields.map((field) => [field, wanted[field as never]]));
}
