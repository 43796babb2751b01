import type { Context } from 'hono';
import type { Delegation, DelegationRefusal } from '../../domain/delegation/delegation.ts';
import { footingOf } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MoveRefusal } from '../../domain/registration/transitions.ts';
import { dayInWords } from '../../language/day.ts';
import { say } from '../../language/index.ts';
import { reasonInWords } from '../../language/reason.ts';
import { delegationPath, getDelegation } from '../../store/delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import type { Store } from '../../store/platform/client.ts';
import type { OperationContext } from '../../store/registration/change.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import { answerProblem, type Details, type ProblemName } from '../../web/problem.tsx';
import { sameSecret } from '../../web/secret.ts';
import type { Dependencies, Route } from '../dependencies.ts';

/** A delegation as its focal point has opened it. */
export type Opened = {
  readonly delegation: Delegation;
  readonly meeting: Meeting;
  readonly stored: StoredMeeting;
  /** The path of its page. */
  readonly address: string;
  readonly store: Store;
  readonly moving: OperationContext;
  /** The bucket of the notes of nomination, where the stage takes files. */
  readonly notes: string | undefined;
};
export type DelegationRoute = (c: Context<WebEnv>, opened: Opened) => Response | Promise<Response>;

/**
 * A route of the delegation page. A link that is wrong, or has been replaced by another, is told what an
 * address is told that never was one.
 */
export function opened({ store, publicUrl, notes }: Dependencies, route: DelegationRoute): Route {
  return async (c) => {
    const { meeting: meetingId = '', delegation: id = '', secret = '' } = c.req.param();
    const delegation = await getDelegation(store, meetingId, id);
    if (delegation === undefined || !sameSecret(delegation.secret, secret))
      return answerProblem(c, 'not-found');
    const stored = await getMeeting(store, meetingId);
    if (stored === undefined) return answerProblem(c, 'not-found');
    return route(c, {
      delegation,
      meeting: stored.meeting,
      stored,
      address: delegationPath(delegation),
      store,
      notes,
      moving: { publicUrl, now: c.var.now, deadline: deadlineOf(c.env) },
    });
  };
}

/** What a focal point is told of something that cannot be done. */
export function problemOfRefusal(
  c: Context<WebEnv>,
  { meeting, delegation }: Opened,
  reason: DelegationRefusal | MoveRefusal,
): readonly [ProblemName, Details] {
  const { language } = c.var;
  const { category, reason: why } = footingOf(meeting, delegation);
  const { opensOn, closesOn } = meeting.registration;
  const values = {
    contact: meeting.contactEmail,
    opensOn: dayInWords(language, opensOn),
    closesOn: dayInWords(language, closesOn),
    category: say(language, `category.${category}`),
    reason: reasonInWords(language, why),
  };
  return [PROBLEM_OF[reason] ?? 'not-possible', { values }];
}

const PROBLEM_OF: Readonly<Partial<Record<DelegationRefusal | MoveRefusal, ProblemName>>> = {
  'link-ceased': 'not-found',
  'head-seated': 'head-seated',
  'meeting-over': 'meeting-over',
  'meeting-cancelled': 'meeting-cancelled',
  'registration-not-open': 'registration-not-open',
  'registration-closed': 'registration-closed',
  'category-not-admitted': 'category-not-admitted',
};
