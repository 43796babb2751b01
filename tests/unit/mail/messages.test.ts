import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { direction, UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { colonOf } from '../../../functions/language/colon.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { widthOf } from '../../../functions/mail/render/wrap.ts';
import { mimeOf } from '../../../functions/mail/ses/mime.ts';
import { BEFORE, EVERY_MESSAGE, everyMessage } from '../../support/every-message.ts';
import { messageOf } from '../../support/messages.ts';
import { elementsOf, inlineStylesOf, shownIn } from '../../support/shapes.ts';

const SENDER = { name: 'Plenary', address: 'plenary@example.org' };
const CASES = UN_LANGUAGES.flatMap((language) =>
  Object.keys(EVERY_MESSAGE).map((name) => [language, name] as const),
);
type Language = (typeof UN_LANGUAGES)[number];

async function rendered(language: Language, name: string) {
  const message = everyMessage(name, language);
  const composed = await compose(message);
  const raw = await mimeOf(composed, message, SENDER, new Date('2014-02-14T02:30:05Z'));
  return { composed, raw, lines: Buffer.from(raw).toString('latin1').split('\r\n') };
}

const linksIn = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address = '']) => address);

/** What a form of a message says, without what sets it: rules, addresses of links, colons after labels. */
const said = (text: string, links: readonly string[]) =>
  links
    .reduce((rest, link) => rest.replace(link, ''), text)
    .replace(/^-- $|^[=-]{3,}$/gm, '')
    .replace(/[\s:：]+/g, '');

describe.each(CASES)('in %s: %s', (language, name) => {
  it('is MIME that a parser reads back, in ASCII, in lines that servers take', async () => {
    const { composed, raw, lines } = await rendered(language, name);
    for (const line of lines) {
      expect(line).toMatch(/^[\t\x20-\x7e]*$/);
      // RFC 5322 §2.1.1; of lines with encoded words RFC 2047 §2.
      expect(line.length).toBeLessThanOrEqual(998);
    }
    const head = lines.slice(0, lines.indexOf(''));
    for (const line of head.filter((one) => one.includes('=?')))
      expect(line.length).toBeLessThanOrEqual(76);
    const mail = await PostalMime.parse(raw);
    expect(mail.subject).toBe(composed.subject);
    expect(mail.html?.trim()).toBe(composed.html.trim());
    expect(mail.text?.trim()).toBe(composed.text.trim());
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  it('can be ended in one click where it comes at its time, and not where a move has caused it', async () => {
    const { raw, composed } = await rendered(language, name);
    const { headers } = await PostalMime.parse(raw);
    const header = (of: string) => headers.find(({ key }) => key === of)?.value;
    const ends = /^(nomination-reminder|meeting-reminder|thank-you)$/.test(
      EVERY_MESSAGE[name]?.kind ?? '',
    );
    // RFC 8058.
    expect(header('list-unsubscribe-post')).toBe(ends ? 'List-Unsubscribe=One-Click' : undefined);
    expect(header('list-unsubscribe')).toEqual(
      ends ? expect.stringMatching(/^<https:\/\/plenary\.example\/unsubscribe\/\S+>$/) : undefined,
    );
    // The same address for people to follow, and no private link in a header.
    if (ends)
      for (const part of [composed.html, composed.text])
        expect(part).toContain(header('list-unsubscribe')?.slice(1, -1));
    for (const { value } of headers) expect(value).not.toMatch(/\/(registrations|delegations)\//);
  });

  it('is small, and fetches nothing', async () => {
    const { composed, raw } = await rendered(language, name);
    expect(raw.length).toBeLessThan(100_000);
    expect(Buffer.byteLength(composed.html)).toBeLessThan(60_000);
    expect(composed.subject.length).toBeLessThan(200);
    expect(composed.html).not.toMatch(
      /<(img|link|script|iframe|object|video|audio|form|svg|base)\b|\bsrc(set)?=|\bbackground=|url\(|@import|@font-face/i,
    );
  });

  it('fills in every placeholder', async () => {
    const { composed } = await rendered(language, name);
    for (const part of [composed.subject, shownIn(composed.html), composed.text]) {
      expect(part.length).toBeGreaterThan(10);
      expect(part).not.toMatch(/undefined|null|NaN|\[object|\{[A-Za-z]\w*[},]/);
    }
  });

  it('says the same as text and as HTML, with a link for each action', async () => {
    const { html, text } = (await rendered(language, name)).composed;
    const links = linksIn(html);
    expect(new Set(links).size).toBe(links.length);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/(plenary|meet)\.example(\.org)?\//);
      expect(text.split(link)).toHaveLength(2);
      // On a line of its own, so that programs make a link of the whole of it and of nothing else.
      expect(text.split('\n')).toContain(link);
    }
    // What the link was before is said, and leads nowhere any more.
    const now = text.replace(BEFORE.link ?? '', '');
    expect(now.match(/https?:/g) ?? []).toHaveLength(links.length);
    expect(said(text, links)).toBe(said(shownIn(html), links));
  });

  it('fits the width of plain text, but for links', async () => {
    const { text } = (await rendered(language, name)).composed;
    const lines = text.split('\n').filter((line) => !line.includes('https://'));
    expect(lines.filter((line) => widthOf(line) > 72)).toEqual([]);
  });

  it('is set in the direction of the language, and what is in another is marked', async () => {
    const { html } = (await rendered(language, name)).composed;
    const elements = elementsOf(html);
    expect(elements[0]).toContain(`lang=${language} dir=${direction(language)}`);
    const title = elements[elements.findIndex((one) => one.startsWith('h1 ')) + 1];
    expect(title).toBe(language === 'en' ? 'span ' : 'span lang=en dir=ltr');
    // Figures end under each other, at the other side of where words begin.
    const other = direction(language) === 'ltr' ? 'right' : 'left';
    for (const one of elements.filter((element) => element.includes(`align=${other}`)))
      expect(one).toMatch(/class=(cell|column) /);
    const start = other === 'right' ? 'left' : 'right';
    expect(elements.filter((one) => one.includes(`align=${start}`)).length).toBeGreaterThan(3);
  });

  it('uses nothing that Outlook, which is Word, does not set', async () => {
    const { html } = (await rendered(language, name)).composed;
    for (const { element, style } of inlineStylesOf(html)) {
      expect(style).not.toMatch(
        /flex|grid|float|position|text-align:(start|end)|-inline|-block-(start|end)|\brem\b|var\(|calc\(/,
      );
      // Word gives padding to cells alone, and margins to no table.
      if (element === 'table') expect(style).not.toMatch(/(^|;)margin/);
      if (['p', 'div', 'h1', 'span', 'bdi'].includes(element))
        expect(style).not.toContain('padding');
    }
  });

  it('brings a calendar entry that a parser reads back, or none', async () => {
    const { calendar, calendarMethod } = (await rendered(language, name)).composed;
    const brings =
      /^confirmation|^(nomination|meeting-changed|meeting-cancelled)$|with (new sittings|a cancellation)$/;
    expect(calendar !== undefined).toBe(brings.test(name));
    if (calendar === undefined) return;
    const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('uid')).toBe('BKK14-7F3K2@plenary');
    const [first] = everyMessage(name).meeting.sittings ?? [];
    const [start, end] = first
      ? ['2014-03-04T09:30:00', '2014-03-04T12:30:00']
      : ['2014-03-04', '2014-03-07'];
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe(start);
    expect(String(event?.getFirstPropertyValue('dtend'))).toBe(end);
    // The first sitting has a title in two languages.
    const part = first && `${colonOf(language)}${language === 'fr' ? 'Ouverture' : 'Opening'}`;
    expect(event?.getFirstPropertyValue('summary')).toBe(
      `${messageOf().meeting.title.en}${part ?? ''}`,
    );
    const cancels = /cancel/.test(name);
    expect(calendarMethod).toBe(cancels ? 'CANCEL' : 'PUBLISH');
    expect(event?.getFirstPropertyValue('status')).toBe(cancels ? 'CANCELLED' : 'CONFIRMED');
    if (!cancels)
      expect(String(event?.getFirstPropertyValue('description'))).toContain('BKK14-7F3K2');
  });

  it('has no empty paragraph, and no more than one empty line', async () => {
    const { html, text } = (await rendered(language, name)).composed;
    expect(html).not.toMatch(/<p\b[^>]*>\s*<\/p>/);
    expect(text).not.toMatch(/\n\s*\n\s*\n/);
  });
});

describe('a title', () => {
  const subjectOf = async (en: string) =>
    (await compose(messageOf({ meeting: { ...messageOf().meeting, title: { en } } }))).subject;

  it('that is long is cut in the subject, between words, and nowhere else', async () => {
    const long = 'Extraordinary Meeting '.repeat(12).trim();
    const subject = await subjectOf(long);
    expect(subject).toMatch(/^Registration confirmed: .*(Meeting|Extraordinary)… \(BKK14-7F3K2\)$/);
    expect(subject.length).toBeLessThan(165);
    expect(await subjectOf('会'.repeat(200))).toContain(`${'会'.repeat(119)}… (`);
    expect(await subjectOf('x'.repeat(120))).toContain(`${'x'.repeat(120)} (`);
  });
});

describe('the place of a meeting that has changed, in Arabic', () => {
  it('is marked part by part, and isolated where nothing can be marked', async () => {
    const { html } = (await rendered('ar', 'meeting-changed')).composed;
    expect(html).toContain(
      '<span lang="en" dir="ltr">UNESCO Bangkok Office</span>، <span lang="en" dir="ltr">Bangkok</span>، تايلند',
    );
    expect(html).toContain('\u2068Conference Centre\u2069، \u2068Chiang Mai\u2069، تايلند');
  });
});

describe('registrations that may be of one person', () => {
  it('are named in the order of the language, each reference by itself', async () => {
    const label = async (language: Language) => {
      const { text } = (await rendered(language, 'participant-list, closing, with duplicates'))
        .composed;
      return text.split('\n').find((line) => line.includes('BKK14-2Q9XM'));
    };
    expect(await label('ar')).toMatch(/^\u2068BKK14-7F3K2\u2069، \u2068BKK14-2Q9XM\u2069 {2}/);
    expect(await label('en')).toMatch(/^BKK14-7F3K2, BKK14-2Q9XM {2}/);
  });
});
