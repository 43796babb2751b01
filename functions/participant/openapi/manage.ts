type Json = Record<string, unknown>;

const content = (schema: string, ...types: readonly string[]) =>
  Object.fromEntries(
    types.map((type) => [type, { schema: { $ref: `#/components/schemas/${schema}` } }]),
  );
const refusal = (description: string) => ({
  description,
  content: content('Problem', 'application/problem+json'),
});

const NOT_CHANGED = {
  404: refusal('No such registration'),
  409: refusal(
    'The address is registered already, no seat is left for whom one would represent, or the registration has ended or was changed meanwhile. Nothing was changed',
  ),
  410: refusal(
    'Registration is closed, and with it what was to be changed; or the meeting is over or cancelled',
  ),
  413: refusal('The body is too large'),
  415: refusal('The body is of a type that is not understood'),
  422: refusal('Fields are missing or wrong, or the category is not admitted'),
  429: refusal('The address was taken too often today: try again after Retry-After'),
  503: refusal('Busy: try again after Retry-After. Nothing was changed'),
};
const CHANGED = {
  200: { description: 'The registration as it now is', content: { 'application/json': {} } },
  303: { description: 'For a form: to the private page' },
};

/** `POST …/accept`. */
export const accepting = (parameters: readonly Json[]): Json => ({
  summary: 'Accept the seat that is offered',
  parameters,
  responses: {
    ...CHANGED,
    404: refusal('No such registration'),
    409: refusal('No seat is offered to it'),
    410: refusal('The offer or the meeting is over, or the meeting is cancelled'),
    503: NOT_CHANGED[503],
  },
});

/** `PATCH` of a registration. */
export const changing = (parameters: readonly Json[]): Json => ({
  summary: 'Change some fields',
  description:
    'Fields that are not sent stay; null takes an answer out. So do answers to the meeting’s own questions, each by itself, as long as it is asked. Personal details change until the last day of the meeting, whom one represents and the e-mail address while registration is open. Whoever goes over to another category or delegation enters it as a new participant does. Without any difference nothing is written and nobody is told.',
  parameters,
  requestBody: { required: true, content: content('RegistrationChange', 'application/json') },
  responses: { ...CHANGED, ...NOT_CHANGED },
});

/** `POST …/edit`: what the form sends. */
export const saving = (parameters: readonly Json[]): Json => ({
  summary: 'Change all fields, as the form does',
  description:
    'As PATCH, but an answer that is not sent is taken out; `version`, which the form has, says what was edited.',
  parameters,
  requestBody: {
    required: true,
    content: content(
      'RegistrationRequest',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ),
  },
  responses: { ...CHANGED, ...NOT_CHANGED },
});

/** `POST …/preferences`: what the private page itself asks. */
export const preferences = (parameters: readonly Json[]): Json => ({
  summary: 'Change where one may be listed, or the language of messages',
  parameters,
  requestBody: {
    required: true,
    content: content('RegistrationChange', 'application/x-www-form-urlencoded'),
  },
  responses: { ...CHANGED, ...NOT_CHANGED },
});

/** `GET …/data.json`. */
export const ownData = (parameters: readonly Json[]): Json => ({
  summary: 'Everything that is kept about the participant',
  description:
    'The registration, what of it is kept apart and until which day, what was done with it and when, and the messages that were written about it: in full those to the participant, and of those to others of which kind they were and when.',
  parameters,
  responses: {
    200: { description: 'The data, as a file', content: { 'application/json': {} } },
    404: refusal('No such registration'),
  },
});

/** `POST …/erase`. */
export const erasing = (parameters: readonly Json[]): Json => ({
  summary: 'Erase the participant, for good',
  description:
    'Withdraws, and deletes everything that names the participant, messages included. What is kept: reference, category, State, state of the registration, and dates. The private link ceases.',
  parameters,
  responses: {
    200: { description: 'What is left', content: { 'text/html': {}, 'application/json': {} } },
    404: refusal('No such registration, or it is erased already'),
    503: NOT_CHANGED[503],
  },
});
