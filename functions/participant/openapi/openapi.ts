import { OPERATIONS, type Operation, ROUTE_TABLE, writes } from '../routes.ts';
import { delegationOperations } from './delegation.ts';
import { manageOperations } from './manage.ts';
import { type Json, type OperationDocument, refusal } from './parts.ts';
import { registrationOperations } from './registration.ts';
import { reminderOperations } from './reminders.ts';

/** Every route is described here: the compiler finds one that is missing. */
const DOCUMENTS: Readonly<Record<Operation, OperationDocument>> = {
  ...registrationOperations,
  ...manageOperations,
  ...delegationOperations,
  ...reminderOperations,
};

let document: Json | undefined;

/**
 * The OpenAPI 3.1 document of the service. Paths and methods come from ROUTE_TABLE, bodies from the schemas that parse
 * requests.
 */
export async function openApi(publicUrl: string): Promise<Json> {
  if (document === undefined) {
    // Loading zod and the schemas takes long, so other lazy routes do not wait for them.
    const { schemas } = await import('./schemas.ts');
    document = {
      openapi: '3.1.0',
      info: {
        title: 'Plenary',
        version: '1',
        description:
          'Registration for intergovernmental meetings. Errors are problem details (RFC 9457).',
      },
      servers: [{ url: publicUrl }],
      paths: paths(),
      components: { schemas },
    };
  }
  return document;
}

function paths(): Json {
  const found: Record<string, Record<string, Json>> = {};
  for (const [operation, { method, path }] of OPERATIONS) {
    found[path] ??= {};
    found[path][method.toLowerCase()] = operationOf(operation);
  }
  return found;
}

/** The refusals that ROUTE_TABLE implies, before those that the operation words itself. */
function operationOf(operationId: Operation): Json {
  const route = ROUTE_TABLE[operationId];
  const { parameters = [], responses, ...rest } = DOCUMENTS[operationId];
  return {
    operationId,
    ...rest,
    parameters: [...pathParameters(route.path), ...parameters],
    responses: {
      ...('limit' in route && {
        429: refusal('Too many from this network: try again after Retry-After'),
      }),
      ...(writes(route) && {
        503: refusal('Busy: try again after Retry-After. Nothing was changed'),
      }),
      ...responses,
    },
  };
}

const PARAMETERS: Readonly<Record<string, string>> = {
  meeting: 'The id of the meeting, as in its address.',
  file: 'The name of the file, with a hash of its content.',
  reference: 'The reference of the registration.',
  delegation: 'The code of the State, or the id of the organization in the link.',
  whom: 'The reference of a registration, or the id of a delegation.',
};
const SECRETS: Readonly<Record<string, string>> = {
  registrations: 'The secret of the private link.',
  delegations: 'The secret of the private link. It stops working when the link is renewed.',
  unsubscribe: 'A secret that can stop reminders and do nothing else. Only reminders contain it.',
};

function pathParameters(path: string): Json[] {
  const [, first = ''] = path.split('/');
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: name === 'secret' ? SECRETS[first] : PARAMETERS[name],
    schema: { type: 'string' },
  }));
}
