import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type WindowOptions = { readonly javaScriptEnabled: boolean; readonly width?: number };

/** A page in a window of its own. Nothing it does may leave this machine or end in an error of the browser. */
export async function openWindow(browser: Browser, url: string, options: WindowOptions) {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled,
    viewport: { width: options.width ?? 1100, height: 900 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(request.url());
  });
  return { page, complaints, close: () => context.close() };
}

/**
 * axe finds nothing wrong, by the rules of WCAG 2.2 AA and its best practices. It runs in the page itself ("legacy
 * mode"), which takes a fifth of the time. What it cannot do then is look into frames of other sites, and we have none.
 */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

/** Nothing sticks out at the side. */
export async function expectFits(page: Page) {
  const [inner, outer] = (await page.evaluate(
    'Promise.resolve([document.documentElement.scrollWidth, innerWidth])',
  )) as [number, number];
  expect(inner).toBeLessThanOrEqual(outer);
}

/** Goes to a control as somebody does who has a keyboard and nothing else. */
export async function tabTo(page: Page, control: Locator) {
  const focused = page.locator(':focus').and(control);
  for (let steps = 0; steps < 60; steps++) {
    if ((await focused.count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${control}`);
}

/** Fills in what every meeting asks of everybody. */
export async function fillIn(page: Page, email: string, role = 'Focal point') {
  await page.getByLabel('Given name').fill('សុភា');
  await page.getByLabel('Family name').fill('ចាន់');
  await page.getByLabel('Your part in the delegation').selectOption(role);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('In the list given to participants only').check();
  await page.getByLabel('I have read the privacy notice').check();
}
