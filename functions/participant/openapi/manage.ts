import {
  BODY_REFUSALS,
  content,
  json,
  type OperationDocument,
  page,
  pageOrJson,
  redirect,
  refusal,
} from './parts.ts';

const NO_REGISTRATION = { 404: refusal('No such registration') };
const TO_PAGE = { 303: redirect('For a form: to the private page') };
const CHANGED = { 200: json('The registration as it is now'), ...TO_PAGE };
const NOT_CHANGED = {
  ...NO_REGISTRATION,
  ...BODY_REFUSALS,
  409: refusal(
    'The address is already registered, no seat is left in the new category or delegation, the registration has ended, or it was changed after it was read. Nothing was changed',
  ),
  410: refusal(
    'Registration is closed, so these fields cannot change any more; or the meeting is over or cancelled',
  ),
  422: refusal('Fields are missing or wrong, or the category is not admitted'),
  429: refusal(
    'Too many from this network, or the address was taken too often today: try again after Retry-After',
  ),
};

/** The operations of a private link. */
export const manageOperations = {
  getRegistration: {
    summary: 'A registration, for its owner',
    description:
      'After the first delivery report about a message to the address, `delivery` says if it was reached: `state` (delivered, bounced, complained, rejected), `bounce` (hard, soft), `at`, and in `suppressed` since when and why no more messages are sent to it.',
    responses: { 200: pageOrJson('The registration'), ...NO_REGISTRATION },
  },
  getCalendar: {
    summary: 'The meeting as a calendar entry',
    responses: {
      200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': {} } },
      ...NO_REGISTRATION,
    },
  },
  showWithdrawForm: {
    summary: 'Ask before withdrawing. Changes nothing',
    responses: {
      200: page('A page with a button'),
      303: redirect('The registration has ended: to the private page'),
      ...NO_REGISTRATION,
    },
  },
  withdraw: {
    summary: 'Withdraw: gives back the seat, the offered seat, or the place on the waiting list',
    responses: {
      200: json('The registration, withdrawn'),
      ...TO_PAGE,
      ...NO_REGISTRATION,
      409: refusal('It is already withdrawn'),
      410: refusal('The meeting is over'),
    },
  },
  acceptOffer: {
    summary: 'Accept the offered seat',
    responses: {
      ...CHANGED,
      ...NO_REGISTRATION,
      409: refusal('No seat is offered to it'),
      410: refusal('The offer has expired, or the meeting is over or cancelled'),
    },
  },
  resendMessage: {
    summary: 'Send the message about the registration again',
    responses: {
      202: json('It is queued'),
      ...TO_PAGE,
      ...NO_REGISTRATION,
      409: refusal('No more messages are sent to its address: see `delivery`'),
      429: refusal(
        'A message was sent within the last hour, or too many from this network: try again after Retry-After',
      ),
    },
  },
  patchRegistration: {
    summary: 'Change some fields',
    description:
      'Fields that are not sent stay; null removes an answer. The same is true for each answer to a question of the meeting, as long as the meeting asks it. Personal details can change until the last day of the meeting. The State or organization and the e-mail address can change while registration is open. A participant who changes to another category or delegation is treated like a new participant there. If nothing differs, nothing is written and no message is sent.',
    requestBody: { required: true, content: content('RegistrationChange', 'application/json') },
    responses: { ...CHANGED, ...NOT_CHANGED },
  },
  showEditForm: {
    summary: 'The form to change a registration. Changes nothing',
    responses: {
      200: page('The form, filled in'),
      303: redirect('Nothing can change any more: to the private page'),
      ...NO_REGISTRATION,
      422: page('The form, with what is wrong in the query'),
    },
  },
  editRegistration: {
    summary: 'Change all fields, as the form does',
    description:
      'Like PATCH, but an answer that is not sent is removed. `version`, which the form contains, says which version was edited.',
    requestBody: {
      required: true,
      content: content(
        'RegistrationRequest',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ),
    },
    responses: { ...CHANGED, ...NOT_CHANGED },
  },
  setPreferences: {
    summary: 'Change the list consent or the language of messages',
    requestBody: {
      required: true,
      content: content('RegistrationChange', 'application/x-www-form-urlencoded'),
    },
    responses: { ...CHANGED, ...NOT_CHANGED },
  },
  getOwnData: {
    summary: 'Everything that is kept about the participant',
    description:
      'The registration; the sensitive data and how long it is kept; the history; and the messages about the registration. Messages to the participant have their kind, their language, their times and what became of them. For messages to others, only what caused them and their times are given.',
    responses: {
      200: { description: 'The data, as a file', content: { 'application/json': {} } },
      ...NO_REGISTRATION,
    },
  },
  showEraseForm: {
    summary: 'Ask before erasing. Changes nothing',
    responses: { 200: page('A page with a button'), ...NO_REGISTRATION },
  },
  eraseRegistration: {
    summary: 'Erase the participant for good',
    description:
      'Withdraws the registration and deletes everything that names the participant, including messages. The reference, category, State, status and dates are kept. The private link stops working.',
    responses: {
      200: pageOrJson('What is kept'),
      404: refusal('No such registration, or it is already erased'),
    },
  },
} as const satisfies Readonly<Record<string, OperationDocument>>;
