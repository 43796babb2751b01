import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryReport } from '../../functions/domain/notifications/delivery.ts';
import { addressHash } from '../../functions/domain/shared/email.ts';
import { recordDelivery } from '../../functions/store/outbox/delivery.ts';
import { registrationOf } from '../support/fixtures.ts';
import { jsonOf } from '../support/json.ts';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, openWindow, tabTo } from './window.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([openBrowser(), serve()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** Registers somebody, of whose address SES then reports; gives the private address. */
async function unreached(
  name: string,
  what: Pick<DeliveryReport, 'state' | 'bounce'>,
): Promise<string> {
  const email = `${name}@example.org`;
  const { manageUrl } = await jsonOf(
    fetch(`${service.url}/meetings/focal-points/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(registrationOf({ email })),
    }),
  );
  const at = '2026-01-05T09:00:00.000Z';
  await recordDelivery(service.store, addressHash(email), {
    ...what,
    at,
    sentAt: at,
    messageId: 'm',
  });
  return manageUrl;
}

describe('the private page of somebody whom messages do not reach', () => {
  it.each([1100, 320])(
    'is accessible and fits a window of %i pixels, in every script',
    async (width) => {
      const { page, complaints, close } = await openWindow(browser, service.url, {
        javaScriptEnabled: true,
        width,
      });
      const cases = [
        ['full', { state: 'bounced', bounce: 'soft' }],
        ['gone', { state: 'bounced', bounce: 'hard' }],
        ['spam', { state: 'complained' }],
      ] as const;
      for (const [name, what] of cases) {
        const own = await unreached(`${name}-${width}-${'long-'.repeat(6)}name`, what);
        for (const language of ['en', 'ar', 'zh', 'ru']) {
          await page.goto(`${own}?lang=${language}`);
          expect(await page.locator('.notice.wrong h2').count()).toBe(1);
          await expectAccessible(page);
          await expectFits(page);
          const folder = process.env.SCREENSHOTS;
          const path = `${folder}/undelivered-${name}-${language}-${width}.png`;
          if (folder) await page.screenshot({ path, fullPage: true });
        }
      }
      expect(complaints).toEqual([]);
      await close();
    },
    120_000,
  );

  it('leads, with a keyboard alone, to the address and back to a page without the notice', async () => {
    const { page, complaints, close } = await openWindow(browser, service.url, {
      javaScriptEnabled: false,
    });
    await page.goto(await unreached('typo', { state: 'bounced', bounce: 'hard' }));
    await page.getByRole('heading', { name: 'Our messages do not reach you' }).waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Correct the address' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('E-mail', { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('right@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Your changes are saved.').waitFor();
    expect(await page.getByText('Our messages do not reach you').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(service.reported).toEqual([]);
    await close();
  }, 60_000);
});
