import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, openWindow } from './window.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), serve()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

describe.each([1100, 320])('a window of %i pixels', (width) => {
  it.each(['ar', 'zh', 'ru'])(
    'shows the way from the meeting to the form in %s',
    async (language) => {
      const { url, meeting } = service;
      const { page, complaints, close } = await openWindow(browser, url, {
        javaScriptEnabled: true,
        width,
      });
      await page.goto(`${url}/meetings/${meeting.id}?lang=${language}`);
      await expectFits(page);
      await expectAccessible(page);
      await page.click('a.button');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await page.check('#representation');
      await page.selectOption('#state', 'KH');
      await page.click('button[type=submit]');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.inputValue('#language')).toBe(language);
      await page.click('form[method=post] button[type=submit]');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const folder = process.env.SCREENSHOTS;
      if (folder)
        await page.screenshot({
          path: `${folder}/errors-${language}-${width}.png`,
          fullPage: true,
        });
      expect(await page.locator('.error-summary a').count()).toBeGreaterThan(3);
      await expectFits(page);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await close();
    },
    60_000,
  );
});

it('sets Arabic from right to left, and addresses from left to right', async () => {
  const { url, meeting } = service;
  const { page, close } = await openWindow(browser, url, { javaScriptEnabled: false });
  await page.goto(`${url}/meetings/${meeting.id}/register?representation=state&state=KH&lang=ar`);
  const edges = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) };
  };
  const [main, label] = [await edges('header .frame'), await edges('.brand')];
  expect(main.right - label.right).toBeLessThan(label.left - main.left);
  expect(await page.getAttribute('#email', 'dir')).toBe('ltr');
  await close();
}, 60_000);
