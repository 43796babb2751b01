import { delegationPaths } from './delegation.ts';
import { accepting, changing, erasing, ownData, preferences, saving } from './manage.ts';
import { reminderPaths } from './unsubscribe.ts';

type Json = Record<string, unknown>;

let document: Json | undefined;

/** The OpenAPI document of the service, made of the schemas that requests are parsed with. */
export async function openApi(publicUrl: string): Promise<Json> {
  if (document === undefined) {
    // Not at start-up, for which zod and the schemas are too dear: see registering.tsx.
    const { schemas } = await import('./schemas.ts');
    document = documentOf(publicUrl, schemas);
  }
  return document;
}

const path = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const meeting = path('meeting', 'The id of the meeting, as its address has it.');
const own = [
  path('reference', 'The reference of the registration.'),
  path('secret', 'The secret of its private link.'),
];

const content = (type: string, schema: string) => ({
  [type]: { schema: { $ref: `#/components/schemas/${schema}` } },
});
const refusal = (description: string) => ({
  description,
  content: content('application/problem+json', 'Problem'),
});
const json = (description: string, schema?: string) => ({
  description,
  content: schema === undefined ? { 'application/json': {} } : content('application/json', schema),
});
const page = { 'text/html': { schema: { type: 'string' } } };

const both = (description: string) => ({
  description,
  content: { ...page, 'application/json': {} },
});

const parts = { content, refusal, json, both, path, meeting };

function documentOf(publicUrl: string, schemas: Json): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plenary',
      version: '1',
      description:
        'Registration for intergovernmental meetings. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: publicUrl }],
    paths: {
      '/': {
        get: {
          summary: 'Meetings open for registration',
          responses: { 200: both('The meetings') },
        },
      },
      '/meetings/{meeting}': {
        get: {
          summary: 'A meeting',
          parameters: [meeting],
          responses: { 200: both('The meeting'), 404: refusal('No such meeting') },
        },
      },
      '/meetings/{meeting}/register': {
        get: {
          summary: 'The form',
          parameters: [meeting],
          responses: { 200: { description: 'The form', content: page } },
        },
      },
      '/meetings/{meeting}/registrations': { post: registering() },
      '/registrations/{reference}/{secret}': {
        get: {
          summary: 'A registration, for its owner',
          description:
            'Once a message to its address has been reported on, `delivery` says whether it was reached: `state` (delivered, bounced, complained, rejected), `bounce` (hard, soft), `at`, and in `suppressed` since when and why nothing is sent to it any more.',
          parameters: own,
          responses: { 200: both('The registration'), 404: refusal('No such registration') },
        },
        patch: changing(own),
      },
      '/registrations/{reference}/{secret}/accept': { post: accepting(own) },
      '/registrations/{reference}/{secret}/edit': { post: saving(own) },
      '/registrations/{reference}/{secret}/preferences': { post: preferences(own) },
      '/registrations/{reference}/{secret}/data.json': { get: ownData(own) },
      '/registrations/{reference}/{secret}/erase': { post: erasing(own) },
      '/registrations/{reference}/{secret}/withdraw': {
        post: {
          summary:
            'Withdraw: gives back the seat, the seat that is offered, or the place in the line',
          parameters: own,
          responses: {
            200: json('The registration, withdrawn'),
            303: { description: 'For a form: to the private page' },
            404: refusal('No such registration'),
            409: refusal('It is withdrawn already'),
            410: refusal('The meeting is over'),
            429: refusal('Too many from this network: try again after Retry-After'),
            503: refusal('Busy: try again after Retry-After'),
          },
        },
      },
      '/registrations/{reference}/{secret}/resend': {
        post: {
          summary: 'Send the message about the registration again',
          parameters: own,
          responses: {
            202: json('It is queued'),
            303: { description: 'For a form: to the private page' },
            404: refusal('No such registration'),
            409: refusal('Nothing is sent to its address any more: see `delivery`'),
            429: refusal(
              'A message went out within the hour, or too many from this network: try again after Retry-After',
            ),
          },
        },
      },
      '/registrations/{reference}/{secret}/calendar.ics': {
        get: {
          summary: 'The meeting as a calendar entry',
          parameters: own,
          responses: {
            200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': {} } },
            404: refusal('No such registration'),
          },
        },
      },
      ...delegationPaths(parts),
      ...reminderPaths(parts, own),
      '/health': {
        get: {
          summary: 'Whether the service can do its work',
          responses: { 200: json('It can'), 503: json('The register does not answer') },
        },
      },
    },
    components: { schemas },
  };
}

function registering(): Json {
  return {
    summary: 'Register',
    description:
      'One person registers once for a meeting. The category follows from whom the person represents.',
    parameters: [
      meeting,
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'A name for this request, of the client’s own: within 24 hours a repeat of the request gets the first answer.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      {
        name: 'Bot-Check',
        in: 'header',
        description:
          'For meetings that ask for it. The problem `bot-check-required` has a `challenge`, of parts with dots between them, and `bits`. Send the request again with `challenge:proof`, where the proof is a decimal number of up to 15 digits for which the SHA-256 of `part:proof`, with the first part of the challenge, begins with that many zero bits. The challenge is good for one e-mail address and for a day. Without a proof it is taken after Retry-After, from few people of one network.',
        schema: { type: 'string' },
      },
    ],
    requestBody: {
      required: true,
      content: {
        ...content('application/json', 'RegistrationRequest'),
        ...content('application/x-www-form-urlencoded', 'RegistrationRequest'),
        ...content('multipart/form-data', 'RegistrationRequest'),
      },
    },
    responses: {
      201: {
        ...json(
          'Registered: confirmed, waiting to be validated, or on the waiting list',
          'Receipt',
        ),
        headers: { Location: { description: 'The private page', schema: { type: 'string' } } },
      },
      303: { description: 'For a form: registered; to the private page' },
      400: refusal('The body cannot be read'),
      403: refusal('Registration is not open yet, or the meeting asks for a Bot-Check'),
      404: refusal('No such meeting'),
      409: refusal(
        'The address is registered already, or no seat is left and there is no waiting list',
      ),
      410: refusal(
        'Registration is closed, the meeting is cancelled, or the key is of a registration that was erased',
      ),
      413: refusal('The body is too large'),
      415: refusal('The body is of a type that is not understood'),
      422: refusal('Fields are missing or wrong, or the category is not admitted'),
      429: refusal(
        'Too many from this network or for this address: try again after Retry-After. Nothing was recorded',
      ),
      503: refusal('Busy: try again after Retry-After. Nothing was recorded'),
    },
  };
}
