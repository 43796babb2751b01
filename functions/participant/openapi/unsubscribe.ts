import { delegationParameters, type Parts } from './delegation.ts';

type Json = Record<string, unknown>;

/** The part of the OpenAPI document that is about reminders. @param own what names a registration and its secret */
export function reminderPaths(
  { refusal, json, both, path, meeting }: Parts,
  own: readonly Json[],
): Json {
  const setting = (summary: string, parameters: readonly Json[], answers: Json = {}): Json => ({
    post: {
      summary,
      description: 'Takes no body. Messages that say where a registration stands still come.',
      parameters,
      responses: {
        200: json('It is so now, or was before'),
        303: { description: 'For a form: to the page' },
        404: refusal('No such link'),
        ...answers,
        503: refusal('Busy: try again after Retry-After. Nothing was changed'),
      },
    },
  });
  const limited = { 429: refusal('Too many from this network: try again after Retry-After') };
  const ended = { 410: refusal('The meeting is cancelled: no reminders come any more') };
  const delegation = delegationParameters({ path, meeting });
  const link = [
    meeting,
    path('whom', 'The reference of a registration, or what links call a delegation.'),
    path('secret', 'What lets somebody end reminders and nothing else. Only reminders have it.'),
  ];
  const registration = '/registrations/{reference}/{secret}/reminders';
  const page = '/delegations/{meeting}/{delegation}/{secret}/reminders';
  return {
    [`${registration}/stop`]: setting('Get no more reminders', own, limited),
    [`${registration}/resume`]: setting('Get reminders again', own, { ...limited, ...ended }),
    [`${page}/stop`]: setting('Get no more reminders, for the focal point', delegation),
    [`${page}/resume`]: setting('Get reminders again, for the focal point', delegation, ended),
    '/unsubscribe/{meeting}/{whom}/{secret}': {
      get: {
        summary: 'Ask whether reminders are to end. Changes nothing',
        parameters: link,
        responses: {
          200: { description: 'A page with a button', content: { 'text/html': {} } },
          404: refusal('No such link'),
        },
      },
      post: {
        summary: 'End reminders, in one click (RFC 8058)',
        description:
          'For mail programs, by the List-Unsubscribe header of reminders. It needs no session and reads no body, and never redirects.',
        parameters: link,
        requestBody: {
          required: false,
          content: { 'application/x-www-form-urlencoded': {}, 'multipart/form-data': {} },
        },
        responses: {
          200: both('Reminders are ended, or were before'),
          404: refusal('No such link'),
          503: refusal('Busy: try again after Retry-After. Nothing was changed'),
        },
      },
    },
  };
}
