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

const CANCELLED = { 410: refusal('The meeting is cancelled') };
const MOVED_ON = {
  409: refusal('The registration has changed'),
  410: refusal('The meeting is over or cancelled'),
};
const NOMINATED = {
  201: json(
    'The person, with the status of the registration. A person on the waiting list does not become head if the head has a seat',
  ),
  409: refusal('The address is already registered, no seat is left, or the person has changed'),
  410: refusal('Registration is closed, or the meeting is over or cancelled'),
  429: refusal(
    'The address has registered and withdrawn too often, or too many changes came from one network',
  ),
};

const action = (
  summary: string,
  schema: string,
  responses: OperationDocument['responses'],
): OperationDocument => ({
  summary,
  requestBody: body(schema),
  responses: {
    ...BODY_REFUSALS,
    303: redirect('For a form: to the page of the delegation'),
    404: refusal('No such link, or the person does not belong to this delegation'),
    ...responses,
  },
});

const form = (summary: string): OperationDocument => ({
  summary: `${summary}. Changes nothing`,
  responses: {
    200: page('The form'),
    404: refusal('No such link, or the person does not belong to this delegation'),
    ...CANCELLED,
  },
});

/** The operations of a focal point's link. */
export const delegationOperations = {
  getDelegation: {
    summary: 'A delegation, for its focal point: its people and its seats',
    description:
      'Each person has a `version`. An action that sends it is refused if the person has changed. `undeliveredSince` says since when messages do not reach a person.',
    responses: { 200: pageOrJson('The delegation'), 404: refusal('No such link') },
  },
  approve: action('Approve a person as a member of the delegation', 'ApproveRequest', {
    200: json('The person, confirmed, or on the waiting list if no seat is free'),
    ...MOVED_ON,
  }),
  showDeclineForm: form('The form to decline a person'),
  decline: action('Decline a person', 'DeclineRequest', {
    200: json('The person, declined'),
    ...MOVED_ON,
  }),
  showRoleForm: form('The form for a role'),
  setRole: action('Give a person a role and an order', 'RoleRequest', {
    200: json('The person, and in formerHeads those who are no longer head'),
    ...MOVED_ON,
    409: refusal('The registration has changed, or has no seat and so cannot become head'),
  }),
  showNominateForm: form('The form to nominate a person'),
  nominate: action('Nominate a person', 'NominateRequest', {
    ...NOMINATED,
    403: refusal('Registration is not open yet'),
  }),
  showReplaceForm: form('The form to replace a person'),
  replace: action(
    'Nominate a person in place of another, with the same seat',
    'ReplaceRequest',
    NOMINATED,
  ),
  showNoteForm: form('The form for the note of nomination'),
  recordNote: action('Record the note of nomination', 'NoteRequest', {
    200: json('The note'),
    ...CANCELLED,
  }),
  showNoteFileForm: {
    summary: 'The form to upload the note of nomination as a PDF of up to 5 MB',
    description:
      'Send its fields, and `file` as the last field, to its address as multipart/form-data. A stage without file storage has no such form.',
    responses: {
      200: pageOrJson('The form: url, fields, and the id of the upload'),
      404: refusal('No such link, or the stage stores no files'),
      ...CANCELLED,
    },
  },
  recordNoteFile: action('Keep an upload as the note of nomination', 'NoteFileRequest', {
    200: json('The file'),
    ...CANCELLED,
  }),
  getNoteFile: {
    summary: 'The note of nomination as a file',
    responses: {
      303: redirect('To an address that gives the file for a minute'),
      404: refusal('No such link, or no file is kept'),
    },
  },
} as const satisfies Readonly<Record<string, OperationDocument>>;
