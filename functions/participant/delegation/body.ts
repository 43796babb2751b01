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

/** The schemas come with the first body: see registering.tsx. */
export const schemas = () => import('../../domain/delegation/delegation-request.ts');

/** Whether whoever sent a form is to be led back to the page. */
export const wantsPage = (c: C) => !wantsJson(c, isJson(c));

/** What was sent, without what is empty; or the answer to what cannot be read. */
export async function fieldsOf(c: C): Promise<Fields | Response> {
  const body = await readBody(c);
  if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
  return Object.fromEntries(
    Object.entries(body.fields).filter(
      ([, value]) => typeof value !== 'string' || value.trim() !== '',
    ),
  );
}

/** An action on one of the delegation's people. Of anybody else the page knows nothing. */
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

/** What was asked for; or the answer to what cannot be used, with the form as it was filled in. */
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
