import { managePath } from '../../domain/registration/private-link.ts';
import {
  type RemindersWanted,
  setFocalPointReminders,
  setParticipantReminders,
} from '../../store/notifications/stop-reminders.ts';
import { deadlineOf } from '../../web/context.ts';
import { answerProblem } from '../../web/problem.tsx';
import { wantsPage } from '../delegation/body.ts';
import type { DelegationRoute } from '../delegation/with-delegation.ts';
import type { Dependencies, Route } from '../dependencies.ts';
import { withRegistration } from './with-registration.ts';

/**
 * `POST …/reminders/stop` and `POST …/reminders/resume` of a registration. A cancelled meeting sends no reminders:
 * stopping always works, and resuming is refused.
 */
export function postReminders(dependencies: Dependencies, wanted: RemindersWanted): Route {
  const { store } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting, stored }) => {
    if (wanted === 'resumed' && meeting.cancelled) return answerProblem(c, 'meeting-cancelled');
    const moving = { now: c.var.now, deadline: deadlineOf(c.env) };
    const after = await setParticipantReminders(store, stored, registration, wanted, moving);
    if (after === undefined) return answerProblem(c, 'not-found');
    if (!wantsPage(c)) return c.json({ reminders: wanted });
    return c.redirect(`${managePath(registration)}?saved`, 303);
  });
}

/** The same for the focal point of a delegation. */
export function postFocalPointReminders(wanted: RemindersWanted): DelegationRoute {
  return async (c, { store, delegation, address, moving }) => {
    const after = await setFocalPointReminders(store, delegation, wanted, 'page', moving);
    if (after === undefined) return answerProblem(c, 'not-found');
    return wantsPage(c) ? c.redirect(address, 303) : c.json({ reminders: wanted });
  };
}
