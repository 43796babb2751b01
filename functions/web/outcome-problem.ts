import type { Context } from 'hono';
import type { DelegationRefusal } from '../domain/delegation/delegation.ts';
import type { CategoryDecision } from '../domain/eligibility/category.ts';
import { type Meeting, registrationWindow } from '../domain/meeting/meeting.ts';
import type { EditRefusal } from '../domain/registration/edit.ts';
import type { RepresentedRequest } from '../domain/registration/registration-request.ts';
import type { TransitionRefusal } from '../domain/registration/transitions.ts';
import { dayInWords } from '../language/day.ts';
import { t } from '../language/index.ts';
import { reasonInWords } from '../language/reason.ts';
import { CATEGORY_TEXTS } from '../language/text-keys.ts';
import type { NominateOutcome } from '../store/delegation/nominate.ts';
import type { PlaceOutcome } from '../store/delegation/set-delegation-role.ts';
import { isPassing, RETRY_AFTER, StoreBusy } from '../store/platform/transact.ts';
import type { EditOutcome } from '../store/registration/edit.ts';
import type { RegisterOutcome } from '../store/registration/register.ts';
import type { ResendOutcome } from '../store/registration/resend.ts';
import type { TransitionOutcome } from '../store/registration/transition.ts';
import type { WebEnv } from './context.ts';
import type { Details, ProblemName, Refusal } from './problem.tsx';
import { fieldError } from './validation.ts';

type C = Context<WebEnv>;

type StoreOutcome =
  | RegisterOutcome
  | EditOutcome
  | TransitionOutcome
  | NominateOutcome
  | PlaceOutcome
  | ResendOutcome;
type Success = 'registered' | 'edited' | 'moved' | 'nominated' | 'placed' | 'queued';

/** An outcome of the store that is a problem for the client. */
export type FailedOutcome = Exclude<StoreOutcome, { readonly outcome: Success }>;

/** Why the rules refuse a change. */
export type RefusalReason = DelegationRefusal | EditRefusal | TransitionRefusal;

/** What the request was about. */
export type RequestContext = {
  readonly meeting: Meeting;
  /** The category of the person or delegation, with its reason. */
  readonly decision: CategoryDecision;
  /** The State, organisation or individual of the request; without it, the problem names no field. */
  readonly request?: RepresentedRequest;
};

const PROBLEM_OF_REASON: Readonly<Record<RefusalReason, ProblemName>> = {
  'already-withdrawn': 'already-withdrawn',
  'meeting-over': 'meeting-over',
  'meeting-cancelled': 'meeting-cancelled',
  'offer-expired': 'offer-expired',
  'head-seated': 'head-seated',
  'link-ceased': 'not-found',
  'registration-not-open': 'registration-not-open',
  'registration-closed': 'registration-closed',
  'category-not-admitted': 'category-not-admitted',
  'not-possible': 'not-possible',
  // Only the waiting list gives these reasons, and no request asks for its moves.
  'offer-holds': 'not-possible',
  'no-seat': 'not-possible',
};

/** The problem for each outcome of the store that is not a success. This is the only mapping from outcomes to problems. */
export function problemOfOutcome(c: C, failed: FailedOutcome, about: RequestContext): Refusal {
  const { meeting } = about;
  const contact = meeting.contactEmail;
  switch (failed.outcome) {
    case 'refused':
      return problemOfReason(c, failed.reason, about);
    case 'closed': {
      const now = { ...about, meeting: failed.meeting };
      return closedProblem(c, failed.meeting) ?? problemOfReason(c, 'category-not-admitted', now);
    }
    case 'duplicate':
      return ['already-registered', {}];
    case 'held':
      return ['person-registered', { values: { contact } }];
    case 'full': {
      const extensions = 'scope' in failed ? { scope: failed.scope } : {};
      return ['seats-full', { values: { contact }, extensions }];
    }
    case 'too-often': {
      const retryAfter = secondsUntil(c, failed.again);
      const values = { hours: Math.ceil(retryAfter / 3600), contact };
      return ['registered-too-often', { retryAfter, values }];
    }
    case 'too-soon': {
      const retryAfter = secondsUntil(c, failed.again);
      return ['too-soon', { retryAfter, values: { minutes: Math.ceil(retryAfter / 60) } }];
    }
    case 'code': {
      const error = fieldError(c.var.language, ['code'], `code-${failed.refusal}`);
      return ['invalid', { values: { count: 1 }, errors: [error] }];
    }
    case 'key-reused':
      return ['idempotency-key-reused', {}];
    case 'changed-meanwhile':
      return ['changed-meanwhile', {}];
    case 'no-address':
      return ['not-found', {}];
  }
}

/** The problem for a change that the rules refuse. */
export function problemOfReason(
  c: C,
  reason: RefusalReason,
  { meeting, decision, request }: RequestContext,
): Refusal {
  const name = PROBLEM_OF_REASON[reason];
  if (name === 'registration-closed' || name === 'registration-not-open')
    return [name, windowDetails(c, meeting)];
  if (name !== 'category-not-admitted') return [name, {}];
  const { language } = c.var;
  const { category } = decision;
  return [
    name,
    {
      values: {
        reason: reasonInWords(language, decision.reason),
        category: t(language, CATEGORY_TEXTS[category]),
        contact: meeting.contactEmail,
      },
      ...(request && {
        errors: [fieldError(language, [CATEGORY_FIELD[request.representation]], 'not-admitted')],
      }),
      extensions: { category },
    },
  ];
}

/** The field that decides the category. */
const CATEGORY_FIELD = {
  state: 'state',
  organisation: 'organisationKind',
  individual: 'representation',
} as const satisfies Record<RepresentedRequest['representation'], string>;

/** The problem of a meeting that does not accept registrations now; nothing if it does. */
export function closedProblem(c: C, meeting: Meeting): Refusal | undefined {
  const window = registrationWindow(meeting, c.var.now);
  if (window === 'open') return undefined;
  if (meeting.cancelled) return ['meeting-cancelled', {}];
  const name = window === 'closed' ? 'registration-closed' : 'registration-not-open';
  return [name, windowDetails(c, meeting)];
}

function windowDetails(c: C, { registration, contactEmail }: Meeting): Details {
  const { opensOn, closesOn } = registration;
  const words = (day: string) => dayInWords(c.var.language, day);
  return {
    values: { opensOn: words(opensOn), closesOn: words(closesOn), contact: contactEmail },
    extensions: { opensOn, closesOn },
  };
}

/** The problem of an error that a later attempt can get past; nothing for any other error. */
export function busyProblem(error: unknown): Refusal | undefined {
  if (!(error instanceof StoreBusy || isPassing(error))) return undefined;
  return ['busy', { retryAfter: RETRY_AFTER }];
}

/** Whole seconds until an instant, at least one. */
const secondsUntil = (c: C, instant: Date): number =>
  Math.max(1, Math.ceil((instant.getTime() - c.var.now.getTime()) / 1000));
