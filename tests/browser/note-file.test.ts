import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { delegationPath } from '../../functions/domain/delegation/delegation.ts';
import { inviteFocalPoint } from '../../functions/store/delegation/invite.ts';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, openWindow } from './window.ts';

/** Where S3 would be. What it takes and refuses is seen in tests/deploy; here, what a browser makes of the page. */
const BUCKET = 'https://notes.s3.us-east-1.amazonaws.com';

const UPLOAD = '7d0f4f0e-3f0a-4c55-9a53-1f4f3b0c2d11';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;
let address: string;

beforeAll(async () => {
  // To sign a form takes a key, and nothing of AWS.
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  process.env.AWS_REGION = 'us-east-1';
  [browser, service] = await Promise.all([openBrowser(), serve({}, 'notes')]);
  const { delegation } = await inviteFocalPoint(
    service.store,
    service.meeting,
    {
      delegated: { representation: 'state', state: 'KH' },
      focalPoint: { name: 'Dara Keo', email: 'focal.point@mfa.example', language: 'en' },
      again: false,
    },
    { now: new Date(), deadline: Date.now() + 10_000 },
  );
  address = `${service.url}${delegationPath(delegation)}`;
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

const file = (bytes: number) => ({
  name: 'note.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes)]),
});

it.each([
  ['en', 1100],
  ['en', 320],
  ['ar', 320],
])('handing in the note is accessible and fits: %s, %i pixels', async (language, width) => {
  const { page, complaints, close } = await openWindow(browser, service.url, {
    javaScriptEnabled: true,
    width,
  });
  const shots = process.env.PLENARY_SCREENSHOTS;
  for (const [name, query] of [
    ['send', ''],
    ['arrived', `upload=${UPLOAD}&`],
  ] as const) {
    await page.goto(`${address}/note/file?${query}lang=${language}`);
    await expectAccessible(page);
    await expectFits(page);
    const path = `${shots}/note-${name}-${language}-${width}.png`;
    if (shots) await page.screenshot({ path, fullPage: true });
  }
  expect(complaints).toEqual([]);
  await close();
});

it.each([true, false])(
  'sends the file to the bucket, and comes back (JavaScript: %s)',
  async (on) => {
    const context = await browser.newContext({ javaScriptEnabled: on });
    const page = await context.newPage();
    const posted: string[] = [];
    await page.route(`${BUCKET}/**`, (route) => {
      posted.push(route.request().method());
      return route.fulfill({
        status: 303,
        headers: { Location: `${address}/note/file?upload=${UPLOAD}&bucket=notes&key=x` },
      });
    });
    await page.goto(`${address}/note/file`);
    if (on) {
      await page.getByLabel('PDF file').setInputFiles(file(5 * 1024 * 1024));
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      expect(posted).toEqual([]);
      const told = await page
        .getByLabel('PDF file')
        .evaluate((field) => (field as unknown as { validationMessage: string }).validationMessage);
      expect(told).toContain('larger than 5 MB');
    }
    await page.getByLabel('PDF file').setInputFiles(file(1_000));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The file has arrived.').waitFor();
    expect(posted).toEqual(['POST']);
    await context.close();
  },
);
