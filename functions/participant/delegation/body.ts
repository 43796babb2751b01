import type { Context } from 'hono';
import type * as z from 'zod';
import type { Registration } from '../../domain/registration/registration.ts';
import { personOf } from '../../store/delegation/delegation.ts';
import { type Fields, LARGEST_BODY, readBody } from '../../web/body.ts';
import type { WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem, isJson } from '../../web/problem.tsx';
import { fieldErrors } from '../../web/validation.ts';
import type { FormName } from './forms.tsx';
import { refuseForm } from './handlers.tsx';
import type { DelegationContext } from './with-delegation.ts';

type C = Context<WebEnv>;

/** Loaded with the first form, because zod takes long to load. */
export const schemas = () => import('../../domain/delegation/delegation-request.ts');

/** True if the answer is a redirect to the page: for a form, and not for JSON. */
export const wantsPage = (c: C) => !wantsJson(c, isJson(c));

/** The fields of the request that are not empty; or the response, if the body cannot be read. */
export async function fieldsOf(c: C): Promise<Fields | Response> {
  const body = await readBody(c);
  if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
  return Object.fromEntries(
    Object.entries(body.fields).filter(
      ([, value]) => typeof value !== 'string' || value.trim() !== '',
    ),
  );
}

/** Runs an action on a person of this delegation. Anybody else is answered with 404. */
export async function withPerson(
  c: C,
  { store, delegation }: DelegationContext,
  act: (fields: Fields, person: Registration) => Promise<Response>,
): Promise<Response> {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const { reference } = fields;
  const person =
    typeof reference === 'string' ? await personOf(store, delegation, reference) : undefined;
  return person ? act(fields, person) : answerProblem(c, 'not-found');
}

/** The parsed request; or, if the fields are wrong, the response: the form with what was typed. */
export async function parsed<Schema extends z.ZodType>(
  c: C,
  context: DelegationContext,
  form: FormName | undefined,
  schema: Schema,
  fields: Fields,
  person?: Registration,
): Promise<z.infer<Schema> | Response> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const errors = fieldErrors(c.var.language, result.error);
  const details = { values: { count: errors.length }, errors };
  return refuseForm(c, context, form, 'invalid', details, fields, person);
}
