import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mailbox, type Sender } from './mailbox.ts';
import { OUTBOX_TAG } from './tag.ts';

/** How messages leave: through which client, as whom, and under which configuration set. */
export type Ses = {
  readonly client: SESClient;
  readonly sender: Sender;
  readonly configurationSet: string;
  readonly stage: string;
};

/**
 * A client that asks once. SES cannot tell a repeat from a second message, so the SDK must never
 * repeat by itself what may have been taken. Locally `AWS_ENDPOINT_URL_SES` points it to an inbox.
 */
export function sesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
      // A connection kept from before Lambda froze the function may be dead. A request on it would fail
      // in a way that leaves open whether SES has the message, and the message would have to wait.
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });
}

/** What SES lets an account send: a second, and in 24 hours, of which some is sent already. */
export type Quota = {
  readonly perSecond: number;
  /** `Infinity` where SES sets no limit. */
  readonly perDay: number;
  readonly sentToday: number;
};

/**
 * The quota of the account, which is shared by whatever else sends from it.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html
 *
 * @throws errors of SES and of the way there; and where it does not say.
 */
export async function sendQuota({ client }: Pick<Ses, 'client'>): Promise<Quota> {
  const { MaxSendRate, Max24HourSend, SentLast24Hours } = await client.send(
    new GetSendQuotaCommand({}),
  );
  if (MaxSendRate === undefined || Max24HourSend === undefined || SentLast24Hours === undefined)
    throw new Error('SES does not say what its quota is');
  return {
    perSecond: MaxSendRate,
    perDay: Max24HourSend === -1 ? Number.POSITIVE_INFINITY : Max24HourSend,
    sentToday: SentLast24Hours,
  };
}

/**
 * Gives one message to SES, tagged with its id, which SES's events carry.
 *
 * @returns the id that SES gives it.
 * @throws errors of SES and of the way there: see notifier/answer.ts.
 */
export async function sendMail(
  { client, sender, configurationSet, stage }: Ses,
  mail: { readonly id: string; readonly to: string; readonly data: Uint8Array },
): Promise<string> {
  const { MessageId = '' } = await client.send(
    new SendRawEmailCommand({
      Source: mailbox(sender),
      Destinations: [mail.to],
      RawMessage: { Data: mail.data },
      ConfigurationSetName: configurationSet,
      Tags: [
        { Name: OUTBOX_TAG, Value: mail.id },
        { Name: 'stage', Value: stage },
      ],
    }),
  );
  return MessageId;
}
