import { admissionOf, type Meeting } from '../meeting/meeting.ts';
import type { SeatRef } from '../seats/seats.ts';
import { holdsSeat, type Registration } from './registration.ts';
import { isSameName, type PersonName } from './same-name.ts';
import { initialStatus } from './transitions.ts';

/**
 * Somebody who comes into another category or delegation, without what was decided of them in the old one and what
 * they were given there. Where people are validated one waits for the yes, without a seat. Elsewhere whoever has a seat
 * needs one there at once; whoever waits for a seat goes to the end of the waiting list; and whoever waited for a yes that
 * nobody gives there comes in as somebody who registers does.
 *
 * @param seats those of the new place, for whoever needs them; none where none is free.
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

/** Somebody of whom nothing is decided, and who has nothing yet: neither seat nor place. */
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
 * Whether somebody was validated by name: in such a category a focal point, an organiser or a code has said yes to
 * whoever is not pending. Of people on a roster the name may not be known.
 */
export function isValidated(one: Registration, meeting: Meeting): boolean {
  return (
    one.status !== 'pending' &&
    admissionOf(meeting, one.category) === 'validated' &&
    (one.givenName ?? one.familyName) !== undefined
  );
}

/**
 * What becomes of somebody who stays in a delegation but changes the name. Where people are validated the yes was to a
 * person: a spelling that is put right keeps it, and the name that it was given to is remembered, so that no chain of
 * corrections leads to another person; somebody else waits for a yes anew, and the seat is free.
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
