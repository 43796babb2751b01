/** What SES lets an account send: a second, and in 24 hours. */
export type SendingLimits = { readonly perSecond: number; readonly perDay: number };

/** The limits that SES gives an account when it leaves the sandbox. */
const LIMITS: SendingLimits = { perSecond: 14, perDay: 50_000 };

/** Whether a request, which the SDK sends as a form, asks for the sending quota. */
export const isGetSendQuota = (body: string): boolean =>
  new URLSearchParams(body).get('Action') === 'GetSendQuota';

/**
 * The answer of SES to GetSendQuota.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html
 *
 * @param sent how many mails were sent in the last 24 hours
 */
export function sendQuotaAnswer(sent: number, { perSecond, perDay } = LIMITS): string {
  return `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <GetSendQuotaResult>
    <Max24HourSend>${perDay}</Max24HourSend>
    <MaxSendRate>${perSecond}</MaxSendRate>
    <SentLast24Hours>${sent}</SentLast24Hours>
  </GetSendQuotaResult>
  <ResponseMetadata><RequestId>local</RequestId></ResponseMetadata>
</GetSendQuotaResponse>`;
}
