import { json, type OperationDocument, page, pageOrJson, redirect, refusal } from './parts.ts';

const NO_LINK = { 404: refusal('No such link') };

const setting = (
  summary: string,
  responses: OperationDocument['responses'] = {},
): OperationDocument => ({
  summary,
  description: 'Takes no body. Messages about the status of a registration are still sent.',
  responses: {
    200: json('The setting, as it is now'),
    303: redirect('For a form: to the page'),
    ...NO_LINK,
    ...responses,
  },
});

const CANCELLED = { 410: refusal('The meeting is cancelled: no more reminders are sent') };

/** The operations that stop and resume reminders. */
export const reminderOperations = {
  stopReminders: setting('Stop reminders'),
  resumeReminders: setting('Resume reminders', CANCELLED),
  stopFocalPointReminders: setting('Stop reminders to the focal point'),
  resumeFocalPointReminders: setting('Resume reminders to the focal point', CANCELLED),
  showUnsubscribeForm: {
    summary: 'Ask before stopping reminders. Changes nothing',
    responses: { 200: page('A page with a button'), ...NO_LINK },
  },
  unsubscribe: {
    summary: 'Stop reminders, in one click (RFC 8058)',
    description:
      'For mail programs: the List-Unsubscribe header of reminders names this address. It needs no session, reads no body and never redirects.',
    requestBody: {
      required: false,
      content: { 'application/x-www-form-urlencoded': {}, 'multipart/form-data': {} },
    },
    responses: { 200: pageOrJson('Reminders are stopped'), ...NO_LINK },
  },
} as const satisfies Readonly<Record<string, OperationDocument>>;
