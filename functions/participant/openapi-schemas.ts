import * as z from 'zod';
import { CATEGORIES } from '../domain/category.ts';
import { STATUSES } from '../domain/registration.ts';
import { registrationRequest } from '../domain/registration-request.ts';
import { PROBLEMS, problemType } from '../web/problem.tsx';

const receipt = z.strictObject({
  reference: z.string().meta({ examples: ['BKK14-7F3K2'] }),
  status: z.enum(STATUSES),
  category: z.enum(CATEGORIES),
  categoryReason: z.string().meta({ description: 'Why, in the language of the reader.' }),
  manageUrl: z.url().meta({ description: 'The private page. Whoever has it may withdraw.' }),
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

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 uses; of a request, what the client sends. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** What requests and answers are made of. */
export const schemas = {
  RegistrationRequest: schemaOf(registrationRequest, 'input'),
  Receipt: schemaOf(receipt, 'output'),
  Problem: schemaOf(problem, 'output'),
};
