import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import sesLocal from 'aws-ses-v2-local';

/** A mail as the local SES keeps it: only what tests look at. */
export type Mail = {
  readonly subject: string;
  readonly destination: { readonly to: readonly string[] };
  readonly body: { readonly html?: string; readonly text?: string };
  readonly attachments: readonly { readonly filename?: string; readonly content: string }[];
};

/** A local SES on a port of its own, and a client that asks it once, as ours do. */
export async function openInbox() {
  const start = sesLocal as unknown as (config: object) => Promise<Server>;
  const server = await start({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = () =>
    new SESClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
  const mails = async (): Promise<Mail[]> => {
    const { emails } = (await (await fetch(`${url}/store`)).json()) as { emails: Mail[] };
    return emails;
  };
  const empty = () => fetch(`${url}/clear-store`, { method: 'POST' });
  const close = () => new Promise((resolve) => server.close(resolve));
  return { client, mails, empty, close };
}
