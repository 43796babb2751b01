import * as z from 'zod';
import * as delegation from '../../domain/delegation/delegation-request.ts';
import { CATEGORIES } from '../../domain/eligibility/category.ts';
import { STATUSES } from '../../domain/registration/registration.ts';
import { registrationRequest } from '../../domain/registration/registration-request.ts';
import { PROBLEMS, problemType } from '../../web/problem.tsx';

const receipt = z.strictObject({
  reference: z.string().meta({ examples: ['BKK14-7F3K2'] }),
  status: z.enum(STATUSES),
  category: z.enum(CATEGORIES),
  categoryReason: z.string().meta({ description: 'The reason, in the language of the reader.' }),
  manageUrl: z
    .url()
    .meta({ description: 'The private page. Anybody who has this link can withdraw.' }),
});

const problem = z.looseObject({
  type: z.enum((Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map(problemType)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() }))
    .optional(),
});

/** A schema as JSON Schema 2020-12, as OpenAPI 3.1 uses it. For a request: what the client sends. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

type ObjectSchema = { readonly properties: Readonly<Record<string, object>> };

/** Some fields of a registration. Each is as in a request, or `null` to remove the answer. None is required. */
function changeOf(schema: z.ZodType) {
  const { oneOf, anyOf } = schemaOf(schema, 'input') as Record<'oneOf' | 'anyOf', ObjectSchema[]>;
  const fields = (oneOf ?? anyOf).flatMap(({ properties }) => Object.entries(properties));
  const properties = new Map<string, Set<string>>();
  for (const [name, field] of fields)
    properties.set(name, (properties.get(name) ?? new Set()).add(JSON.stringify(field)));
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      [...properties].map(([name, variants]) => [
        name,
        { anyOf: [...[...variants].map((one) => JSON.parse(one) as object), { type: 'null' }] },
      ]),
    ),
  };
}

/** The schemas of requests and responses. */
export const schemas = {
  RegistrationRequest: schemaOf(registrationRequest, 'input'),
  RegistrationChange: changeOf(registrationRequest),
  Receipt: schemaOf(receipt, 'output'),
  Problem: schemaOf(problem, 'output'),
  ApproveRequest: schemaOf(delegation.approveRequest, 'input'),
  DeclineRequest: schemaOf(delegation.declineRequest, 'input'),
  RoleRequest: schemaOf(z.union(Object.values(delegation.roleRequest)), 'input'),
  NominateRequest: schemaOf(z.union(Object.values(delegation.nominateRequest)), 'input'),
  ReplaceRequest: schemaOf(z.union(Object.values(delegation.replaceRequest)), 'input'),
  NoteRequest: schemaOf(delegation.noteRequest, 'input'),
  NoteFileRequest: schemaOf(delegation.noteFileRequest, 'input'),
};
