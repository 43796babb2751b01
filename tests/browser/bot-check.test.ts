import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, serve } from './browser.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), serve({ botCheck: 'proof-of-work' })]);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});
afterEach(() => vi.useRealTimers());

async function openForm(javaScriptEnabled: boolean) {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1100, height: 900 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 403/.test(message.text()))
      complaints.push(message.text());
  });
  const form = `${service.url}/meetings/focal-points/register?representation=state&state=KH`;
  return { page, context, form, complaints };
}

async function fillIn(page: Page, email: string) {
  await page.getByLabel('Given name').fill('Sophea');
  await page.getByLabel('Family name').fill('Chan');
  await page.getByLabel('Your part in the delegation').selectOption('Focal point');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('In the list given to participants only').check();
  await page.getByLabel('I have read the privacy notice').check();
}

const register = (page: Page) => page.getByRole('button', { name: 'Register' }).click();
const confirmed = (page: Page) =>
  page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

describe('with JavaScript', () => {
  it('the proof is there before the form is filled in, and nobody notices', async () => {
    const { page, context, form, complaints } = await openForm(true);
    await page.goto(form);
    await page.locator('input[name="botCheck"][value*=":"]').waitFor({ state: 'attached' });
    await expectAccessible(page);
    await fillIn(page, 'solved@example.org');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST'),
      register(page),
    ]);
    await confirmed(page);
    expect(new URLSearchParams(request.postData() ?? '').get('botCheck')).toMatch(/:\d+$/);
    expect(complaints).toEqual([]);
    expect(service.reported).toEqual([]);
    await context.close();
  });

  it('a form that is sent sooner says so, waits for the proof, and is sent once', async () => {
    const { page, context, form, complaints } = await openForm(true);
    // The work goes on only when the test lets it: every slice of it begins with a timer.
    await page.addInitScript(`
      const later = window.setTimeout;
      const slices = [];
      window.setTimeout = (work, ...rest) =>
        rest.length === 0 ? slices.push(work) : later(work, ...rest);
      window.goOn = () => { window.setTimeout = later; for (const work of slices) work(); };
    `);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1;
    });
    await page.goto(form);
    await fillIn(page, 'hasty@example.org');
    await register(page);
    await page.getByRole('status').getByText('One moment, please').waitFor();
    await expectAccessible(page);
    expect(sent).toBe(0);
    await page.evaluate('goOn()');
    await confirmed(page);
    expect(sent).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('a form that took its time is taken as it is', async () => {
    const { page, context, form } = await openForm(false);
    await page.goto(form);
    await fillIn(page, 'unhurried@example.org');
    vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] });
    await register(page);
    await confirmed(page);
    await context.close();
  });

  it('one sent too soon comes back as it was, and is taken a little later, by keyboard', async () => {
    // Until the test lets it go on, no time passes for the service.
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const { page, context, form } = await openForm(false);
    await page.goto(form);
    await fillIn(page, 'soon@example.org');
    await register(page);
    const summary = page.locator('.error-summary');
    await summary.getByText('In 20 seconds or later, send your registration once more').waitFor();
    await page.getByRole('alert').waitFor();
    await expectKept(page);
    vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] });
    await page.getByRole('button', { name: 'Register' }).focus();
    await page.keyboard.press('Enter');
    await confirmed(page);
    await context.close();
  });
});

async function expectKept(page: Page) {
  expect(await page.getByLabel('Given name').inputValue()).toBe('Sophea');
  expect(await page.getByLabel('Your part in the delegation').inputValue()).toBe('focal-point');
  expect(await page.getByLabel('I have read the privacy notice').isChecked()).toBe(true);
  expect(await page.getByLabel('In the list given to participants only').isChecked()).toBe(true);
}
