import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { compose } from '../../functions/mail/compose.ts';
import { openBrowser } from '../browser/browser.ts';
import { messageOf, participantList, withdrawal } from '../support/messages.ts';

it('shots', { timeout: 60000 }, async () => {
  const csv = {
    fileName: 'participants-bangkok-2014-2014-02-14.csv',
    contentType: 'text/csv',
    content: Buffer.from('a'),
  };
  const all = {
    mail: compose(messageOf()),
    withdrawal: compose(messageOf({ content: withdrawal() })),
    list: compose(
      messageOf({ to: { name: 'Secretariat', email: 's@x.org' }, content: participantList() }),
      [csv],
    ),
  };
  for (const [name, c] of Object.entries(all)) {
    writeFileSync(`/tmp/plenary/${name}.html`, c.html);
    writeFileSync(`/tmp/plenary/${name}.txt`, c.text);
    if (c.calendar) writeFileSync(`/tmp/plenary/${name}.ics`, c.calendar);
    for (const [w, scheme] of [
      [900, 'light'],
      [320, 'light'],
      [900, 'dark'],
    ] as const) {
      const browser = await openBrowser();
      const page = await browser.newPage({
        viewport: { width: w, height: 600 },
        colorScheme: scheme,
      });
      await page.setContent(c.html);
      await page.screenshot({ path: `/tmp/plenary/${name}-${w}-${scheme}.png`, fullPage: true });
      console.log(
        name,
        w,
        await page.evaluate('document.documentElement.scrollWidth'),
        c.html.length,
      );
      await browser.close();
    }
  }
});
