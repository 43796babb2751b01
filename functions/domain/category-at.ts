import { type CategoryDecision, categoryOf, type Represented } from './category.ts';
import { conventions } from './convention.ts';
import type { Meeting } from './meeting.ts';
import type { Registration } from './registration.ts';

/** The category of somebody at a meeting, and why: on its first day, by its convention. */
export function categoryAt(
  meeting: Pick<Meeting, 'convention' | 'startsOn'>,
  // A registration was parsed as one of those whom it may represent.
  who: Represented | Registration,
): CategoryDecision {
  return categoryOf(who as Represented, conventions[meeting.convention], meeting.startsOn);
}

/**
 * Why somebody is of their category, as it is now: for a meeting that was moved, on its first day as it is. What was
 * decided otherwise, as for people loaded from a roster, stays as it is kept.
 */
export function reasonNow(
  meeting: Pick<Meeting, 'convention' | 'startsOn'>,
  registration: Registration,
): CategoryDecision['reason'] {
  const { category, reason } = categoryAt(meeting, registration);
  return category === registration.category && reason.code === registration.categoryReason.code
    ? reason
    : registration.categoryReason;
}
