import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../functions/domain/eligibility/category.ts';
import { UN_LANGUAGES } from '../../functions/domain/shared/languages.ts';
import { compose } from '../../functions/mail/compose.ts';
import { totalsOfCategories } from '../support/list.ts';
import { messageOf, participantList } from '../support/messages.ts';
import { openBrowser } from './browser.ts';
import { expectFits } from './window.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
});

/** The words of the tables that begin on one line and end on another. A compound may be broken after its hyphen. */
const BROKEN = `[...document.querySelectorAll('.ruled')].flatMap((table) => {
  const found = [];
  const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    for (const { 0: word, index } of text.data.matchAll(/[^\\s-]+-?/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
    }
  return found;
})`;

describe('the list of participants with every category, on a small screen', () => {
  // Chinese is broken between any two characters.
  it.each(UN_LANGUAGES.filter((one) => one !== 'zh'))('breaks no word in %s', async (language) => {
    const figures = Object.fromEntries(CATEGORIES.map((one) => [one, [1197, 145] as const]));
    const content = participantList(totalsOfCategories(figures, 2));
    const { html } = await compose(messageOf({ language, content }));
    const page = await browser.newPage({ viewport: { width: 320, height: 1600 } });
    try {
      await page.setContent(html);
      await expectFits(page);
      expect(await page.evaluate(BROKEN)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
