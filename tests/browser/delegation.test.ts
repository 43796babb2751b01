import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegationPath } from '../../functions/domain/delegation/delegation.ts';
import { inviteFocalPoint } from '../../functions/store/delegation/invite.ts';
import { registrationOf } from '../support/fixtures.ts';
import { openBrowser, serve } from './browser.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;
/** The address of the page of a delegation. */
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  service = await serve({
    title: { en: 'Second Meeting of Focal Points in the Asia-Pacific Region' },
    waitingList: true,
    categories: { party: { admission: 'validated', delegationCeiling: 3 } },
  });
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
  return () => service.close();
});

/** Registers somebody by the API. */
async function come(givenName: string, familyName: string, changes: Record<string, unknown> = {}) {
  const response = await fetch(`${service.url}/meetings/focal-points/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(
      registrationOf({ givenName, familyName, email: `${givenName}@culture.example`, ...changes }),
    ),
  });
  expect(response.status).toBe(201);
}

/** What the browser asks for may not leave this machine, or end in an error of the browser. */
async function open(options: { javaScriptEnabled: boolean; width?: number }) {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled,
    viewport: { width: options.width ?? 1100, height: 900 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url)) complaints.push(request.url());
  });
  return { page, complaints, close: () => context.close() };
}

/** axe finds nothing wrong, by the rules of WCAG 2.2 AA and its best practices; nothing sticks out at the side. */
async function expectGood(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  const [inner, outer] = (await page.evaluate(
    'Promise.resolve([document.documentElement.scrollWidth, innerWidth])',
  )) as [number, number];
  expect(inner).toBeLessThanOrEqual(outer);
}

async function nominate(page: Page, givenName: string) {
  await page.getByRole('link', { name: 'Nominate somebody' }).click();
  await page.getByLabel('Given name').fill(givenName);
  await page.getByLabel('Family name').fill('Sok');
  await page.getByLabel('E-mail').fill(`${givenName}@nominee.example`);
  await page.getByLabel('Part in the delegation').selectOption('Adviser');
  await page.getByRole('button', { name: 'Nominate' }).click();
  await page.locator('.notice.good').waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the delegation page %s', (_, javaScriptEnabled) => {
  it('lets a focal point answer, nominate, name the head, replace and cite the note', async () => {
    await come('Sophea', 'Chan', { delegationRole: 'head' });
    await come('Bopha', 'Nhem');
    const { page, complaints, close } = await open({ javaScriptEnabled });
    await page.goto(address);
    await page.getByText('2 people await your answer').waitFor();
    await page.getByRole('button', { name: 'Approve Ms Sophea Chan' }).click();
    await page.getByText('Ms Sophea Chan is confirmed, and has been told.').waitFor();
    await page.getByRole('link', { name: 'Decline Ms Bopha Nhem' }).click();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.locator('.error-summary').waitFor();
    await page.getByLabel('Reason').fill('We are represented by two people.');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByText('Ms Bopha Nhem is declined, and has been told why.').waitFor();
    await nominate(page, 'Rith');
    await page.getByRole('link', { name: 'Role and order Rith Sok' }).click();
    await page.getByLabel('Part in the delegation').selectOption('Head of delegation');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Ms Sophea Chan is no longer head: Alternate.').waitFor();
    await page.getByRole('link', { name: 'Replace Ms Sophea Chan' }).click();
    await page.getByLabel('Given name').fill('Maly');
    await page.getByLabel('Family name').fill('Prak');
    await page.getByLabel('E-mail').fill('maly@nominee.example');
    await page.getByRole('button', { name: 'Replace' }).click();
    await page.getByText('Maly Prak comes in place of Ms Sophea Chan.').waitFor();
    await page.getByRole('link', { name: 'Add it' }).click();
    await page.getByLabel('Reference of the note').fill('NV/2026/117');
    await page.getByLabel('Date of the note').fill('2026-03-14');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('NV/2026/117, 14 March 2026.').waitFor();
    const coming = page.locator('section', { has: page.getByText('In the delegation') });
    expect(await coming.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Rith Sok',
      'Maly Prak',
    ]);
    expect([complaints, service.reported]).toEqual([[], []]);
    await close();
  });
});

describe('the delegation page', () => {
  it.each([1100, 320])('is accessible and fits a window of %i pixels', async (width) => {
    const { page, complaints, close } = await open({ javaScriptEnabled: true, width });
    const visit = async (path: string) => {
      await page.goto(`${address}${path}`);
      await expectGood(page);
    };
    const shot = async (name: string) => {
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    };
    await visit('');
    await shot('empty');
    await come('Sophea', 'Chan', { delegationRole: 'head' });
    await come('Bopha', 'Nhem', { title: 'H.E. Ms', delegationRole: 'head' });
    await come('Chenda', 'Ouk', { delegationRole: 'adviser' });
    for (const name of ['Rith', 'Veasna', 'Kosal', 'Leakena']) {
      await page.goto(address);
      await nominate(page, name);
      await expectGood(page);
    }
    await page.getByRole('link', { name: /^Decline Ms Chenda/ }).click();
    const reference = new URL(page.url()).searchParams.get('reference') ?? '';
    await page.getByLabel('Reason').fill('We are represented by two people only.');
    await expectGood(page);
    await shot('decline');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.locator('.notice.good').waitFor();
    await shot('full');
    const [confirmed = ''] = await page
      .locator('a[href*="/replace?"]')
      .evaluateAll((links) => links.map((link) => String(link.getAttribute('href'))));
    await page.goto(`${service.url}${confirmed}`);
    await page.getByRole('button', { name: 'Replace' }).click();
    await page.locator('.error-summary:focus').waitFor();
    await expectGood(page);
    await shot('replace');
    await visit(
      `/role?reference=${new URL(page.url()).searchParams.get('reference') ?? reference}`,
    );
    await shot('role');
    await visit('/note');
    await shot('note');
    // Somebody else has answered meanwhile.
    await page.goto(address);
    const approve = page.getByRole('button', { name: /^Approve/ }).first();
    const form = await approve.evaluate((button) => {
      const { reference: field } = (button as unknown as { form: { elements: never } }).form
        .elements as Record<string, { value: string }>;
      return field?.value ?? '';
    });
    await fetch(`${address}/decline`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reference: form, reason: 'No.' }),
    });
    await approve.click();
    await page.locator('.error-summary').waitFor();
    await expectGood(page);
    await shot('late');
    expect([complaints, service.reported]).toEqual([[], []]);
    await close();
  });

  it('can be used with the keyboard alone', async () => {
    await come('Sophea', 'Chan');
    const { page, close } = await open({ javaScriptEnabled: true });
    await page.goto(address);
    const focused = () => page.locator(':focus');
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 30; steps += 1) {
        await page.keyboard.press('Tab');
        if ((await focused().textContent())?.trim() === name) return;
      }
      throw new Error(`No way to ${name} by keyboard`);
    };
    await tabTo('Decline Ms Sophea Chan');
    await page.keyboard.press('Enter');
    await page.getByLabel('Reason').waitFor();
    for (let steps = 0; steps < 10; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('textarea:focus').count()) break;
    }
    await page.keyboard.type('We come without.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Ms Sophea Chan is declined').waitFor();
    await tabTo('Nominate somebody');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nominate somebody' }).waitFor();
    await close();
  });
});
