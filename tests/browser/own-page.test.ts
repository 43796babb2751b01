import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../../functions/domain/shared/day.ts';
import { applyMeeting } from '../../functions/store/meeting/apply-meeting.ts';
import { toItem } from '../../functions/store/platform/client.ts';
import { registryKeys } from '../../functions/store/platform/keys.ts';
import { registrationOf } from '../support/fixtures.ts';
import { openBrowser, serve } from './browser.ts';
import { expectAccessible, expectFits, openWindow, tabTo, type WindowOptions } from './window.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, service] = await Promise.all([
    openBrowser(),
    serve({
      categories: {
        party: { admission: 'open' },
        'observer-state': { admission: 'validated' },
        ngo: { admission: 'validated' },
      },
    }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

const open = (options: WindowOptions) => openWindow(browser, service.url, options);

/** Registers somebody; says where the private page is. */
async function register(name: string): Promise<string> {
  const response = await fetch(`${service.url}/meetings/focal-points/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(registrationOf({ email: `${name}@example.org` })),
  });
  return ((await response.json()) as { manageUrl: string }).manageUrl;
}

/** Takes from a registration what somebody whom others registered has not given yet. */
async function makeIncomplete(own: string) {
  const reference = own.split('/').at(-2) ?? '';
  await service.store.client.send(
    new UpdateItemCommand({
      TableName: service.store.registry,
      Key: toItem(registryKeys.registration(service.meeting.id, reference)),
      UpdateExpression: 'SET nominated = :yes REMOVE privacyNotice, familyName',
      ExpressionAttributeValues: toItem({ ':yes': true }),
    }),
  );
}

/** Has registration close so many days from today. */
async function setClosing(days: number) {
  const { meeting, store } = service;
  const { opensOn } = meeting.registration;
  const closesOn = addDays(dayIn(meeting.timeZone, new Date()), days);
  await applyMeeting(store, { ...meeting, registration: { opensOn, closesOn } }, new Date());
}

/** Presses what a keyboard has reached. */
async function press(page: Page, role: 'link' | 'button', name: string) {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

describe('the private page, with a keyboard alone and without JavaScript', () => {
  it('changes details, and leads to what is wrong with them', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled: false });
    await page.goto(await register('details'));
    await press(page, 'link', 'Change my registration');
    await tabTo(page, page.getByLabel('Family name'));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await tabTo(page, page.getByLabel('Position'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Minister of Culture');
    await press(page, 'button', 'Save');
    await page.getByText('Some answers need another look').waitFor();
    await press(page, 'link', 'Enter the family name');
    await page.keyboard.type('Chan');
    await press(page, 'button', 'Save');
    await page.getByText('Your changes are saved.').waitFor();
    expect(await page.getByText('Minister of Culture').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes over to another State, and says before what that means', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled: false });
    await page.goto(await register('state'));
    await press(page, 'link', 'Change my registration');
    await press(page, 'link', 'Change');
    await tabTo(page, page.getByLabel('State', { exact: true }));
    await page.keyboard.type('Nepal');
    await press(page, 'button', 'Continue');
    await page.getByText('Nepal: Observer State').waitFor();
    expect(await page.getByText('has to be validated again').isVisible()).toBe(true);
    await press(page, 'button', 'Save');
    await page.getByRole('heading', { name: 'We have received your registration' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('changes where one is listed, then erases everything', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled: false });
    const own = await register('erase');
    await page.goto(own);
    await tabTo(page, page.getByLabel('In the list given to participants only'));
    await page.keyboard.press('ArrowDown');
    await press(page, 'button', 'Save');
    await page.getByText('Your changes are saved.').waitFor();
    expect(await page.getByLabel('Nowhere: only the organizers see it').isChecked()).toBe(true);
    await press(page, 'link', 'Erase my data');
    await page.getByRole('heading', { name: 'Erase your data?' }).waitFor();
    await press(page, 'button', 'Erase my data');
    await page.getByRole('heading', { name: 'Your data is erased' }).waitFor();
    expect((await page.goto(own))?.status()).toBe(404);
    expect(complaints).toEqual([]);
    await close();
  });

  it('asks somebody whom others registered for the rest', async () => {
    const { page, complaints, close } = await open({ javaScriptEnabled: false });
    const own = await register('nominee');
    await makeIncomplete(own);
    await page.goto(own);
    await press(page, 'link', 'Complete my details');
    await tabTo(page, page.getByLabel('Family name'));
    await page.keyboard.type('Chan');
    await tabTo(page, page.getByLabel('I have read the privacy notice'));
    await page.keyboard.press('Space');
    await press(page, 'button', 'Save');
    await page.getByText('Your changes are saved.').waitFor();
    expect(await page.getByText('Please complete your details').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('every page of a participant', () => {
  it.each([1100, 320])('is accessible and fits a window of %i pixels', async (width) => {
    const { page, complaints, close } = await open({ javaScriptEnabled: true, width });
    const shots = process.env.PLENARY_SCREENSHOTS;
    const look = async (name: string) => {
      await expectAccessible(page);
      await expectFits(page);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    };
    const own = await register(`axe-${width}`);
    await makeIncomplete(own);
    await page.goto(own);
    await look('incomplete');
    await page.goto(`${own}/edit`);
    await look('complete');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.error-summary').waitFor();
    await look('wrong');
    await page.getByLabel('Family name').fill('Chan');
    await page.getByLabel('I have read the privacy notice').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your changes are saved.').waitFor();
    await look('saved');
    await page.goto(`${own}/edit?change=yes`);
    await look('whom');
    await page.goto(`${own}/edit?representation=state&state=NP`);
    await look('leaving');
    const other = await page.context().newPage();
    await other.goto(`${own}/edit`);
    await other.getByLabel('Position').fill('Minister');
    await other.getByRole('button', { name: 'Save' }).click();
    // A window that is closed while its form is on the way may never close.
    await other.getByText('Your changes are saved.').waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your registration was changed meanwhile').waitFor();
    await look('meanwhile');
    await page.goto(`${own}/erase`);
    await look('erase');
    await page.getByRole('button', { name: 'Erase my data' }).click();
    await page.getByRole('heading', { name: 'Your data is erased' }).waitFor();
    await look('erased');
    const late = await register(`late-${width}`);
    await setClosing(-1);
    await page.goto(`${late}/edit`);
    expect(await page.getByText('Registration is closed').isVisible()).toBe(true);
    await look('closed');
    await setClosing(30);
    expect(complaints).toEqual([]);
    expect(service.reported).toEqual([]);
    await close();
  });
});
