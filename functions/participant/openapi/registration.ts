import {
  BODY_REFUSALS,
  body,
  json,
  type OperationDocument,
  page,
  pageOrJson,
  redirect,
  refusal,
} from './parts.ts';

const NO_MEETING = { 404: refusal('No such meeting') };

const register: OperationDocument = {
  summary: 'Register',
  description:
    'One person registers once for a meeting. The category depends on the State or organization that the person represents.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'A name that the client gives to this request. For 24 hours, a repeated request with the same key gets the first answer.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
    {
      name: 'Bot-Check',
      in: 'header',
      description:
        'Only for meetings that ask for it. The problem `bot-check-required` has a `challenge`, which consists of parts with dots between them, and `bits`. Send the request again with `challenge:proof`. The proof is a decimal number of up to 15 digits such that the SHA-256 of `part:proof`, with the first part of the challenge, begins with that many zero bits. The challenge is valid for one e-mail address and for one day. Without a proof, the challenge is accepted after Retry-After, for a few people of each network.',
      schema: { type: 'string' },
    },
  ],
  requestBody: body('RegistrationRequest'),
  responses: {
    201: {
      ...json('Registered: confirmed, waiting for validation, or on the waiting list', 'Receipt'),
      headers: { Location: { description: 'The private page', schema: { type: 'string' } } },
    },
    303: redirect('For a form: registered; to the private page'),
    ...NO_MEETING,
    ...BODY_REFUSALS,
    403: refusal('Registration is not open yet, or the meeting asks for a Bot-Check'),
    409: refusal(
      'The address is already registered, or no seat is left and there is no waiting list',
    ),
    410: refusal(
      'Registration is closed, the meeting is cancelled, or the key belongs to a registration that was erased',
    ),
    422: refusal('Fields are missing or wrong, or the category is not admitted'),
    429: refusal(
      'Too many from this network or for this address: try again after Retry-After. Nothing was recorded',
    ),
  },
};

/** The public operations: the meetings, registering, and what the service says about itself. */
export const registrationOperations = {
  listMeetings: {
    summary: 'Meetings open for registration',
    responses: { 200: pageOrJson('The meetings') },
  },
  getHealth: {
    summary: 'Says if the service works',
    responses: { 200: json('It works'), 503: json('The registry does not answer') },
  },
  getOpenApi: {
    summary: 'This document',
    responses: { 200: json('The OpenAPI document') },
  },
  getAsset: {
    summary: 'A style sheet, script or image of the pages',
    responses: {
      200: {
        description: 'The file. Its name changes with its content, so it may be cached for ever',
        content: { 'text/css': {}, 'text/javascript': {}, 'image/svg+xml': {} },
      },
      404: refusal('No such file'),
    },
  },
  getMeeting: {
    summary: 'A meeting',
    responses: { 200: pageOrJson('The meeting'), ...NO_MEETING },
  },
  showRegistrationForm: {
    summary: 'The registration form',
    responses: {
      200: page('The form'),
      ...NO_MEETING,
      403: refusal('Registration is not open yet'),
      410: refusal('Registration is closed, or the meeting is cancelled'),
      422: page('The form, with what is wrong in the query'),
    },
  },
  register,
} as const satisfies Readonly<Record<string, OperationDocument>>;
