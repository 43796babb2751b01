type Json = Record<string, unknown>;

/** What the parts of the document are made with: see openapi.ts. */
export type Parts = {
  readonly content: (type: string, schema: string) => Json;
  readonly refusal: (description: string) => Json;
  readonly json: (description: string, schema?: string) => Json;
  readonly both: (description: string) => Json;
  readonly path: (name: string, description: string) => Json;
  readonly meeting: Json;
};

/** What names a delegation and the secret of its link. */
export const delegationParameters = ({
  path,
  meeting,
}: Pick<Parts, 'path' | 'meeting'>): Json[] => [
  meeting,
  path('delegation', 'The code of the State, or what the link calls the organisation.'),
  path('secret', 'The secret of the private link. It ceases when the link is renewed.'),
];

/** The part of the OpenAPI document that is the focal point's. */
export function delegationPaths({ content, refusal, json, both, path, meeting }: Parts): Json {
  const parameters = delegationParameters({ path, meeting });
  const action = (summary: string, schema: string, answers: Json): Json => ({
    post: {
      summary,
      parameters,
      requestBody: {
        required: true,
        content: {
          ...content('application/json', schema),
          ...content('application/x-www-form-urlencoded', schema),
          ...content('multipart/form-data', schema),
        },
      },
      responses: {
        429: refusal('Too many changes from one network within the hour'),
        ...answers,
        303: { description: 'For a form: to the page of the delegation' },
        400: refusal('The body cannot be read'),
        404: refusal('No such link, or nobody of this delegation'),
        413: refusal('The body is too large'),
        415: refusal('The body is of a type that is not understood'),
        422: refusal('Fields are missing or wrong'),
        503: refusal('Busy: try again after Retry-After. Nothing was recorded'),
      },
    },
  });
  const moves = {
    409: refusal('The registration has moved on'),
    410: refusal('The meeting is over or cancelled'),
  };
  const cancelled = { 410: refusal('The meeting is cancelled') };
  const nominations = {
    201: json(
      'The person, with where the registration stands. Whoever waits for a seat is not head where the head has one',
    ),
    409: refusal('The address is registered already, no seat is left, or the person has moved on'),
    410: refusal('Registration is closed, or the meeting is over or cancelled'),
    429: refusal(
      'The address has registered and withdrawn too often, or too many changes came from one network',
    ),
  };
  const page = '/delegations/{meeting}/{delegation}/{secret}';
  return {
    [page]: {
      get: {
        summary: 'A delegation, for its focal point: its people and its seats',
        description:
          'Each person has a `version`: an answer that names it is to them as they were seen. Of people whom messages do not reach, `undeliveredSince` says since when.',
        parameters,
        responses: { 200: both('The delegation'), 404: refusal('No such link') },
      },
    },
    [`${page}/approve`]: action('Say that somebody belongs to the delegation', 'ApproveRequest', {
      200: json('The person, confirmed, or waitlisted where no seat is free'),
      ...moves,
    }),
    [`${page}/decline`]: action('Say that somebody does not', 'DeclineRequest', {
      200: json('The person, declined'),
      ...moves,
    }),
    [`${page}/role`]: action('Give somebody a role and a place', 'RoleRequest', {
      200: json('The person, and in formerHeads who is no longer head'),
      ...moves,
      409: refusal('The registration has moved on, or has no seat to take over as head'),
    }),
    [`${page}/nominate`]: action('Name somebody who is to come', 'NominateRequest', {
      ...nominations,
      403: refusal('Registration is not open yet'),
    }),
    [`${page}/replace`]: action(
      'Name somebody who is to come in place of another, with the same seat',
      'ReplaceRequest',
      nominations,
    ),
    [`${page}/note/file`]: {
      get: {
        summary:
          'The form that sends the note of nomination as a PDF of up to 5 MB to where files are kept',
        description:
          'Send its fields and, as the last one, `file` to its address as multipart/form-data. Where the stage takes no files there is no such form.',
        parameters,
        responses: {
          200: both('The form: url, fields, and the upload that is kept afterwards'),
          404: refusal('No such link, or no files are taken'),
          ...cancelled,
        },
      },
      ...action('Keep what was sent as the note of nomination', 'NoteFileRequest', {
        200: json('The file'),
        ...cancelled,
      }),
    },
    [`${page}/note.pdf`]: {
      get: {
        summary: 'The note of nomination as a file',
        parameters,
        responses: {
          303: { description: 'To an address that gives the file for a minute' },
          404: refusal('No such link, or no file is kept'),
        },
      },
    },
    [`${page}/note`]: action('Record the note of nomination', 'NoteRequest', {
      200: json('The note'),
      ...cancelled,
    }),
  };
}
