import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mailbox, type Sender } from './mailbox.ts';
import { OUTBOX_TAG } from './tag.ts';

/** How messages are sent: the client, the sender, the configuration set and the stage. */
export type Ses = {
  readonly client: SESClient;
  readonly sender: Sender;
  readonly configurationSet: string;
  readonly stage: string;
};

/**
 * A client without retries. SES cannot tell a repeat from a second message, so the SDK must never repeat a request that
 * SES may have accepted. On a local stage `AWS_ENDPOINT_URL_SES` points to a local inbox.
 */
export function sesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
      // After Lambda has frozen the function, a connection that was kept may be dead. A request on it would fail
      // without showing whether SES has the message, and the message would have to wait.
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });
}

/** The quota of an SES account: messages per second and per 24 hours, and the messages of the last 24 hours. */
export type Quota = {
  readonly perSecond: number;
  /** `Infinity` where SES sets no limit. */
  readonly perDay: number;
  readonly sentToday: number;
};

/**
 * Reads the quota of the account. Other senders in the account share it.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html
 *
 * @throws errors of SES and of the network, and an Error if the answer of SES has no quota.
 */
export async function sendQuota({ client }: Pick<Ses, 'client'>): Promise<Quota> {
  const { MaxSendRate, Max24HourSend, SentLast24Hours } = await client.send(
    new GetSendQuotaCommand({}),
  );
  if (MaxSendRate === undefined || Max24HourSend === undefined || SentLast24Hours === undefined)
    throw new Error('The answer of SES has no quota');
  return {
    perSecond: MaxSendRate,
    perDay: Max24HourSend === -1 ? Number.POSITIVE_INFINITY : Max24HourSend,
    sentToday: SentLast24Hours,
  };
}

/**
 * Sends one message through SES, with its notice id as a tag. Events of SES contain the tag.
 *
 * @returns the message id of SES.
 * @throws errors of SES and of the network: see notifier/classify-ses-error.ts.
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
