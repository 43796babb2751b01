import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { OVERRIDABLE_TEXTS } from '../../../functions/language/text-overrides.ts';
import { compose } from '../../../functions/mail/compose.ts';
import type { Source } from '../../../functions/mail/render/letter.ts';
import { mimeOf } from '../../../functions/mail/ses/mime.ts';
import { ManagePage } from '../../../functions/participant/manage/manage-page.tsx';
import { EVERY_MESSAGE } from '../../support/every-message.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { HARMLESS, hostile } from '../../support/hostile.ts';
import { messageOf } from '../../support/messages.ts';
import { blocksOf, elementsOf, headersOf, propertiesOf } from '../../support/shapes.ts';

const SENDER = { name: 'Plenary', address: 'plenary@example.org' };

/** The fields of a message that people have typed, wherever they stand in it. */
const TYPED = /^(title|givenName|familyName|organisation|reason|by|name|city|en)$/;

/** A message in which every text that people typed is `value`. */
function typed<T>(given: T, value: string): T {
  if (Array.isArray(given)) return given.map((one) => typed(one, value)) as T;
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => [
      name,
      typeof one === 'string' && TYPED.test(name) ? value : typed(one, value),
    ]),
  ) as T;
}

function messageWith(content: Source['content'], value: string, own = false): Source {
  const texts = { en: Object.fromEntries(OVERRIDABLE_TEXTS.map((key) => [key, value])) };
  const message = typed(messageOf({ content }), value);
  const meeting = own ? { ...message.meeting, texts } : message.meeting;
  return { ...message, meeting };
}

/** All that must not depend on what people type. */
async function shapesOf(message: Source) {
  const composed = await compose(message);
  const raw = Buffer.from(await mimeOf(composed, message, SENDER, new Date('2014-02-14')));
  const mail = await PostalMime.parse(raw);
  return {
    mail: {
      headers: headersOf(raw.toString('latin1')),
      parsed: mail.headers.map(({ key }) => key),
      to: mail.to?.map(({ address }) => address),
      others: [mail.cc, mail.bcc],
      ascii: /^[\r\n\t\x20-\x7e]*$/.test(raw.toString('latin1')),
      subject: mail.subject === composed.subject,
      parts: mail.attachments.map(({ mimeType }) => mimeType),
    },
    elements: elementsOf(composed.html),
    blocks: blocksOf(composed.text),
    signs: /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u.test(composed.text + composed.html),
    properties: composed.calendar === undefined ? [] : propertiesOf(composed.calendar),
  };
}

describe.each(Object.entries(EVERY_MESSAGE))('whatever people type, in %s', (_, content) => {
  it('adds no header, no element, no line and no property', async () => {
    const expected = await shapesOf(messageWith(content, HARMLESS));
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        expect(await shapesOf(messageWith(content, value))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

it('whatever organisers word themselves adds nothing either', async () => {
  for (const content of Object.values(EVERY_MESSAGE)) {
    const expected = await shapesOf(messageWith(content, HARMLESS, true));
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        expect(await shapesOf(messageWith(content, value, true))).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }
}, 60_000);

const page = (value: string) => {
  const meeting = meetingOn('2026-01-01', {
    questions: [
      { id: 'topic', kind: 'long-text', label: { en: 'Topic' } },
      {
        id: 'more',
        kind: 'choices',
        label: { en: 'More' },
        options: [
          { value: 'a', label: { en: 'A' } },
          { value: 'b', label: { en: 'B' } },
        ],
      },
    ],
  });
  const registration = {
    ...typed(messageOf().content, value),
    ...{ reference: 'FP26-7F3K2', status: 'declined', category: 'ngo', delegationRole: 'observer' },
    ...{ categoryReason: { code: 'organisation-kind', organisationKind: 'ngo' } },
    ...{ title: value, givenName: value, familyName: value, organisation: value },
    ...{ position: value, institution: value, email: value, phone: value, listConsent: 'none' },
    ...{ registeredAt: '2026-01-01T00:00:00.000Z', decision: { reason: value }, privacyNotice: {} },
  };
  return String(
    ManagePage({
      language: 'en',
      // What is kept may have been checked by rules of an earlier release.
      registration: registration as never,
      submitted: { dietary: value, accessibility: value, answers: { topic: value, more: [value] } },
      meeting: {
        ...meeting,
        title: { en: value },
        venue: { ...meeting.venue, city: { en: value } },
      },
      now: new Date('2026-01-02'),
      delivery: {},
      address: '/registrations/x',
    }),
  );
};

it('whatever people type adds no element to the private page', () => {
  const expected = elementsOf(page(HARMLESS));
  fc.assert(
    fc.property(hostile, (value) => {
      expect(elementsOf(page(value))).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

describe('the check itself', () => {
  const content = EVERY_MESSAGE.confirmation as Source['content'];

  it('sees what is put into HTML, text, a calendar or a header as it was typed', async () => {
    const message = messageWith(content, HARMLESS);
    const { html, text, calendar = '', ...composed } = await compose(message);
    const raw = Buffer.from(
      await mimeOf({ html, text, ...composed }, message, SENDER, new Date()),
    ).toString('latin1');
    const put = (into: string, value: string) => into.replaceAll(HARMLESS, value);
    const seen = (of: (form: string) => readonly string[], form: string, value: string) => {
      try {
        return of(put(form, value)).join('|') !== of(form).join('|');
      } catch {
        return true;
      }
    };
    for (const value of ['<script>x</script>', '<b>', '</p><p>', '<!-- -->', '<img onerror=x>'])
      expect(seen(elementsOf, html, value), value).toBe(true);
    for (const value of ['a\n\nb', 'a\nReference  X', 'a\n-- \nb'])
      expect(seen(blocksOf, text, value), value).toBe(true);
    for (const value of ['A\r\nATTENDEE:mailto:x@example.org', 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT'])
      expect(seen(propertiesOf, calendar, value), value).toBe(true);
    for (const value of ['A\r\nBcc: x@example.org', 'A\rBcc: x@example.org'])
      expect(seen(headersOf, raw, value), value).toBe(true);
    expect(seen(elementsOf, html, 'B') || seen(headersOf, raw, 'B')).toBe(false);
  });
});
