import type { Context } from 'hono';
import type { CategoryDecision } from '../domain/category.ts';
import { categoryAt } from '../domain/category-at.ts';
import { changedFields, EDITABLE_FIELDS, editable, leaves } from '../domain/edit.ts';
import { admissionOf } from '../domain/meeting.ts';
import type { Registration } from '../domain/registration.ts';
import type { RegistrationRequest, RepresentedRequest } from '../domain/registration-request.ts';
import { say } from '../language/index.ts';
import { type EditOutcome, editRegistration } from '../store/edit.ts';
import { managePath } from '../store/participant-message.ts';
import { isPassing, RETRY_AFTER, StoreBusy } from '../store/transact.ts';
import { LARGEST_BODY, readBody } from '../web/body.ts';
import { deadlineOf, type WebEnv } from '../web/context.ts';
import { wantsJson } from '../web/negotiate.ts';
import { answerProblem, isJson, problemOf } from '../web/problem.tsx';
import { fieldErrors } from '../web/validation.ts';
import type { Dependencies, Route } from './dependencies.ts';
import { EditForm } from './edit-form.tsx';
import { RepresentedForm } from './form.tsx';
import { type Own, own, publicRegistration } from './own-registration.tsx';
import {
  formOf,
  isRecord,
  nonEmpty,
  notAdmitted,
  type Refusal,
  representedPart,
  textsOf,
  type Wrong,
  whyClosed,
  wrongOf,
} from './registering.tsx';

type C = Context<WebEnv>;
type Fields = Readonly<Record<string, unknown>>;

/** Loaded when a form comes, as zod is: see registering.tsx. */
const schemas = () => import('../domain/registration-request.ts');

/** `GET …/edit`: the form, filled in; or its first step, for whoever wants to represent another. */
export function showEdit(dependencies: Dependencies): Route {
  return own(dependencies, async (c, own) => {
    const { registration, meeting } = own;
    const may = editable(registration, meeting, c.var.now);
    if (typeof may === 'object') return c.redirect(managePath(registration), 303);
    const { change, representation, state, organisation, organisationKind } = c.req.query();
    const chosen = textsOf(nonEmpty({ representation, state, organisation, organisationKind }));
    const values = textsOf(fieldsOf(registration));
    if (may === 'details' || (change === undefined && Object.keys(chosen).length === 0))
      return answerEdit(c, own, values, 200);
    if (change !== undefined)
      return answerRepresented(c, own, Object.keys(chosen).length === 0 ? values : chosen, 200);
    return answerEdit(c, own, { ...person(values), ...chosen }, 200);
  });
}

/** `POST …/edit`: saves the form. An answer that is left empty is taken out. */
export function postEdit(dependencies: Dependencies): Route {
  return own(dependencies, async (c, own) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    if (!isRecord(body.fields)) return answerProblem(c, 'unreadable');
    const { version, ...typed } = nonEmpty(body.fields);
    const fields = formFields(c, own, typed);
    const parsed = (await schemas()).registrationRequest.safeParse(fields);
    if (!parsed.success) {
      const errors = fieldErrors(c.var.language, parsed.error);
      return refuse(c, own, fields, ['invalid', { values: { count: errors.length }, errors }]);
    }
    // A form that is sent twice is old the second time, and changes nothing.
    const old = version !== undefined && String(version) !== String(own.registration.version);
    if (old && changedFields(own.registration, parsed.data).length > 0)
      return refuse(c, own, fields, ['changed-meanwhile', {}]);
    return save(dependencies, c, own, fields, parsed.data);
  });
}

/** `PATCH {private}`: changes the fields that are sent and no other; `null` takes an answer out. */
export function patchRegistration(dependencies: Dependencies): Route {
  return own(dependencies, async (c, own) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    if (!isRecord(body.fields)) return answerProblem(c, 'unreadable');
    return patch(dependencies, c, own, body.fields);
  });
}

/** `POST …/preferences`: the answers that can be changed on the private page itself. */
export function postPreferences(dependencies: Dependencies): Route {
  return own(dependencies, async (c, own) => {
    const body = await readBody(c);
    if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
    if (!isRecord(body.fields)) return answerProblem(c, 'unreadable');
    const { listConsent, language } = body.fields;
    return patch(dependencies, c, own, nonEmpty({ listConsent, language }));
  });
}

/** Changes some fields; should the registration have changed meanwhile, some fields of what it is now. */
async function patch(dependencies: Dependencies, c: C, own: Own, changes: Fields) {
  const deadline = deadlineOf(c.env);
  for (let { registration } = own; ; ) {
    const current = { ...own, registration };
    const fields = patched(registration, changes);
    const parsed = (await schemas()).registrationRequest.safeParse(fields);
    if (!parsed.success) {
      const errors = fieldErrors(c.var.language, parsed.error);
      return refuse(c, current, fields, ['invalid', { values: { count: errors.length }, errors }]);
    }
    const outcome = await tryTo(dependencies, c, current, parsed.data, deadline);
    if (outcome.outcome !== 'changed-meanwhile' || Date.now() >= deadline)
      return answer(dependencies, c, current, fields, parsed.data, outcome);
    registration = outcome.registration;
  }
}

async function save(
  dependencies: Dependencies,
  c: C,
  own: Own,
  fields: Fields,
  request: RegistrationRequest,
) {
  try {
    const outcome = await tryTo(dependencies, c, own, request, deadlineOf(c.env));
    return answer(dependencies, c, own, fields, request, outcome);
  } catch (error) {
    if (!(error instanceof StoreBusy || isPassing(error))) throw error;
    return refuse(c, own, fields, ['busy', { retryAfter: RETRY_AFTER }]);
  }
}

function tryTo(
  { store, publicUrl }: Dependencies,
  c: C,
  { stored, registration }: Own,
  request: RegistrationRequest,
  deadline: number,
) {
  const { now } = c.var;
  return editRegistration(store, stored, registration, request, { publicUrl, now, deadline });
}

function answer(
  { publicUrl }: Dependencies,
  c: C,
  own: Own,
  fields: Fields,
  request: RegistrationRequest,
  outcome: EditOutcome,
) {
  const { meeting } = own;
  const contact = meeting.contactEmail;
  switch (outcome.outcome) {
    case 'edited': {
      const { registration, changed } = outcome;
      if (wantsJson(c, isJson(c)))
        return c.json(publicRegistration(c.var.language, registration, meeting, publicUrl));
      return c.redirect(`${managePath(registration)}${changed ? '?saved' : ''}`, 303);
    }
    case 'refused': {
      if (outcome.reason === 'category-not-admitted')
        return refuse(c, own, fields, notAdmitted(c, meeting, request, decisionOf(own, request)));
      if (outcome.reason !== 'registration-closed') return answerProblem(c, outcome.reason);
      return refuse(c, own, fields, whyClosed(c, meeting) as Refusal);
    }
    case 'full': {
      const extensions = { scope: outcome.scope };
      return refuse(c, own, fields, ['seats-full', { values: { contact }, extensions }]);
    }
    case 'duplicate':
      return refuse(c, own, fields, ['already-registered', {}]);
    case 'too-often': {
      const seconds = Math.ceil((outcome.again.getTime() - c.var.now.getTime()) / 1000);
      const retryAfter = Math.max(1, seconds);
      const values = { hours: Math.ceil(retryAfter / 3600), contact };
      return refuse(c, own, fields, ['registered-too-often', { retryAfter, values }]);
    }
    case 'changed-meanwhile': {
      const fresh = { ...own, registration: outcome.registration };
      return refuse(c, fresh, fields, ['changed-meanwhile', {}]);
    }
  }
}

/** Answers what cannot be saved: with problem details, or with the form as it was filled in. */
function refuse(c: C, own: Own, fields: Fields, [name, details]: Refusal) {
  const ended = typeof editable(own.registration, own.meeting, c.var.now) === 'object';
  if (wantsJson(c, isJson(c)) || ended) return answerProblem(c, name, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  const problem = problemOf(c, name, details);
  return answerEdit(c, own, textsOf(fields), problem.status, wrongOf(name, problem));
}

type PageStatus = NonNullable<Parameters<C['html']>[1]> & number;
type Values = Readonly<Record<string, string>>;

/** The form; or its first step, where what it says of whom somebody represents cannot be. */
async function answerEdit(c: C, own: Own, filled: Values, status: PageStatus, wrong?: Wrong) {
  const { registration, meeting } = own;
  const open = editable(registration, meeting, c.var.now) === 'all';
  const values = open ? filled : { ...filled, ...fixedValues(registration) };
  const represented = (await schemas()).representedRequest.safeParse(representedPart(values));
  if (!represented.success) {
    const errors = fieldErrors(c.var.language, represented.error);
    return answerRepresented(c, own, values, 422, { errors });
  }
  const decision = decisionOf(own, represented.data);
  const admission = admissionOf(meeting, decision.category);
  const barred = admission === 'closed' || admission === 'invited';
  if (barred && leaves(registration, represented.data, meeting)) {
    const [name, details] = notAdmitted(c, meeting, represented.data, decision);
    const pointer = details.errors?.[0]?.pointer ?? '';
    const error = { pointer, code: 'not-admitted', detail: problemOf(c, name, details).detail };
    return answerRepresented(c, own, values, 422, { errors: [error] });
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

function answerRepresented(c: C, own: Own, values: Values, status: PageStatus, wrong?: Wrong) {
  const heading = say(c.var.language, 'edit.title');
  const editing = { action: `${managePath(own.registration)}/edit`, heading };
  const form = formOf(c, values, wrong);
  return c.html(<RepresentedForm meeting={own.meeting} form={form} editing={editing} />, status);
}

/** What cannot be changed once registration is closed, as it is shown whatever was typed. */
function fixedValues(registration: Registration): Values {
  const values = textsOf(fieldsOf(registration));
  const fixed = [...REPRESENTED, 'email'];
  return Object.fromEntries(Object.entries(values).filter(([name]) => fixed.includes(name)));
}

/** The category of whom somebody would represent; as it was decided, of whom they do. */
function decisionOf({ registration, meeting }: Own, wanted: RepresentedRequest): CategoryDecision {
  if (leaves(registration, wanted, meeting)) return categoryAt(meeting, wanted);
  return { category: registration.category, reason: registration.categoryReason };
}

/** What a registration says, as the request that would say it. */
function fieldsOf(registration: Registration): Record<string, unknown> {
  const { privacyNotice } = registration;
  return {
    ...nonEmpty(Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, registration[field]]))),
    ...(privacyNotice !== undefined && { privacyNotice: true }),
  };
}

const REPRESENTED = ['representation', 'state', 'organisation', 'organisationKind'];

/** Fields without those that say whom somebody represents. */
function person<Value>(fields: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !REPRESENTED.includes(name)));
}

/** The fields of a form. What it does not ask, because it cannot be changed or was agreed to, it takes along. */
function formFields(c: C, { registration, meeting }: Own, typed: Fields): Fields {
  const { email, privacyNotice, ...registered } = fieldsOf(registration);
  const fields: Record<string, unknown> = { ...typed };
  for (const name of ['visaLetter', 'privacyNotice'])
    if (fields[name] === 'true' || fields[name] === 'on') fields[name] = true;
  if (privacyNotice === true) fields.privacyNotice = true;
  if (fields.representation === undefined)
    for (const name of REPRESENTED) fields[name] ??= registered[name];
  if (editable(registration, meeting, c.var.now) !== 'all') fields.email ??= email;
  return nonEmpty(fields);
}

/** The fields of a registration with some of them changed. Whoever represents another says anew whom. */
function patched(registration: Registration, changes: Fields): Fields {
  const { representation = registration.representation } = changes;
  const registered = fieldsOf(registration);
  const base = representation === registration.representation ? registered : person(registered);
  const fields = Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null);
  return nonEmpty(Object.fromEntries(fields));
}
