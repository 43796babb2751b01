/** How much mail SES lets an account send: in a second, and in 24 hours. */
export type SendingLimits = { readonly perSecond: number; readonly perDay: number };

/** The limits of an account that has left the sandbox. */
export const USUAL_LIMITS: SendingLimits = { perSecond: 14, perDay: 50_000 };

/** An answer to send instead of the inbox's. */
export type QuotaAnswer = { readonly status: number; readonly body: string };

/**
 * Refuses mail beyond the limits, and reports the limits, as SES does.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html
 */
export function keepQuota({ perSecond, perDay }: SendingLimits, now: () => number = Date.now) {
  /** The times of the mails of the last second. */
  let lately: number[] = [];
  let today = 0;
  const refuse = (message: string): QuotaAnswer => ({
    status: 400,
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>${message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
  });
  /**
   * Takes the body of a request, a form.
   * @returns the answer, or `undefined` to pass the request on.
   */
  return (body: string): QuotaAnswer | undefined => {
    const action = new URLSearchParams(body).get('Action');
    if (action === 'GetSendQuota')
      return {
        status: 200,
        body: `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult><Max24HourSend>${perDay}</Max24HourSend><MaxSendRate>${perSecond}</MaxSendRate><SentLast24Hours>${today}</SentLast24Hours></GetSendQuotaResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></GetSendQuotaResponse>`,
      };
    if (action !== 'SendRawEmail') return undefined;
    const at = now();
    lately = lately.filter((time) => at - time < 1000);
    if (today >= perDay) return refuse('Daily message quota exceeded.');
    if (lately.length >= perSecond) return refuse('Maximum sending rate exceeded.');
    lately.push(at);
    today += 1;
    return undefined;
  };
}
