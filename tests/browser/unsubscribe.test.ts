import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegationPath } from '../../functions/domain/delegation/delegation.ts';
import {
  participantSubscriber,
  unsubscribePath,
} from '../../functions/domain/notifications/unsubscribe.ts';
import { inviteFocalPoint } from '../../functions/store/delegation/invite.ts';
import { stageSecret } from '../../functions/store/platform/secret.ts';
import { getRegistration } from '../../functions/store/registration/registration.ts';
import { registrationOf } from '../support/fixtures.ts';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, openWindow, tabTo } from './window.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([
    openBrowser(),
    serve({
      practicalInformation: {
        en: 'Doors open at 8 a.m.; the meeting begins at 9 a.m.\nBring your passport: without it security lets nobody in.',
        ar: 'تُفتح الأبواب في الساعة الثامنة صباحاً.\nيُرجى إحضار جواز السفر.',
      },
    }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** Registers somebody; says where the private page is, and where reminders are ended. */
async function register(name: string) {
  const response = await fetch(`${service.url}/meetings/focal-points/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(registrationOf({ email: `${name}@example.org` })),
  });
  const { manageUrl, reference } = (await response.json()) as Record<string, string>;
  const registration = await getRegistration(service.store, reference ?? '');
  const subscriber = registration && participantSubscriber(registration);
  if (subscriber === undefined || manageUrl === undefined) throw new Error('Not registered');
  const ends = unsubscribePath(await stageSecret(service.store), subscriber);
  return { own: manageUrl, ends: service.url + ends };
}

describe('ending reminders', () => {
  it.each([
    [1100, 'en'],
    [320, 'en'],
    [1100, 'ar'],
    [320, 'ar'],
  ] as const)('is accessible and fits a window of %i pixels, in %s', async (width, language) => {
    const { page, complaints, close } = await openWindow(browser, service.url, {
      javaScriptEnabled: true,
      width,
    });
    const shots = process.env.PLENARY_SCREENSHOTS;
    const look = async (name: string) => {
      await expectAccessible(page);
      await expectFits(page);
      const path = `${shots}/${name}-${width}-${language}.png`;
      if (shots) await page.screenshot({ path, fullPage: true });
    };
    const { own, ends } = await register(`axe-${width}-${language}`);
    await page.goto(`${ends}?lang=${language}`);
    await look('unsubscribe');
    await page.locator('main form button').click();
    await page.locator('main form').waitFor({ state: 'detached' });
    await look('unsubscribed');
    await page.goto(`${own}?lang=${language}`);
    await look('stopped');
    await page.locator('form[action*="/reminders/resume"] button').click();
    await page.locator('form[action*="/reminders/stop"]').waitFor();
    await look('resumed');
    expect(complaints).toEqual([]);
    expect(service.reported).toEqual([]);
    await close();
  });

  it('takes a keyboard alone, and no JavaScript', async () => {
    const { page, complaints, close } = await openWindow(browser, service.url, {
      javaScriptEnabled: false,
    });
    const { ends } = await register('keyboard');
    await page.goto(ends);
    await tabTo(page, page.getByRole('button', { name: 'Stop reminders' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Reminders are stopped' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is on the page of a delegation too', async () => {
    const { page, complaints, close } = await openWindow(browser, service.url, {
      javaScriptEnabled: true,
    });
    const { delegation } = await inviteFocalPoint(
      service.store,
      service.meeting,
      {
        delegated: { representation: 'state', state: 'VN' },
        focalPoint: { name: 'Minh Tran', email: 'vn@mfa.example', language: 'en' },
        again: false,
      },
      { now: new Date(), deadline: Date.now() + 20_000 },
    );
    await page.goto(service.url + delegationPath(delegation));
    await page.getByRole('button', { name: 'Stop reminders' }).click();
    await page.getByText('You get no reminders.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Get reminders again' }).click();
    await page.getByText('We remind you by e-mail before registration closes').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
