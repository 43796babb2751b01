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
