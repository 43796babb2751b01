import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
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
