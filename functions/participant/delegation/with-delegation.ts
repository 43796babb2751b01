import type { Context } from 'hono';
import {
  categoryOfDelegation,
  type Delegation,
  delegationPath,
} from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { getDelegation } from '../../store/delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import type { Store } from '../../store/platform/client.ts';
import type { OperationContext } from '../../store/registration/change.ts';
import { secretsEqual } from '../../web/compare-secrets.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import type { RequestContext } from '../../web/outcome-problem.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';

/** The delegation of a focal point's link, and what its routes need. */
export type DelegationContext = {
  readonly delegation: Delegation;
  readonly meeting: Meeting;
  readonly stored: StoredMeeting;
  /** The path of its page. */
  readonly address: string;
  readonly publicUrl: string;
  readonly store: Store;
  readonly moving: OperationContext;
  /** The bucket for notes of nomination, if the stage stores files. */
  readonly notes: string | undefined;
};
export type DelegationRoute = (
  c: Context<WebEnv>,
  context: DelegationContext,
) => Response | Promise<Response>;

/**
 * A route of a focal point's link. A wrong link, or one that was replaced, gets the same 404 as an unknown address.
 */
export function withDelegation(
  { store, publicUrl, notes }: Dependencies,
  route: DelegationRoute,
): Route {
  return async (c) => {
    const { meeting: meetingId = '', delegation: id = '', secret = '' } = c.req.param();
    const delegation = await getDelegation(store, meetingId, id);
    if (delegation === undefined || !secretsEqual(delegation.secret, secret))
      return answerProblem(c, 'not-found');
    const stored = await getMeeting(store, meetingId);
    if (stored === undefined) return answerProblem(c, 'not-found');
    return route(c, {
      delegation,
      meeting: stored.meeting,
      stored,
      address: delegationPath(delegation),
      publicUrl,
      store,
      notes,
      moving: { now: c.var.now, deadline: deadlineOf(c.env) },
    });
  };
}

/** The meeting and category for a problem of this delegation. */
export const problemContext = ({ meeting, delegation }: DelegationContext): RequestContext => ({
  meeting,
  decision: categoryOfDelegation(meeting, delegation),
});
