import { categoryAt } from '../eligibility/category-at-meeting.ts';
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

/** The fields of the registration itself that a participant may change. */
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

/** The fields that a participant may change and that are wholly or partly sensitive: see sensitive-data.ts. */
const SENSITIVE_FIELDS = [
  'dietary',
  'accessibility',
  'answers',
] as const satisfies readonly (keyof Sensitive)[];

/** All fields of a registration that a participant may change. */
export const EDITABLE_FIELDS = [...REGISTERED_FIELDS, ...SENSITIVE_FIELDS] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];
type RegisteredField = (typeof REGISTERED_FIELDS)[number];

/** A registration as its participant sees it, with the sensitive data that they submitted. */
export type Seen = { readonly registration: Registration; readonly submitted: Sensitive };

/** The new content of a registration, checked like a new registration. */
export type Wanted = CheckedRequest;

/** Why a registration cannot be changed, or not in this way. */
export type EditRefusal =
  /** The registration is declined or withdrawn. */
  | 'not-possible'
  | 'offer-expired'
  | 'meeting-over'
  | 'meeting-cancelled'
  /** Representation and address can change only while registration is open. */
  | 'registration-closed'
  /** The meeting does not admit the new category, or admits it only by invitation. */
  | 'category-not-admitted';

/**
 * What a participant may still change. `all`: everything. `details`: everything except the representation and a known
 * address, once registration is closed. A registration that has ended cannot change, and none can after the last day of
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

/** The fields that differ between the new content and the registration with its sensitive data. */
export function changedFields({ registration, submitted }: Seen, wanted: Wanted): EditableField[] {
  return [
    ...differing(REGISTERED_FIELDS, registration, wanted),
    ...SENSITIVE_FIELDS.filter((field) =>
      field === 'answers'
        ? !sameAnswers(submitted.answers, wanted.answers)
        : submitted[field] !== wanted[field],
    ),
  ];
}

/** True if an edit changes data that `splitSensitive` has to split again. */
export const changesSensitiveData = (seen: Seen, wanted: Wanted): boolean =>
  changedFields(seen, wanted).some((field) =>
    SENSITIVE_FIELDS.some((submitted) => submitted === field),
  );

const differing = (fields: readonly RegisteredField[], one: object, other: object) =>
  fields.filter((field) => one[field as never] !== other[field as never]);

/** Compares answers in any order. */
function sameAnswers(one: Answers = {}, other: Answers = {}): boolean {
  const ordered = (answers: Answers) =>
    JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return ordered(one) === ordered(other);
}

/** True if an edit moves a person to another category or delegation. Another spelling of an organisation does not. */
export function leaves(
  before: Registration,
  wanted: RepresentedRequest,
  meeting: Meeting,
): boolean {
  const after = representing(before, wanted, meeting);
  return after.category !== before.category || delegationKey(after) !== delegationKey(before);
}

/** The registration with its new representation, and the category that follows from it. */
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
 * Applies an edit to a registration. A person who stays in the same category and delegation keeps status and seats,
 * unless the name becomes another person's (`readmittedByName`). A person who moves to another one is admitted again
 * (`readmitted`). Changed sensitive data is recorded as `splitSensitive` returns it, and otherwise stays as it is.
 *
 * @param seats the seats in the new category or delegation, for a person who moves and needs a seat. The caller finds
 * them. `undefined` if none is free. If a person with a seat would lose it, the caller makes no change.
 * @returns the changed registration, the same object if nothing changes, or the reason why it cannot change.
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
    ...(changesSensitiveData(seen, wanted) && splitSensitive(meeting, wanted).forRegistration),
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

/** True if a field can no longer change once registration is closed. A missing address can still be added. */
function isFixed(before: Registration, wanted: Wanted, field: EditableField): boolean {
  if (field === 'email')
    return before.email !== undefined && !isSameAddress(before.email, wanted.email);
  return REPRESENTED_FIELDS.some((one) => one === field);
}

/** The given fields of the new content. Missing ones are `undefined`. */
function pick(wanted: object, fields: readonly RegisteredField[]): Partial<Registration> {
  return Object.fromEntries(fields.map((field) => [field, wanted[field as never]]));
}
