import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../functions/mail/compose.ts';
import type { Source } from '../../../functions/mail/render/letter.ts';
import { mailbox } from '../../../functions/mail/ses/mailbox.ts';
import { mimeOf } from '../../../functions/mail/ses/mime.ts';
import type { Attachment } from '../../../functions/store/outbox/notice.ts';
import {
  confirmation,
  MANAGE_URL,
  messageOf,
  participantList,
  withdrawal,
} from '../../support/messages.ts';

const SENDER = { name: 'Plenary', address: 'plenary@example.org' };
const CSV: Attachment = {
  fileName: 'participants-bangkok-2014-2014-02-14.csv',
  contentType: 'text/csv; charset=utf-8',
  content: Buffer.from('\ufeffReference,Family name\r\nBKK14-7F3K2,ສຸພາ\r\n'),
};

async function rendered(changes: Partial<Source> = {}, attachments: Attachment[] = []) {
  const message = messageOf(changes);
  const composed = await compose(message, attachments);
  const raw = await mimeOf(composed, message, SENDER, new Date('2014-02-14T02:30:05Z'));
  const mail = await PostalMime.parse(raw);
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
  return { composed, raw: Buffer.from(raw).toString('latin1'), mail, header };
}

describe('a confirmation', () => {
  it('says in HTML and in text what there is to know', async () => {
    const { mail } = await rendered();
    expect(mail.subject).toBe(
      'Registration confirmed: First Meeting of Focal Points for the 2005 Convention in the Asia-Pacific Region (BKK14-7F3K2)',
    );
    for (const part of [mail.html, mail.text?.replace(/\n +/g, ' ')])
      for (const said of [
        'Dear Ms Sophea Chan,',
        'BKK14-7F3K2',
        'March 2014',
        'UNESCO Bangkok Office, Bangkok, Thailand',
        'Cambodia: Party since 19 September 2007.',
        'Manage my registration',
        MANAGE_URL,
        'You are receiving this message because',
        'meetings@example.org',
      ])
        expect(part).toContain(said);
    expect(mail.html).toContain(`href="${MANAGE_URL}"`);
  });

  it('offers text, HTML and calendar as alternatives, and the calendar as a file', async () => {
    const { raw, mail } = await rendered();
    const types = [...raw.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gim)].map(([, type]) => type);
    expect(types).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/);
    const file = mail.attachments.find(({ filename }) => filename === 'invite.ics');
    const text = new TextDecoder().decode(file?.content as ArrayBuffer);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('uid')).toBe('BKK14-7F3K2@plenary');
  });

  it('tells machines what it is, and sends replies to the organisers', async () => {
    const { mail, header } = await rendered();
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('x-plenary-message-id')).toBe('BKK14-7F3K2-confirmation-v1');
    expect(mail.from).toMatchObject(SENDER);
    expect(mail.to).toMatchObject([
      { name: 'Sophea Chan', address: 'sophea.chan@culture.example' },
    ]);
    expect(mail.replyTo).toMatchObject([{ address: 'meetings@example.org' }]);
  });

  it('leaves out what somebody does not have', async () => {
    const content = confirmation({
      title: undefined,
      state: undefined,
      category: 'guest',
      categoryReason: { code: 'individual' },
    });
    const { text } = (await rendered({ content })).mail;
    expect(text).toContain('Dear Sophea Chan,');
    expect(text).not.toContain('Delegation');
  });

  it('is in the language of its reader', async () => {
    const { mail, header } = await rendered({ language: 'ru' });
    expect(mail.text).toContain('Ms Sophea Chan');
    expect(mail.text).not.toContain('Dear');
    expect(mail.subject).toMatch(/^Регистрация подтверждена/);
    // In the message itself it is encoded, as headers are ASCII.
    expect(header('subject')).toBeDefined();
    expect(mail.html).toContain('lang="ru"');
  });

  it('is small, and fetches nothing', async () => {
    const { composed, raw } = await rendered();
    expect(Buffer.byteLength(composed.html)).toBeLessThan(100_000);
    expect(raw.length).toBeLessThan(40_000);
    expect(composed.html).not.toMatch(/<(img|link|script|iframe|object)|url\(|@import|src=/i);
  });
});

describe('a withdrawal', () => {
  it('says what was withdrawn and that one may come back, and brings no calendar', async () => {
    const { mail, raw } = await rendered({ content: withdrawal() });
    expect(mail.subject).toMatch(/^Registration withdrawn: .*\(BKK14-7F3K2\)$/);
    for (const part of [mail.html, mail.text?.replace(/\s+/g, ' ')]) {
      expect(part).toContain('is withdrawn. No further action is needed.');
      expect(part).toContain('you may register again while registration is open');
      expect(part).toContain('Cambodia');
    }
    expect(raw).not.toContain('text/calendar');
    expect(mail.attachments).toEqual([]);
  });
});

describe('a list of participants', () => {
  const to = { email: 'secretariat@example.org', name: 'Secretariat' };

  it('has the totals, the table and the file', async () => {
    const { mail } = await rendered({ to, content: participantList() }, [CSV]);
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('1,200 people from 5 delegations');
      expect(part).toContain('personal data');
      expect(part).toContain(CSV.fileName);
      expect(part).toContain('2 people have stated');
    }
    expect(mail.text).toMatch(/^Observer States +2 +1$/m);
    expect(mail.text).toMatch(/^Total +1,200 +5$/m);
    const [file] = mail.attachments;
    expect(file).toMatchObject({ filename: CSV.fileName, mimeType: 'text/csv' });
    expect(Buffer.from(file?.content as ArrayBuffer)).toEqual(CSV.content);
  });

  it.each([
    [{ people: 1, delegations: 1 }, '1 person from 1 delegation'],
    [{ people: 2, delegations: 0 }, '2 people'],
    [
      { people: 0, delegations: 0, categories: [], needs: 0 },
      'Nobody is registered so far. The attached list is empty.',
    ],
  ])('counts %o', async (totals, said) => {
    const { mail } = await rendered({ to, content: participantList(totals) }, [CSV]);
    expect(mail.html).toContain(`>${said}<`);
    expect(mail.text?.split('\n')).toContain(said);
    expect(mail.text).not.toContain('Nobody from');
  });

  it.each([
    ['daily', 'Participants today: '],
    ['closing', 'Registration closed, list of participants: '],
    ['requested', 'List of participants: '],
  ])('says why it comes: %s', async (occasion, begins) => {
    const content = { ...participantList(), occasion } as Source['content'];
    expect((await rendered({ to, content }, [CSV])).mail.subject).toMatch(new RegExp(`^${begins}`));
  });

  it('refuses a file whose name is not ASCII', async () => {
    const file = { ...CSV, fileName: 'liste\r\nX: é.csv' };
    await expect(rendered({ to, content: participantList() }, [file])).rejects.toThrow('ASCII');
  });
});

const HOSTILE = [
  ['line breaks', 'A\r\nBcc: victim@example.org\r\n\r\n<p>B</p>'],
  ['markup', '<script>alert(1)</script>"\'&amp;<img src=x onerror=y>'],
  ['a right-to-left override', 'abc\u202egpj.exe'],
  ['emoji and marks', `👩🏽‍🚀 e${'\u0301'.repeat(8)}`],
  ['Lao and Arabic', 'ສຸພາພອນ محمد'],
  ['a header of its own', '=?utf-8?q?x=0d=0aBcc:_y@example.org?= <z@example.org>, "q'],
  ['as long as the longest field', 'x'.repeat(300)],
  ['placeholders', "{name} {count, plural, one {#}} '{' </title>"],
] as const;

describe.each(HOSTILE)('hostile values: %s', (_, value) => {
  const meeting = {
    ...messageOf().meeting,
    title: { en: value },
    venue: { name: { en: value }, city: { en: value }, country: 'TH' },
  };
  const fields = {
    title: value,
    givenName: value,
    familyName: value,
    organisation: value,
    state: undefined,
  };
  it.each([
    ['confirmation', confirmation(fields)],
    ['withdrawal', withdrawal(fields)],
    ['list', participantList()],
  ])('stay what they are in a %s', async (_, content) => {
    const to = { email: 'sophea.chan@culture.example', name: value };
    const { composed, raw, mail, header } = await rendered({ meeting, to, content }, []);
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    const plain = await rendered({ content });
    const names = (text: string) =>
      [...text.matchAll(/^([A-Za-z-]+):/gm)].map(([, name]) => name).sort();
    expect(names(head)).toEqual(names(plain.raw.slice(0, plain.raw.indexOf('\r\n\r\n'))));
    expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    expect(mail.to?.map(({ address }) => address)).toEqual(['sophea.chan@culture.example']);
    expect(mail.bcc).toBeUndefined();
    expect(header('x-plenary-message-id')).toBe('BKK14-7F3K2-confirmation-v1');
    expect(composed.html).not.toMatch(/<script|<img|<p>B/);
    const tags = (html: string) => [...html.matchAll(/<[a-z0-9]+/g)].length;
    // As many elements as with harmless values, but for the row of the delegation, which both have.
    expect(tags(composed.html)).toBe(tags(plain.composed.html));
    if (composed.calendar) expect(() => ICAL.parse(composed.calendar ?? '')).not.toThrow();
  });
});

describe('mailbox', () => {
  it.each([
    ['Plenary', 'Plenary <p@example.org>'],
    ['Plenary, "Secretariat"', '"Plenary, \\"Secretariat\\"" <p@example.org>'],
    ['Secrétariat', '=?UTF-8?Q?Secr=C3=A9tariat?= <p@example.org>'],
  ])('writes %s', (name, expected) => {
    expect(mailbox({ name, address: 'p@example.org' })).toBe(expected);
  });

  it('lets no line break through', () => {
    expect(mailbox({ name: 'A\r\nBcc: x', address: 'p@example.org' })).not.toMatch(/[\r\n]/);
  });
});

describe('what an edit tells', () => {
  const content = (kind: string) =>
    ({
      ...withdrawal({
        changed: ['role', 'email'],
        status: 'offered',
        offeredUntil: '2014-02-16T02:30:00.000Z',
      }),
      kind,
    }) as Source['content'];

  it('is what was changed, where the registration stands, and how to get at it', async () => {
    const { mail, raw } = await rendered({ content: content('details-changed') });
    expect(mail.subject).toMatch(/^Registration changed: .*\(BKK14-7F3K2\)$/);
    for (const part of [mail.html, mail.text?.replace(/\n +|\s+/g, ' ')])
      for (const said of [
        'your part in the delegation and your e-mail address',
        'is still kept for you until 16 February 2014',
        'Ms Sophea Chan',
        MANAGE_URL,
        'If you did not change it yourself, please write to meetings@example.org without delay.',
      ])
        expect(part).toContain(said);
    expect(raw).not.toContain('text/calendar');
  });

  it('brings the calendar entry where a seat is confirmed, as it takes the place of a confirmation', async () => {
    const details = withdrawal({ changed: ['name'], status: 'confirmed', version: 3 });
    const { mail, raw } = await rendered({
      content: { ...details, kind: 'details-changed' } as Source['content'],
    });
    expect(raw).toContain('text/calendar');
    expect(mail.text?.replace(/\s+/g, ' ')).toContain('attached as an entry');
  });

  it('tells the old address that it is no longer written to, without the private link', async () => {
    const { mail } = await rendered({ content: content('address-changed') });
    expect(mail.subject).toMatch(/^E-mail address changed: /);
    for (const part of [mail.html, mail.text?.replace(/\s+/g, ' ')]) {
      expect(part).toContain('messages about it go to another address');
      expect(part).not.toContain(MANAGE_URL);
      expect(part).not.toContain('/registrations/');
    }
  });
});
