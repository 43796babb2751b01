import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, fillIn, openWindow, type WindowOptions } from './window.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

const open = (options: WindowOptions) => openWindow(browser, service.url, options);

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the form %s', (_, javaScriptEnabled) => {
  it('leads from the front page to a confirmed registration', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled });
    await page.goto(service.url);
    await page.getByRole('link', { name: 'Meeting of Focal Points' }).click();
    await page.getByRole('link', { name: 'Register' }).click();
    await page.getByLabel('A State or the European Union').check();
    await page.getByLabel('State', { exact: true }).selectOption('Nepal');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByText('Nepal: Observer State').isVisible()).toBe(true);
    await fillIn(page, `${javaScriptEnabled}@example.org`);
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();
    expect(await page.getByText(/^FP26-/).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('comes back with a summary, and every link of it leads to its field', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled });
    await page.goto(`${service.url}/meetings/focal-points/register?representation=state&state=KH`);
    await page.getByLabel('Given name').fill('Sophea');
    await page.getByRole('button', { name: 'Register' }).click();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Given name').inputValue()).toBe('Sophea');
    for (const link of await summary.getByRole('link').all()) {
      const target = (await link.getAttribute('href')) ?? '';
      await link.click();
      const field = page.locator(target);
      expect(await field.isVisible()).toBe(true);
      expect(await page.locator(`${target}:focus`).count(), target).toBe(1);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be withdrawn from the private page', async () => {
    const { page, close } = await open({ javaScriptEnabled });
    await page.goto(`${service.url}/meetings/focal-points/register?representation=individual`);
    await fillIn(page, `guest-${javaScriptEnabled}@example.org`, 'Resource person');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: 'Withdraw my registration' }).click();
    await page.getByRole('button', { name: 'Withdraw my registration' }).click();
    await page.getByRole('heading', { name: 'Your registration is withdrawn' }).waitFor();
    await close();
  });
});

describe('every page', () => {
  it.each([1100, 320])('is accessible and fits a window of %i pixels', async (width) => {
    const { page, complaints, close } = await open({
      javaScriptEnabled: true,
      width,
    });
    const form = `${service.url}/meetings/focal-points/register`;
    const visit = async (address: string) => {
      await page.goto(address);
      await expectAccessible(page);
      await expectFits(page);
    };
    await visit(service.url);
    await visit(`${service.url}/meetings/focal-points`);
    await visit(form);
    await visit(`${form}?representation=state&state=`);
    await visit(`${form}?representation=organisation&organisation=ASEAN&organisationKind=igo`);
    await visit(`${form}?representation=state&state=LA`);
    await page.getByRole('button', { name: 'Register' }).click();
    await page.locator('.error-summary').waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await fillIn(page, `axe-${width}@example.org`);
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();
    await visit(page.url());
    await visit(`${page.url()}/withdraw`);
    await visit(`${service.url}/nowhere`);
    expect(complaints).toEqual([]);
    expect(service.reported).toEqual([]);
    await close();
  });

  it('can be used with the keyboard alone', async () => {
    const { page, close } = await open({ javaScriptEnabled: true });
    await page.goto(`${service.url}/meetings/focal-points/register`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toContain('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lao');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText("Lao People's Democratic Republic: Party", { exact: true }).waitFor();
    await close();
  });

  it('puts the focus on the error summary, and sends a form once', async () => {
    const { page, close } = await open({ javaScriptEnabled: true });
    await page.goto(`${service.url}/meetings/focal-points/register?representation=state&state=LA`);
    await page.getByRole('button', { name: 'Register' }).click();
    await page.locator('.error-summary:focus').waitFor();
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1;
    });
    await fillIn(page, 'double@example.org');
    await page.getByRole('button', { name: 'Register' }).dblclick();
    await page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();
    expect(sent).toBe(1);
    await close();
  });
});
