import { admissionOf, type Meeting } from '../meeting/meeting.ts';
import type { SeatRef } from '../seats/seats.ts';
import { holdsSeat, type Registration } from './registration.ts';
import { isSameName, type PersonName } from './same-name.ts';
import { initialStatus } from './transitions.ts';

/**
 * Admits a person to another category or delegation. The former decision, the order in the delegation and the seats no
 * longer apply.
 * - In a `validated` category the person becomes `pending`, without a seat.
 * - In an `open` category, a person with a seat needs a new seat at once, a waitlisted person goes to the end of the
 *   waiting list, and a pending person enters like a new registration.
 *
 * @param seats the seats in the new category or delegation. `undefined` if none is free.
 */
export function readmitted(
  before: Registration,
  meeting: Meeting,
  now: Date,
  seats: readonly SeatRef[] | undefined,
): Registration | { readonly refused: 'category-not-admitted' } {
  const one = withoutDecision(before);
  const admission = admissionOf(meeting, one.category);
  if (admission === 'closed' || admission === 'invited')
    return { refused: 'category-not-admitted' };
  if (admission === 'validated') return { ...one, ...initialStatus('validated', undefined, now) };
  if (one.status === 'pending') return { ...one, ...initialStatus('open', seats, now) };
  if (!holdsSeat(one.status)) return { ...one, waitingSince: now.toISOString() };
  const { offeredUntil } = before;
  return { ...one, seats: seats ?? [], ...(offeredUntil !== undefined && { offeredUntil }) };
}

/** The registration without decision, seats and position on the waiting list. */
function withoutDecision(before: Registration): Registration {
  const {
    decision: _,
    nominated: __,
    nominatedBy: ___,
    codeLabel: ____,
    validatedName: _____,
    order: ______,
    waitingSince: _______,
    offeredUntil: ________,
    ...one
  } = before;
  return { ...one, seats: [] };
}

/**
 * True if a person was validated by name: in a `validated` category, a focal point, an organiser or a code has admitted
 * everybody who is not pending. The name of a person from a roster may be unknown.
 */
export function isValidated(one: Registration, meeting: Meeting): boolean {
  return (
    one.status !== 'pending' &&
    admissionOf(meeting, one.category) === 'validated' &&
    (one.givenName ?? one.familyName) !== undefined
  );
}

/**
 * Applies a change of name within the same delegation. A validation is for one person. A corrected spelling keeps it,
 * and the registration remembers the validated name, so that no chain of corrections can lead to another person. With
 * another person's name, the registration becomes pending and its seat becomes free.
 */
export function readmittedByName(
  before: Registration,
  after: Registration,
  meeting: Meeting,
): Registration {
  const isRenamed = before.givenName !== after.givenName || before.familyName !== after.familyName;
  if (!isRenamed || !isValidated(before, meeting)) return after;
  const { givenName, familyName } = before;
  const validatedName: PersonName = before.validatedName ?? { givenName, familyName };
  if (isSameName(validatedName, after)) return { ...after, validatedName };
  return { ...withoutDecision(after), status: 'pending' };
}
