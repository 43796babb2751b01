import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { listenOn } from '../ports.ts';
import { readSendRawEmail, type SentMail } from './events.ts';
import { keepQuota, type SendingLimits, USUAL_LIMITS } from './quota.ts';

// The package is CommonJS: Node.js and test runners give different results for `import`.
const { default: startInbox }: typeof import('aws-ses-v2-local') = createRequire(import.meta.url)(
  'aws-ses-v2-local',
);

/** A running local SES. Its address accepts mail and shows the inbox. */
export type Ses = { readonly endpoint: string; readonly server: Server; readonly stop: () => void };

/**
 * Starts a local SES behind a listener that passes requests on. The listener sees which mail was accepted, so that it
 * can be reported, and keeps the sending quota, which the inbox does not know.
 *
 * @param accepted takes each mail that was accepted, with its SES message id.
 * @param limits how much mail it accepts.
 */
export async function startSes(
  port: number,
  accepted: (mail: SentMail, messageId: string) => void,
  limits: SendingLimits = USUAL_LIMITS,
): Promise<Ses> {
  const inbox = await startInbox({ host: '127.0.0.1', port: 0 });
  const address = inbox.address();
  if (address === null || typeof address === 'string') throw new Error('The inbox has no port');
  const behind = `http://127.0.0.1:${address.port}`;

  const quota = keepQuota(limits);
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const instead = method === 'POST' ? quota(body.toString()) : undefined;
    if (instead !== undefined) {
      response.writeHead(instead.status, { 'content-type': 'text/xml' }).end(instead.body);
      return;
    }
    const answer = await fetch(behind + url, {
      method,
      headers: passedOn(request),
      ...(body.length > 0 && { body }),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    response.statusCode = answer.status;
    response.setHeader('content-type', answer.headers.get('content-type') ?? 'text/plain');
    response.end(content);
    const messageId = /<MessageId>(.+)<\/MessageId>/.exec(content.toString())?.[1];
    const mail = method === 'POST' && answer.ok ? readSendRawEmail(body.toString()) : undefined;
    if (mail !== undefined && messageId !== undefined) accepted(mail, messageId);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  const listening = await listenOn(server, port);
  return {
    endpoint: `http://127.0.0.1:${listening}`,
    server,
    stop: () => {
      for (const one of [server, inbox]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

/** The headers that the inbox reads. */
function passedOn({ headers }: IncomingMessage): Record<string, string> {
  const { authorization, 'content-type': contentType } = headers;
  return {
    ...(authorization !== undefined && { authorization }),
    ...(contentType !== undefined && { 'content-type': contentType }),
  };
}
