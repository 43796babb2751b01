import { type Category, type CategoryDecision, categoryOf, type Represented } from './category.ts';
import { type ConventionId, conventions } from './convention.ts';
import type { RepresentedFields } from './delegation-key.ts';

/** Of a meeting, what categories depend on. `startsOn`: `YYYY-MM-DD`. */
type ConventionMeeting = { readonly convention: ConventionId; readonly startsOn: string };

/** The category of somebody at a meeting, and why: on its first day, by its convention. */
export function categoryAt(
  meeting: ConventionMeeting,
  // A registration was parsed as one of those whom it may represent.
  who: Represented | RepresentedFields,
): CategoryDecision {
  return categoryOf(who as Represented, conventions[meeting.convention], meeting.startsOn);
}

/**
 * Why somebody is of their category, as it is now: for a meeting that was moved, on its first day as it is. What was
 * decided otherwise, as for people loaded from a roster, stays as it is kept.
 */
export function reasonNow(
  meeting: ConventionMeeting,
  registration: RepresentedFields & {
    readonly category: Category;
    readonly categoryReason: CategoryDecision['reason'];
  },
): CategoryDecision['reason'] {
  const { category, reason } = categoryAt(meeting, registration);
  return category === registration.category && reason.code === registration.categoryReason.code
    ? reason
    : registration.categoryReason;
}
