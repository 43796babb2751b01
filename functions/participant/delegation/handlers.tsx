import type { Context } from 'hono';
import type { Registration } from '../../domain/registration/registration.ts';
import { t } from '../../language/index.ts';
import { personOf } from '../../store/delegation/delegation.ts';
import { peopleOf } from '../../store/registration/registration.ts';
import type { WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { problemOfReason, type RefusalReason } from '../../web/outcome-problem.ts';
import {
  answerProblem,
  type Details,
  isJson,
  type ProblemName,
  problemOf,
} from '../../web/problem.tsx';
import { flashMessage } from './flash-messages.ts';
import { DelegationForm, type FormName } from './forms.tsx';
import { DelegationPage, type Flash } from './page.tsx';
import { publicDelegation, viewOf } from './view-model.ts';
import { type DelegationContext, type DelegationRoute, problemContext } from './with-delegation.ts';

type C = Context<WebEnv>;

/** `GET /delegations/{meeting}/{delegation}/{secret}`: the delegation, as a page or as JSON. */
export const showDelegation: DelegationRoute = async (c, context) => {
  const view = await viewOf(context, c.var.language);
  if (wantsJson(c))
    return c.json(publicDelegation(c.var.language, context.meeting, context.delegation, view));
  const said = flashMessage(c.var.language, c.req.query(), view.people);
  return page(c, context, view, said === undefined ? undefined : { good: said });
};

/** `GET …/decline` and the other forms. Changes nothing. */
export function showDelegationForm(name: FormName): DelegationRoute {
  return async (c, context) => {
    const { store, delegation } = context;
    const about = name === 'nominate' || name === 'note' ? undefined : c.req.query('reference');
    const one = about === undefined ? undefined : await personOf(store, delegation, about);
    if (one === undefined && name !== 'nominate' && name !== 'note')
      return answerProblem(c, 'not-found');
    return c.html(
      <DelegationForm
        name={name}
        context={context}
        form={{ language: c.var.language, values: valuesOf(name, context, one), errors: [] }}
        one={one}
        people={await peopleOf(store, delegation)}
      />,
    );
  };
}

/** The first values of a form: what is stored. */
function valuesOf(
  name: FormName,
  { delegation: { note } }: DelegationContext,
  one: Registration | undefined,
): Record<string, string> {
  if (name === 'note') return note ? { noteReference: note.reference, noteDate: note.date } : {};
  if (one === undefined || name === 'decline') return {};
  const { delegationRole, order } = one;
  if (name === 'replace') return { delegationRole };
  return { delegationRole, ...(order !== undefined && { order: String(order) }) };
}

/** Refuses a request: with problem details, or with the form and what was typed. */
export async function refuseForm(
  c: C,
  context: DelegationContext,
  name: FormName | undefined,
  problem: ProblemName,
  details: Details,
  fields: Readonly<Record<string, unknown>>,
  one?: Registration,
): Promise<Response> {
  if (name === undefined || wantsJson(c, isJson(c))) return answerProblem(c, problem, details);
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  const { title, detail, status, errors } = problemOf(c, problem, details);
  const values = Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  const wrong = errors
    ? { errors }
    : { heading: title, errors: [{ pointer: '', code: problem, detail }] };
  return c.html(
    <DelegationForm
      name={name}
      context={context}
      form={{ language: c.var.language, values, ...wrong }}
      one={one}
      people={await peopleOf(context.store, context.delegation)}
    />,
    status,
  );
}

/** A route that changes a delegation. If the meeting is cancelled, it refuses. */
export function unlessCancelled(route: DelegationRoute): DelegationRoute {
  return (c, context) =>
    context.meeting.cancelled ? showRefusal(c, context, 'meeting-cancelled') : route(c, context);
}

/** Answers an action that the rules no longer allow: with problem details, or with the page as it is now. */
export async function showRefusal(
  c: C,
  context: DelegationContext,
  reason: RefusalReason,
): Promise<Response> {
  const [name, details] = problemOfReason(c, reason, problemContext(context));
  // A link that has been replaced shows nothing of the delegation.
  if (wantsJson(c, isJson(c)) || name === 'not-found') return answerProblem(c, name, details);
  const { title, status, detail: why } = problemOf(c, name, details);
  const { language } = c.var;
  const view = await viewOf(context, language);
  const detail = name === 'not-possible' ? t(language, 'delegation.moved-on') : why;
  return page(c, context, view, { wrong: { title, detail } }, status);
}

function page(
  c: C,
  context: DelegationContext,
  view: Awaited<ReturnType<typeof viewOf>>,
  flash?: Flash,
  status: ReturnType<typeof problemOf>['status'] = 200,
) {
  const { language, now } = c.var;
  return c.html(
    <DelegationPage language={language} context={context} view={view} now={now} flash={flash} />,
    status,
  );
}
