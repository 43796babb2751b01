import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import { admits, type Meeting } from '../../domain/meeting/meeting.ts';
import { answerTexts, gatherAnswers } from '../../domain/registration/form-answers.ts';
import { managePath, manageUrl } from '../../domain/registration/private-link.ts';
import { isLive } from '../../domain/registration/registration.ts';
import type { CheckedRequest } from '../../domain/registration/registration-request.ts';
import { reasonInWords } from '../../language/reason.ts';
import { recallMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import { type Receipt, type RegisterOutcome, register } from '../../store/registration/register.ts';
import { getRegistration } from '../../store/registration/registration.ts';
import { type Body, type Fields, LARGEST_BODY, readBody } from '../../web/body.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import type { FormState } from '../../web/controls.tsx';
import { tooMany } from '../../web/limited.ts';
import { wantsJson } from '../../web/negotiate.ts';
import {
  busyProblem,
  closedProblem,
  problemOfOutcome,
  problemOfReason,
} from '../../web/outcome-problem.ts';
import {
  answerProblem,
  type Details,
  isJson,
  type Problem,
  type ProblemName,
  problemOf,
  type Refusal,
} from '../../web/problem.tsx';
import { fieldError, fieldErrors } from '../../web/validation.ts';
import type { Dependencies, Route } from '../dependencies.ts';
import { challengeFor, refusedAsBot, withoutBotCheck } from './bot-check.tsx';
import { PersonForm, RepresentedForm } from './form.tsx';
import { representedPart } from './represented.ts';

type C = Context<WebEnv>;

/**
 * The schemas are loaded with the first form. With zod they take as long to load as the rest of this function, and
 * requests for a meeting or a private page do not need them.
 */
const schemas = () => import('../../domain/registration/registration-request.ts');

/** `GET /meetings/{meeting}/register`: the form. Its first step asks for the State or organisation. */
export function showRegistrationForm({ store }: Dependencies): Route {
  return async (c) => {
    const stored = await recallMeeting(store, c.req.param('meeting') ?? '', c.var.now.getTime());
    if (stored === undefined) return answerProblem(c, 'not-found');
    const closed = closedProblem(c, stored.meeting);
    if (closed !== undefined) return answerProblem(c, ...closed);
    // Other query parameters are not answers of the form.
    const { change, representation, state, organisation, organisationKind, code } = c.req.query();
    const answers = { representation, state, organisation, organisationKind, code };
    const values = nonEmpty(answers) as Record<string, string>;
    if (change !== undefined || Object.keys(values).every((name) => name === 'code'))
      return c.html(<RepresentedForm meeting={stored.meeting} form={formOf(c, values)} />);
    const botCheck = await challengeFor(store, stored.meeting, c.var.now);
    return answerForm(c, stored.meeting, { ...values, ...(botCheck && { botCheck }) }, 200);
  };
}

/** `POST /meetings/{meeting}/registrations`: registers, from a form or from JSON. */
export function postRegistration(dependencies: Dependencies): Route {
  const { store } = dependencies;
  return async (c) => {
    const { now } = c.var;
    const stored = await recallMeeting(store, c.req.param('meeting') ?? '', now.getTime());
    if (stored === undefined) return answerProblem(c, 'not-found');
    const { meeting } = stored;
    const closed = closedProblem(c, meeting);
    const body = await readBody(c);
    if ('problem' in body)
      return answerProblem(c, ...(closed ?? [body.problem, { values: { max: LARGEST_BODY } }]));
    const { fields, key } = requestOf(c, body);
    if (closed !== undefined) return answerClosed(c, meeting, fields, closed);
    if (key !== undefined && !/^[\x20-\x7e]{1,200}$/.test(key)) {
      const error = fieldError(c.var.language, ['Idempotency-Key'], 'idempotency-key');
      return refuse(c, meeting, fields, 'invalid', { values: { count: 1 }, errors: [error] });
    }
    const { answers, text } = withoutBotCheck(c, { fields, form: body.form });
    const { checkRequest } = await import('./check-request.ts');
    const checked = checkRequest(answers, {
      language: c.var.language,
      meeting,
      form: body.form,
    });
    if ('errors' in checked) {
      const { errors } = checked;
      return refuse(c, meeting, fields, 'invalid', { values: { count: errors.length }, errors });
    }
    const { request } = checked;
    const decision = categoryAt(meeting, request);
    if (!admits(meeting, decision.category))
      return refuse(
        c,
        meeting,
        fields,
        ...problemOfReason(c, 'category-not-admitted', { meeting, decision, request }),
      );
    try {
      const submission = { stored, fields, request, form: body.form, key, text };
      return await answerSubmission(c, dependencies, submission);
    } catch (error) {
      const busy = busyProblem(error);
      if (busy === undefined) throw error;
      return refuse(c, meeting, fields, ...busy);
    }
  };
}

/** A valid request to register, and how it was sent. */
type Submission = {
  readonly stored: StoredMeeting;
  /** What the reader wrote, to show it again. */
  readonly fields: Record<string, unknown>;
  readonly request: CheckedRequest;
  readonly form: boolean;
  /** The idempotency key. */
  readonly key: string | undefined;
  readonly text: string | undefined;
};

/** Registers a valid request if it passes the limits and the bot check, and answers. */
async function answerSubmission(
  c: C,
  { store, publicUrl }: Dependencies,
  { stored, fields, request, form, key, text }: Submission,
) {
  const { meeting } = stored;
  const { now } = c.var;
  const deadline = deadlineOf(c.env);
  const attempt = (idempotencyKey: string | undefined) =>
    register(store, { stored, request, now, deadline, idempotencyKey });
  const many = await tooMany(c, store, 'register', request.email);
  if (many !== undefined) return refuse(c, meeting, fields, ...many);
  const guesses = request.code && (await tooMany(c, store, 'code', request.email));
  if (guesses) return refuse(c, meeting, fields, ...guesses);
  const bot = await refusedAsBot(c, store, meeting, { text, address: request.email });
  if (bot !== undefined)
    return refuse(c, meeting, { ...request, botCheck: bot.challenge }, ...bot.refusal);
  let outcome = await attempt(key);
  if (form && (await isNewAttempt(store, outcome))) outcome = await attempt(undefined);
  if (outcome.outcome === 'registered')
    return (await isErased(store, outcome))
      ? refuse(c, meeting, fields, 'registration-erased', {})
      : answerRegistered(c, outcome.receipt, publicUrl);
  const current = outcome.outcome === 'closed' ? outcome.meeting : meeting;
  const about = { meeting: current, decision: categoryAt(current, request), request };
  const problem = problemOfOutcome(c, outcome, about);
  if (closedProblem(c, current) !== undefined && outcome.outcome === 'closed')
    return answerClosed(c, current, fields, problem);
  return refuse(c, current, fields, ...problem);
}

/**
 * True if a form with a known key is a new attempt: its answers were changed with the back button, or its
 * registration was withdrawn. (A program that repeats a key wants the first answer.)
 */
async function isNewAttempt(store: Dependencies['store'], outcome: RegisterOutcome) {
  if (outcome.outcome === 'key-reused') return true;
  if (outcome.outcome !== 'registered' || !outcome.repeated) return false;
  const registration = await getRegistration(store, outcome.receipt.reference);
  return registration !== undefined && !isLive(registration.status);
}

/** True if the registration of a repeated key was erased, so that the link in the first answer no longer works. */
async function isErased(store: Dependencies['store'], outcome: RegisterOutcome) {
  if (outcome.outcome !== 'registered' || !outcome.repeated) return false;
  const registration = await getRegistration(store, outcome.receipt.reference);
  return registration?.erasedAt !== undefined;
}

/** The fields of the request that are not empty, and its idempotency key. */
function requestOf(c: C, body: Extract<Body, { form: boolean }>) {
  const header = c.req.header('Idempotency-Key');
  if (!body.form) return { fields: nonEmpty(body.fields), key: header };
  const { submission, ...typed } = nonEmpty(body.fields);
  const fields = gatherAnswers(typed);
  for (const name of ['visaLetter', 'privacyNotice'])
    if (fields[name] === 'true' || fields[name] === 'on') fields[name] = true;
  return { fields, key: header ?? (typeof submission === 'string' ? submission : undefined) };
}

/** The fields without empty answers: in JSON and in forms, an empty answer is no answer. */
export function nonEmpty(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && (typeof value !== 'string' || value.trim() !== ''),
    ),
  );
}

/** 201 with the receipt in JSON, or a redirect to the private page. */
function answerRegistered(c: C, receipt: Receipt, publicUrl: string) {
  if (!wantsJson(c, isJson(c))) return c.redirect(managePath(receipt), 303);
  const { reference, status, category, categoryReason } = receipt;
  const address = manageUrl(publicUrl, receipt);
  c.header('Location', address);
  return c.json(
    {
      reference,
      status,
      category,
      categoryReason: reasonInWords(c.var.language, categoryReason),
      manageUrl: address,
    },
    201,
  );
}

/** Refuses a registration: with problem details, or with the form and what was typed. */
function refuse(c: C, meeting: Meeting, fields: Fields, name: ProblemName, details: Details) {
  if (wantsJson(c, isJson(c))) return answerProblem(c, name, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  const problem = problemOf(c, name, details);
  return answerForm(c, meeting, textsOf(fields), problem.status, wrongOf(name, problem));
}

/** The errors that the form shows: those of fields, or else the problem itself. */
export function wrongOf(code: ProblemName, { title, detail, errors }: Problem): Wrong {
  return errors ? { errors } : { heading: title, errors: [{ pointer: '', code, detail }] };
}

/**
 * Answers a request while registration is not open. The form shows what was typed, so that nothing is lost. After
 * registration has closed, the form can only be copied from.
 */
async function answerClosed(c: C, meeting: Meeting, fields: Fields, [name, details]: Refusal) {
  if (wantsJson(c, isJson(c))) return answerProblem(c, name, details);
  const values = textsOf(fields);
  const { representedRequest } = await schemas();
  const represented = representedRequest.safeParse(representedPart(values));
  if (!represented.success) return answerProblem(c, name, details);
  const problem = problemOf(c, name, details);
  return c.html(
    <PersonForm
      meeting={meeting}
      form={formOf(c, values, wrongOf(name, problem))}
      represented={represented.data}
      decision={categoryAt(meeting, represented.data)}
      submission={values.submission ?? randomUUID()}
      closed={name === 'registration-closed'}
    />,
    problem.status,
  );
}

/** What was typed, as text for the form. */
export function textsOf(fields: Fields): Record<string, string> {
  const { answers, ...others } = fields;
  const texts = Object.entries(others).flatMap(([name, value]) =>
    typeof value === 'string' || value === true ? [[name, String(value)]] : [],
  );
  return { ...Object.fromEntries(texts), ...answerTexts(answers) };
}

export type Wrong = Pick<FormState, 'heading' | 'errors'>;

export function formOf(
  c: C,
  values: Readonly<Record<string, string>>,
  wrong: Wrong = { errors: [] },
): FormState {
  return { language: c.var.language, values, ...wrong };
}

/** The next step of the form, or the step with errors. */
async function answerForm(
  c: C,
  meeting: Meeting,
  values: Readonly<Record<string, string>>,
  status: Parameters<typeof c.html>[1] & number,
  wrong?: Wrong,
) {
  const { representedRequest } = await schemas();
  const represented = representedRequest.safeParse(representedPart(values));
  if (!represented.success) {
    const form = formOf(c, values, { errors: fieldErrors(c.var.language, represented.error) });
    return c.html(<RepresentedForm meeting={meeting} form={form} />, 422);
  }
  const decision = categoryAt(meeting, represented.data);
  if (!admits(meeting, decision.category)) {
    const about = { meeting, decision, request: represented.data };
    const [name, details] = problemOfReason(c, 'category-not-admitted', about);
    const { detail } = problemOf(c, name, details);
    const pointer = details.errors?.[0]?.pointer ?? '';
    const form = formOf(c, values, { errors: [{ pointer, code: 'not-admitted', detail }] });
    return c.html(<RepresentedForm meeting={meeting} form={form} />, 422);
  }
  return c.html(
    <PersonForm
      meeting={meeting}
      form={formOf(c, values, wrong)}
      represented={represented.data}
      decision={decision}
      submission={values.submission ?? randomUUID()}
    />,
    status,
  );
}
