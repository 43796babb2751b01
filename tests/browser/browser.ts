import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { dayIn } from '../../functions/domain/shared/day.ts';
import { createApp } from '../../functions/participant/app.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { freshTables } from '../integration/dynamo.ts';
import { meetingOn } from '../support/fixtures.ts';

/** A real Chromium. The package brings the browser itself, so there is nothing to install. */
export async function openBrowser() {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Of the package's own arguments one process for everything is meant for Lambda: closing a
    // window then ends the browser.
    args: [
      ...chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
      '--disable-background-networking',
      '--disable-component-update',
    ],
    headless: true,
  });
}

/** The participant's service on a port of its own, with one meeting that is open today. */
export async function serve(changes: Record<string, unknown> = {}, notes?: string) {
  const store = await freshTables();
  const meeting = meetingOn(dayIn('Asia/Bangkok', new Date()), changes);
  await applyMeeting(store, meeting, new Date());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reported: unknown[] = [];
  const app = createApp({ store, publicUrl: url, notes }, (error) => {
    reported.push(error);
  });
  server.on('request', getRequestListener(app.fetch));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url, store, meeting, reported, close };
}
