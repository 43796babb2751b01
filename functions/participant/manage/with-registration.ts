import type { Context } from 'hono';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { getMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import { getRegistration } from '../../store/registration/registration.ts';
import { secretsEqual } from '../../web/compare-secrets.ts';
import type { WebEnv } from '../../web/context.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';

/** The registration of a private link, and its meeting. */
export type RegistrationContext = {
  readonly registration: Registration;
  readonly meeting: Meeting;
  readonly stored: StoredMeeting;
};
type RegistrationRoute = (
  c: Context<WebEnv>,
  context: RegistrationContext,
) => Response | Promise<Response>;

/**
 * A route of a private link. A wrong secret gets the same 404 as an unknown reference, so that nobody can find out which
 * references exist.
 */
export function withRegistration({ store }: Dependencies, route: RegistrationRoute): Route {
  return async (c) => {
    const registration = await getRegistration(store, c.req.param('reference') ?? '');
    if (registration === undefined || registration.erasedAt !== undefined)
      return answerProblem(c, 'not-found');
    if (!secretsEqual(registration.secret, c.req.param('secret') ?? ''))
      return answerProblem(c, 'not-found');
    const stored = await getMeeting(store, registration.meetingId);
    if (stored === undefined) return answerProblem(c, 'not-found');
    return route(c, { registration, meeting: stored.meeting, stored });
  };
}
