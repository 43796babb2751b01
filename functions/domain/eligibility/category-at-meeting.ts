import { type Category, type CategoryDecision, categoryOf, type Represented } from './category.ts';
import { type ConventionId, conventions } from './convention.ts';
import type { RepresentedFields } from './delegation-key.ts';

/** The part of a meeting on which categories depend. `startsOn`: `YYYY-MM-DD`. */
type ConventionMeeting = { readonly convention: ConventionId; readonly startsOn: string };

/** The category of a person at a meeting and its reason, by the meeting's convention on its first day. */
export function categoryAt(
  meeting: ConventionMeeting,
  // A registration satisfies `Represented`, because the form was parsed as one of its variants.
  who: Represented | RepresentedFields,
): CategoryDecision {
  return categoryOf(who as Represented, conventions[meeting.convention], meeting.startsOn);
}

/**
 * The current reason of a person's category. If the meeting has moved, the reason is about its new first day. If the
 * registration has another category or kind of reason (people from a roster may), the stored reason stays.
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
