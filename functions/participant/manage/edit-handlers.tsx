import type { Context } from 'hono';
import type { CategoryDecision } from '../../domain/eligibility/category.ts';
import { categoryAt } from '../../domain/eligibility/category-at-meeting.ts';
import { admissionOf } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import { questionsFor } from '../../domain/meeting/question.ts';
import {
  changedFields,
  type EditRefusal,
  editable,
  leaves,
  type Wanted,
} from '../../domain/registration/edit.ts';
import { managePath } from '../../domain/registration/private-link.ts';
import type { RepresentedRequest } from '../../domain/registration/registration-request.ts';
import type { Sensitive } from '../../domain/registration/sensitive-data.ts';
import { t } from '../../language/index.ts';
import { readDelivery } from '../../store/outbox/delivery.ts';
import { type EditOutcome, editRegistration } from '../../store/registration/edit.ts';
import { readSubmitted } from '../../store/registration/sensitive-data.ts';
import { type Fields, LARGEST_BODY, readBody } from '../../web/body.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { busyProblem, problemOfOutcome, problemOfReason } from '../../web/outcome-problem.ts';
import {
  answerProblem,
  type FieldError,
  isJson,
  problemOf,
  type Refusal,
} from '../../web/problem.tsx';
import { fieldErrors } from '../../web/validation.ts';
import type { Dependencies, Route } from '../dependencies.ts';
import type { Checking } from '../registration/check-request.ts';
import { RepresentedForm } from '../registration/form.tsx';
import { formOf, nonEmpty, textsOf, type Wrong, wrongOf } from '../registration/handlers.tsx';
import { REPRESENTED, representedPart } from '../registration/represented.ts';
import { fieldsOf, fixedValues, formFields, patched, person, withUnasked } from './edit-fields.ts';
import { EditForm } from './edit-form.tsx';
import { currentDecision, publicRegistration } from './handlers.tsx';
import { type RegistrationContext, withRegistration } from './with-registration.ts';

type C = Context<WebEnv>;

/** Loaded with the first form, because zod takes long to load. */
const schemas = () => import('../../domain/registration/registration-request.ts');

/** The registration of a private link, with its sensitive data. */
type EditContext = RegistrationContext & { readonly submitted: Sensitive };
type EditRoute = (c: C, context: EditContext) => Response | Promise<Response>;

/** A route of a private link that also reads the sensitive data. */
function withEdit(dependencies: Dependencies, route: EditRoute): Route {
  return withRegistration(dependencies, async (c, context) => {
    const submitted = await readSubmitted(dependencies.store, context.registration, c.var.now);
    return route(c, { ...context, submitted });
  });
}

/** `GET …/edit`: the form, filled in; or its first step, to change the State or organisation. */
export function showEdit(dependencies: Dependencies): Route {
  return withEdit(dependencies, async (c, context) => {
    const { registration, meeting } = context;
    const may = editable(registration, meeting, c.var.now);
    if (typeof may === 'object') return c.redirect(managePath(registration), 303);
    const { change, representation, state, organisation, organisationKind } = c.req.query();
    const chosen = textsOf(nonEmpty({ representation, state, organisation, organisationKind }));
    const values = textsOf(fieldsOf(context));
    if (may === 'details' || (change === undefined && Object.keys(chosen).length === 0))
      return answerEdit(c, context, values, 200);
    if (change !== undefined)
      return answerRepresented(c, context, Object.keys(chosen).length === 0 ? values : chosen, 200);
    return answerEdit(c, context, { ...person(values), ...chosen }, 200);
  });
}

/** `POST …/edit`: saves the form. An empty answer is removed. */
export function postEdit(dependencies: Dependencies): Route {
  return withEdit(dependencies, async (c, context) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    const { version, ...typed } = nonEmpty(body.fields);
    const fields = await complete(context, formFields(context, context.meeting, typed, c.var.now));
    const checked = await check(c, context, fields, { form: body.form });
    if ('errors' in checked) return refuse(c, context, fields, invalid(checked.errors));
    const { request } = checked;
    // A form that is sent twice has an old version the second time, and differs in nothing.
    const old = version !== undefined && String(version) !== String(context.registration.version);
    if (old && changedFields(context, request).length > 0)
      return refuse(c, context, fields, ['changed-meanwhile', {}]);
    return save(dependencies, c, context, fields, request);
  });
}

/** `PATCH` of a private link: changes only the fields that are sent. `null` removes an answer. */
export function patchRegistration(dependencies: Dependencies): Route {
  return withEdit(dependencies, async (c, context) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    return patch(dependencies, c, context, body.fields);
  });
}

/** `POST …/preferences`: saves the fields that the private page itself shows. */
export function postPreferences(dependencies: Dependencies): Route {
  return withEdit(dependencies, async (c, context) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    const { listConsent, language } = body.fields;
    return patch(dependencies, c, context, nonEmpty({ listConsent, language }));
  });
}

/** Changes some fields. If another request changes the registration first, it reads again and repeats. */
async function patch(dependencies: Dependencies, c: C, context: EditContext, changes: Fields) {
  const deadline = deadlineOf(c.env);
  for (let current = context; ; ) {
    const fields = patched(current, context.meeting, changes);
    const kept = staysAsAnswered(current, changes) ? (current.submitted.answers ?? {}) : undefined;
    const checked = await check(c, current, fields, { form: false, kept });
    if ('errors' in checked) return refuse(c, current, fields, invalid(checked.errors));
    const { request } = checked;
    const outcome = await tryTo(dependencies, c, current, request, deadline);
    if (outcome.outcome !== 'changed-meanwhile' || Date.now() >= deadline)
      return answer(dependencies, c, current, fields, request, outcome);
    const { registration } = outcome;
    const submitted = await readSubmitted(dependencies.store, registration, c.var.now);
    current = { ...context, registration, submitted };
  }
}

/**
 * True if the change leaves the answers to the meeting's questions as they are. Then questions that were added later
 * need no answer.
 */
function staysAsAnswered({ registration }: EditContext, changes: Fields): boolean {
  return (
    registration.privacyNotice !== undefined &&
    [...REPRESENTED, 'answers'].every((name) => changes[name] === undefined)
  );
}

/** Adds the stored values that the form does not ask for in this category. */
async function complete(context: EditContext, fields: Fields): Promise<Fields> {
  const { representedRequest } = await schemas();
  const represented = representedRequest.safeParse(representedPart(fields));
  if (!represented.success) return fields;
  const { category } = decisionOf(context, represented.data);
  return withUnasked(fields, context, questionsFor(questionsOf(context.meeting), category));
}

/** Checks the fields like those of a new registration. */
async function check(
  c: C,
  context: EditContext,
  fields: Fields,
  how: Pick<Checking, 'form' | 'kept'>,
) {
  const { checkRequest } = await import('../registration/check-request.ts');
  return checkRequest(fields, {
    ...how,
    language: c.var.language,
    meeting: context.meeting,
    categoryOf: (who) => decisionOf(context, who).category,
  });
}

const invalid = (errors: readonly FieldError[]): Refusal => [
  'invalid',
  { values: { count: errors.length }, errors },
];

async function save(
  dependencies: Dependencies,
  c: C,
  context: EditContext,
  fields: Fields,
  request: Wanted,
) {
  try {
    const outcome = await tryTo(dependencies, c, context, request, deadlineOf(c.env));
    return answer(dependencies, c, context, fields, request, outcome);
  } catch (error) {
    const busy = busyProblem(error);
    if (busy === undefined) throw error;
    return refuse(c, context, fields, busy);
  }
}

function tryTo(
  { store }: Dependencies,
  c: C,
  { stored, registration, submitted }: EditContext,
  request: Wanted,
  deadline: number,
) {
  const { now } = c.var;
  const seen = { registration, submitted };
  return editRegistration(store, stored, seen, request, { now, deadline });
}

async function answer(
  { store, publicUrl }: Dependencies,
  c: C,
  context: EditContext,
  fields: Fields,
  request: Wanted,
  outcome: EditOutcome,
) {
  const { meeting } = context;
  if (outcome.outcome === 'edited') {
    const { registration, changed } = outcome;
    if (!wantsJson(c, isJson(c)))
      return c.redirect(`${managePath(registration)}${changed ? '?saved' : ''}`, 303);
    const { language, now } = c.var;
    const submitted = await readSubmitted(store, registration, now);
    const delivery = await readDelivery(store, registration.email);
    return c.json(
      publicRegistration(language, registration, submitted, delivery, meeting, publicUrl),
    );
  }
  const about = { meeting, decision: decisionOf(context, request), request };
  const problem = problemOfOutcome(c, outcome, about);
  if (outcome.outcome === 'refused' && !CORRECTABLE.has(outcome.reason))
    return answerProblem(c, ...problem);
  if (outcome.outcome !== 'changed-meanwhile') return refuse(c, context, fields, problem);
  const { registration } = outcome;
  const submitted = await readSubmitted(store, registration, c.var.now);
  return refuse(c, { ...context, registration, submitted }, fields, problem);
}

/** After these refusals other answers can still be saved, so the form is shown again. */
const CORRECTABLE: ReadonlySet<EditRefusal> = new Set([
  'category-not-admitted',
  'registration-closed',
]);

/** Refuses an edit: with problem details, or with the form and what was typed. */
function refuse(c: C, context: EditContext, fields: Fields, [name, details]: Refusal) {
  const ended = typeof editable(context.registration, context.meeting, c.var.now) === 'object';
  if (wantsJson(c, isJson(c)) || ended) return answerProblem(c, name, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  const problem = problemOf(c, name, details);
  return answerEdit(c, context, textsOf(fields), problem.status, wrongOf(name, problem));
}

type PageStatus = NonNullable<Parameters<C['html']>[1]> & number;
type Values = Readonly<Record<string, string>>;

/** The form; or its first step, if the State or organisation cannot be accepted. */
async function answerEdit(
  c: C,
  context: EditContext,
  filled: Values,
  status: PageStatus,
  wrong?: Wrong,
) {
  const { registration, meeting } = context;
  const open = editable(registration, meeting, c.var.now) === 'all';
  const values = open ? filled : { ...filled, ...fixedValues(context) };
  const represented = (await schemas()).representedRequest.safeParse(representedPart(values));
  if (!represented.success) {
    const errors = fieldErrors(c.var.language, represented.error);
    return answerRepresented(c, context, values, 422, { errors });
  }
  const decision = decisionOf(context, represented.data);
  const admission = admissionOf(meeting, decision.category);
  const barred = admission === 'closed' || admission === 'invited';
  if (barred && leaves(registration, represented.data, meeting)) {
    const about = { meeting, decision, request: represented.data };
    const [name, details] = problemOfReason(c, 'category-not-admitted', about);
    const pointer = details.errors?.[0]?.pointer ?? '';
    const error = { pointer, code: 'not-admitted', detail: problemOf(c, name, details).detail };
    return answerRepresented(c, context, values, 422, { errors: [error] });
  }
  return c.html(
    <EditForm
      meeting={meeting}
      registration={registration}
      form={formOf(c, values, wrong)}
      represented={represented.data}
      decision={decision}
      open={open}
    />,
    status,
  );
}

function answerRepresented(
  c: C,
  context: EditContext,
  values: Values,
  status: PageStatus,
  wrong?: Wrong,
) {
  const heading = t(c.var.language, 'edit.title');
  const editing = { action: `${managePath(context.registration)}/edit`, heading };
  const form = formOf(c, values, wrong);
  return c.html(
    <RepresentedForm meeting={context.meeting} form={form} editing={editing} />,
    status,
  );
}

/** The category of the request. If the State or organisation stays, the stored category stays. */
function decisionOf(
  { registration, meeting }: RegistrationContext,
  wanted: RepresentedRequest,
): CategoryDecision {
  if (leaves(registration, wanted, meeting)) return categoryAt(meeting, wanted);
  return currentDecision(registration);
}
