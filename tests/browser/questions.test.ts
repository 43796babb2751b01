import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SET_NAMES } from '../../functions/domain/meeting/question-set-names.ts';
import { EVERY_KIND } from '../support/questions.ts';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, fillIn, openWindow } from './window.ts';

let browser: Browser;
let own: Awaited<ReturnType<typeof serve>>;
let sets: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, own, sets] = await Promise.all([
    openBrowser(),
    // On any day that it is run.
    serve({
      questions: EVERY_KIND.map((one) =>
        one.kind === 'date' ? { ...one, min: undefined, max: undefined } : one,
      ),
    }),
    serve({ questions: SET_NAMES.map((set) => ({ set })) }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([own?.close(), sets?.close()]);
});

const formOf = ({ url }: { url: string }) =>
  `${url}/meetings/focal-points/register?representation=state&state=KH`;

describe('the meeting’s own questions with JavaScript', () => {
  it('appear one after the other as they are answered, and go away again', async () => {
    const { page, complaints, close } = await openWindow(browser, own.url, {
      javaScriptEnabled: true,
    });
    await page.goto(formOf(own));
    const excursion = page.getByRole('group', { name: 'Do you join the excursion?' });
    const where = page.getByRole('group', { name: 'Where to?' });
    const boats = page.getByLabel('How many boats?');
    expect(await page.getByText('Only if your answer').count()).toBe(0);
    expect([await where.isVisible(), await boats.isVisible()]).toEqual([false, false]);
    await excursion.getByLabel('Yes').check();
    await where.getByLabel('The floating market').check();
    await boats.fill('9');
    await excursion.getByLabel('No').check();
    expect([await where.isVisible(), await boats.isVisible()]).toEqual([false, false]);
    await excursion.getByLabel('Yes').check();
    expect(await boats.inputValue()).toBe('9');

    await fillIn(page, 'with@example.org');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: '“How many boats?”: give 3 or less' }).click();
    expect(await boats.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await excursion.getByLabel('No').check();
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();
    expect(await page.getByText('How many boats?').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be answered with the keyboard alone', async () => {
    const { page, close } = await openWindow(browser, own.url, { javaScriptEnabled: true });
    await page.goto(formOf(own));
    await page.getByLabel('Shirt').focus();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.keyboard.type('XL');
    await press('Tab');
    await page.keyboard.type('None');
    // The group with one Tab, its answers with arrows; the next group has just appeared.
    await press('Tab', 'Space', 'Tab', 'ArrowDown', 'Tab');
    await page.keyboard.type('2');
    await press('Tab', 'Space', 'Tab', 'Tab', 'Space');
    expect(await page.getByLabel('The floating market').isChecked()).toBe(true);
    expect(await page.getByLabel('How many boats?').inputValue()).toBe('2');
    expect(await page.getByLabel('Film').isChecked()).toBe(true);
    expect(await page.getByLabel('Music').isChecked()).toBe(false);
    expect(await page.getByLabel('Books').isChecked()).toBe(true);
    await close();
  });
});

describe('the meeting’s own questions without JavaScript', () => {
  it('are all there, say on what they depend, and are taken as far as they are asked', async () => {
    const { page, complaints, close } = await openWindow(browser, own.url, {
      javaScriptEnabled: false,
    });
    await page.goto(formOf(own));
    const boats = page.getByLabel('How many boats?');
    const market = page.getByLabel('The floating market');
    expect(await boats.getAttribute('aria-describedby')).toBe('answers.boats-condition');
    await expect(
      page.getByText('Only if your answer to “Where to?” is “The floating market”.').isVisible(),
    ).resolves.toBe(true);
    await market.check();
    await boats.fill('7');
    await page.getByLabel('Film').check();
    await page.getByLabel('Books').check();
    await page.getByLabel('Day').fill('2030-03-05');
    await fillIn(page, 'without@example.org');
    await page.getByRole('button', { name: 'Register' }).click();

    const summary = page.locator('.error-summary');
    await summary.getByRole('link', { name: 'answer yes or no' }).click();
    expect(await market.isChecked()).toBe(true);
    expect(await page.getByLabel('Books').isChecked()).toBe(true);
    expect(await page.getByLabel('Day').inputValue()).toBe('2030-03-05');
    await page.getByRole('group', { name: 'Do you join' }).getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Register' }).click();
    await summary.getByRole('link', { name: '“How many boats?”: give 3 or less' }).click();
    await boats.fill('3');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Your registration is confirmed' }).waitFor();
    expect(await page.getByText('Film, Books').isVisible()).toBe(true);
    expect(await page.getByText('5 March 2030').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('every question', () => {
  it.each([
    ['of its own, at 1100 pixels', () => own, 1100],
    ['of its own, at 320 pixels', () => own, 320],
    ['of a set, at 1100 pixels', () => sets, 1100],
    ['of a set, at 320 pixels', () => sets, 320],
  ])('%s, is accessible and fits', async (_, service, width) => {
    for (const script of ['runs', 'is lost']) {
      const { url, reported } = service();
      const { page, close } = await openWindow(browser, url, { javaScriptEnabled: true, width });
      // axe is JavaScript itself: what people without it see is there once ours does not arrive.
      if (script === 'is lost') await page.route('**/*.js', (route) => route.abort());
      await page.goto(formOf({ url }));
      await expectFits(page);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Register' }).click();
      await page.locator('.error-summary').waitFor();
      await expectFits(page);
      await expectAccessible(page);
      expect(reported).toEqual([]);
      await close();
    }
  });
});
