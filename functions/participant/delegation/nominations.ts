import type { Context } from 'hono';
import type { Registration } from '../../domain/registration/registration.ts';
import { type NominateOutcome, nominate, replace } from '../../store/delegation/nominate.ts';
import type { Fields } from '../../web/body.ts';
import type { WebEnv } from '../../web/context.ts';
import { problemOfOutcome } from '../../web/outcome-problem.ts';
import { answerProblem } from '../../web/problem.tsx';
import { fieldsOf, parsed, schemas, wantsPage, withPerson } from './body.ts';
import { flashUrl } from './flash-messages.ts';
import { refuseForm, showRefusal } from './handlers.tsx';
import { publicPerson } from './view-model.ts';
import { type DelegationContext, type DelegationRoute, problemContext } from './with-delegation.ts';

type C = Context<WebEnv>;

/** `POST …/nominate`: nominates a person. */
export const postNominate: DelegationRoute = async (c, context) => {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const schema = (await schemas()).nominateRequest[context.delegation.representation];
  const asked = await parsed(c, context, 'nominate', schema, fields);
  if (asked instanceof Response) return asked;
  const outcome = await nominate(context.store, context.delegation, asked, context.moving);
  return nominationAnswer(c, context, 'nominate', outcome, fields);
};

/** `POST …/replace`: nominates a person in place of another. */
export const postReplace: DelegationRoute = (c, context) =>
  withPerson(c, context, async (fields, person) => {
    const schema = (await schemas()).replaceRequest[context.delegation.representation];
    const asked = await parsed(c, context, 'replace', schema, fields, person);
    if (asked instanceof Response) return asked;
    const { store, delegation, moving } = context;
    const { reference: _, version, ...nominee } = asked;
    const leaving = { reference: person.reference, version };
    const outcome = await replace(store, delegation, leaving, nominee, moving);
    return nominationAnswer(c, context, 'replace', outcome, fields, person);
  });

function nominationAnswer(
  c: C,
  context: DelegationContext,
  form: 'nominate' | 'replace',
  outcome: NominateOutcome,
  fields: Fields,
  person?: Registration,
): Response | Promise<Response> {
  if (outcome.outcome !== 'nominated') {
    const [name, details] = problemOfOutcome(c, outcome, problemContext(context));
    // Sending the form again cannot help: the person can no longer be replaced.
    if (name === 'not-possible') return showRefusal(c, context, 'not-possible');
    if (name === 'not-found') return answerProblem(c, name);
    return refuseForm(c, context, form, name, details, fields, person);
  }
  const { registration } = outcome;
  if (!wantsPage(c)) return c.json(publicPerson(registration), 201);
  const { reference } = registration;
  const former = person && { former: person.reference };
  const waits = fields.delegationRole === 'head' && registration.delegationRole !== 'head';
  const done = { done: form, reference, ...former, ...(waits && { asked: 'head' }) };
  return c.redirect(flashUrl(context.address, done), 303);
}
