import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type TextKey, t, translateKey } from '../language/index.ts';
import type { WebEnv } from './context.ts';
import { Page } from './layout.tsx';
import { wantsJson } from './negotiate.ts';

type ProblemDefinition = {
  readonly status: ContentfulStatusCode;
  readonly title: TextKey;
  readonly detail: TextKey;
};

/**
 * Every problem, with its HTTP status and texts. Names are stable: clients may rely on them.
 */
export const PROBLEMS = {
  unreadable: {
    status: 400,
    title: 'problem.unreadable.title',
    detail: 'problem.unreadable.detail',
  },
  'not-found': {
    status: 404,
    title: 'problem.not-found.title',
    detail: 'problem.not-found.detail',
  },
  'method-not-allowed': {
    status: 405,
    title: 'problem.method-not-allowed.title',
    detail: 'problem.method-not-allowed.detail',
  },
  'already-registered': {
    status: 409,
    title: 'problem.already-registered.title',
    detail: 'problem.already-registered.detail',
  },
  'person-registered': {
    status: 409,
    title: 'problem.person-registered.title',
    detail: 'problem.person-registered.detail',
  },
  'seats-full': {
    status: 409,
    title: 'problem.seats-full.title',
    detail: 'problem.seats-full.detail',
  },
  'already-withdrawn': {
    status: 409,
    title: 'problem.already-withdrawn.title',
    detail: 'problem.already-withdrawn.detail',
  },
  'not-possible': {
    status: 409,
    title: 'problem.not-possible.title',
    detail: 'problem.not-possible.detail',
  },
  'head-seated': {
    status: 409,
    title: 'problem.head-seated.title',
    detail: 'problem.head-seated.detail',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'problem.changed-meanwhile.title',
    detail: 'problem.changed-meanwhile.detail',
  },
  'address-suppressed': {
    status: 409,
    title: 'problem.address-suppressed.title',
    detail: 'problem.address-suppressed.detail',
  },
  'offer-expired': {
    status: 410,
    title: 'problem.offer-expired.title',
    detail: 'problem.offer-expired.detail',
  },
  'registration-erased': {
    status: 410,
    title: 'problem.registration-erased.title',
    detail: 'problem.registration-erased.detail',
  },
  'registration-not-open': {
    status: 403,
    title: 'problem.registration-not-open.title',
    detail: 'problem.registration-not-open.detail',
  },
  'bot-check-required': {
    status: 403,
    title: 'problem.bot-check-required.title',
    detail: 'problem.bot-check-required.detail',
  },
  'registration-closed': {
    status: 410,
    title: 'problem.registration-closed.title',
    detail: 'problem.registration-closed.detail',
  },
  'meeting-over': {
    status: 410,
    title: 'problem.meeting-over.title',
    detail: 'problem.meeting-over.detail',
  },
  'meeting-cancelled': {
    status: 410,
    title: 'problem.meeting-cancelled.title',
    detail: 'problem.meeting-cancelled.detail',
  },
  'too-large': {
    status: 413,
    title: 'problem.too-large.title',
    detail: 'problem.too-large.detail',
  },
  'unsupported-type': {
    status: 415,
    title: 'problem.unsupported-type.title',
    detail: 'problem.unsupported-type.detail',
  },
  invalid: {
    status: 422,
    title: 'problem.invalid.title',
    detail: 'problem.invalid.detail',
  },
  'category-not-admitted': {
    status: 422,
    title: 'problem.category-not-admitted.title',
    detail: 'problem.category-not-admitted.detail',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'problem.idempotency-key-reused.title',
    detail: 'problem.idempotency-key-reused.detail',
  },
  'too-soon': {
    status: 429,
    title: 'problem.too-soon.title',
    detail: 'problem.too-soon.detail',
  },
  'registered-too-often': {
    status: 429,
    title: 'problem.registered-too-often.title',
    detail: 'problem.registered-too-often.detail',
  },
  'too-many-requests': {
    status: 429,
    title: 'problem.too-many-requests.title',
    detail: 'problem.too-many-requests.detail',
  },
  internal: {
    status: 500,
    title: 'problem.internal.title',
    detail: 'problem.internal.detail',
  },
  busy: {
    status: 503,
    title: 'problem.busy.title',
    detail: 'problem.busy.detail',
  },
} as const satisfies Record<string, ProblemDefinition>;
export type ProblemName = keyof typeof PROBLEMS;

/** The error of one field: a JSON pointer, a stable code, and a sentence for the reader. */
export type FieldError = {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
};

/** Problem details (RFC 9457), with the errors of fields and the extensions of the problem. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
};

export const problemType = (name: ProblemName) => `urn:plenary:problem:${name}`;

/** The details of a problem. */
export type Details = {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Seconds after which the client can try again. */
  readonly retryAfter?: number;
};

/** The arguments of `answerProblem`. */
export type Refusal = readonly [name: ProblemName, details: Details];

/** The problem in the reader's language. */
export function problemOf(c: Context<WebEnv>, name: ProblemName, details: Details = {}): Problem {
  const language = c.get('language');
  const { status, title, detail } = PROBLEMS[name];
  return {
    type: problemType(name),
    title: t(language, title),
    status,
    detail: translateKey(language, detail, details.values ?? {}),
    ...(details.errors && { errors: details.errors }),
    ...details.extensions,
  };
}

/** Answers with a problem: as `application/problem+json` or as a page, as the client prefers. */
export function answerProblem(c: Context<WebEnv>, name: ProblemName, details: Details = {}) {
  const problem = problemOf(c, name, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  if (wantsJson(c, isJson(c))) return answerJson(c, problem);
  return c.html(
    <Page language={c.get('language')} title={problem.title} choice={c.req.method === 'GET'}>
      <h1>{problem.title}</h1>
      <p class="lead">{problem.detail}</p>
      <p>
        <a href="/">{t(c.get('language'), 'page.all-meetings')}</a>
      </p>
    </Page>,
    problem.status,
  );
}

/** A problem as `application/problem+json`. */
function answerJson(c: Context<WebEnv>, problem: Problem) {
  return c.body(JSON.stringify(problem), problem.status, {
    'Content-Type': 'application/problem+json',
  });
}

/** True if the request body is JSON. Its client is then assumed to read JSON. */
export function isJson(c: Context): boolean {
  return /^application\/(json|[a-z0-9.+-]+\+json)\b/i.test(c.req.header('Content-Type') ?? '');
}
