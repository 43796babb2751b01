import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { say, sayNamed } from '../language/index.ts';
import type { WebEnv } from './context.ts';
import { Page } from './layout.tsx';
import { wantsJson } from './negotiate.ts';

/** Every problem there is, with its HTTP status. The name is stable: clients may rely on it. */
export const PROBLEMS = {
  unreadable: 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-registered': 409,
  'person-registered': 409,
  'seats-full': 409,
  'already-withdrawn': 409,
  'not-possible': 409,
  'head-seated': 409,
  'changed-meanwhile': 409,
  'address-suppressed': 409,
  'offer-expired': 410,
  'registration-erased': 410,
  'registration-not-open': 403,
  'bot-check-required': 403,
  'registration-closed': 410,
  'meeting-over': 410,
  'meeting-cancelled': 410,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'category-not-admitted': 422,
  'idempotency-key-reused': 422,
  'too-soon': 429,
  'registered-too-often': 429,
  'too-many-requests': 429,
  internal: 500,
  busy: 503,
} as const satisfies Record<string, ContentfulStatusCode>;
export type ProblemName = keyof typeof PROBLEMS;

/** What is wrong with one field: where (a JSON pointer), a stable code, and a sentence for the reader. */
export type FieldError = {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
};

/** Problem details as RFC 9457 defines them, with the fields that are wrong and whatever the problem adds. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
};

export const problemType = (name: ProblemName) => `urn:plenary:problem:${name}`;

/** What a problem says beyond its name. */
export type Details = {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
};

/** A problem by name, as `answerProblem` takes it. */
export type Refusal = readonly [name: ProblemName, details: Details];

/** The problem in the reader's language. */
export function problemOf(c: Context<WebEnv>, name: ProblemName, details: Details = {}): Problem {
  const language = c.get('language');
  return {
    type: problemType(name),
    title: say(language, `problem.${name}.title`),
    status: PROBLEMS[name],
    detail: sayNamed(language, `problem.${name}.detail`, details.values ?? {}),
    ...(details.errors && { errors: details.errors }),
    ...details.extensions,
  };
}

/** Answers with a problem: as `application/problem+json`, or as a page for whoever reads pages. */
export function answerProblem(c: Context<WebEnv>, name: ProblemName, details: Details = {}) {
  const problem = problemOf(c, name, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  if (wantsJson(c, isJson(c))) return answerJson(c, problem);
  return c.html(
    <Page language={c.get('language')} title={problem.title} choice={c.req.method === 'GET'}>
      <h1>{problem.title}</h1>
      <p class="lead">{problem.detail}</p>
      <p>
        <a href="/">{say(c.get('language'), 'page.all-meetings')}</a>
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

/** Whether the request itself speaks JSON: its sender is then taken to read JSON. */
export function isJson(c: Context): boolean {
  return /^application\/(json|[a-z0-9.+-]+\+json)\b/i.test(c.req.header('Content-Type') ?? '');
}
