import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { direction, UN_LANGUAGES } from '../../functions/domain/languages.ts';
import { compose } from '../../functions/mail/compose.ts';
import { mimeOf } from '../../functions/mail/mime.ts';
import { EVERY_MESSAGE } from '../support/every-message.ts';
import { messageOf } from '../support/messages.ts';

const SENDER = { name: 'Plenary', address: 'plenary@example.org' };
const CASES = UN_LANGUAGES.flatMap((language) =>
  Object.keys(EVERY_MESSAGE).map((name) => [language, name] as const),
);

describe('every message in every language', () => {
  it.each(CASES)('%s: %s', async (language, name) => {
    const content = EVERY_MESSAGE[name];
    if (content === undefined) throw new Error('No such message');
    const message = messageOf({ language, content });
    const composed = await compose(message);
    const raw = await mimeOf(composed, message, SENDER, new Date('2014-02-14T02:30:05Z'));
    const text = Buffer.from(raw).toString('latin1');
    // Nothing but ASCII goes out, and no line is longer than mail servers take (RFC 5322 §2.1.1).
    expect(text).toMatch(/^[\r\n\t\x20-\x7e]*$/);
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(raw.length).toBeLessThan(100_000);

    const mail = await PostalMime.parse(raw);
    expect(mail.subject).toBe(composed.subject);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.html).toContain(`dir="${direction(language)}"`);
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part?.length).toBeGreaterThan(10);
      expect(part).not.toMatch(/undefined|null|NaN|\[object/);
      // A placeholder that nothing was put into.
      expect(part?.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/\{[a-z]\w*[},]/i);
    }
    // Links lead to Plenary or to a mailbox, and nothing is fetched.
    for (const [, address = ''] of mail.html?.matchAll(/(?:href|src)="([^"]*)"/g) ?? [])
      expect(address).toMatch(/^(https:\/\/plenary\.example\/|mailto:meetings@example\.org)/);
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    // What comes at its time can be ended in one click (RFC 8058), and what a move has caused cannot.
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    const ends = /^(nomination-reminder|meeting-reminder|thank-you)$/.test(content.kind);
    expect(header('list-unsubscribe-post')).toBe(ends ? 'List-Unsubscribe=One-Click' : undefined);
    expect(header('list-unsubscribe')).toEqual(
      ends ? expect.stringMatching(/^<https:\/\/plenary\.example\/unsubscribe\/\S+>$/) : undefined,
    );
    // The same address for people to follow, and no private link in a header.
    if (ends)
      for (const part of [mail.html, mail.text])
        expect(part).toContain(header('list-unsubscribe')?.slice(1, -1));
    expect(text.slice(0, text.indexOf('\r\n\r\n'))).not.toMatch(/\/(registrations|delegations)\//);
    if (composed.calendar !== undefined) {
      const event = new ICAL.Component(ICAL.parse(composed.calendar)).getFirstSubcomponent(
        'vevent',
      );
      expect(event?.getFirstPropertyValue('uid')).toBe('BKK14-7F3K2@plenary');
      expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2014-03-04');
      expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2014-03-07');
    }
  });
});
