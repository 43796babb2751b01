import { describe, expect, it } from 'vitest';
import {
  afterReport,
  type Delivery,
  suppressionOf,
} from '../../../functions/domain/notifications/delivery.ts';
import { outboxIdOf, sesEvent } from '../../../functions/feedback/event.ts';
import { outcomeOf } from '../../../functions/feedback/outcome.ts';
import { readSendRawEmail, reportsOf, type SentMail } from '../../../infra/local/ses/events.ts';

const form = new URLSearchParams({
  Action: 'SendRawEmail',
  Version: '2010-12-01',
  Source: '"Plenary" <plenary@example.org>',
  'Destinations.member.1': 'one@example.org',
  'Destinations.member.2': 'two@example.org',
  'RawMessage.Data': 'eA==',
  ConfigurationSetName: 'plenary',
  'Tags.member.1.Name': 'outbox-id',
  'Tags.member.1.Value': 'abc_-1',
  'Tags.member.2.Name': 'stage',
  'Tags.member.2.Value': 'local',
}).toString();

function sent(change: Partial<SentMail> = {}): SentMail {
  const mail = readSendRawEmail(form);
  if (mail === undefined) throw new Error('It is a SendRawEmail');
  return { ...mail, ...change };
}
const now = new Date('2026-03-04T05:06:07Z');
const all = { configurationSet: 'plenary', events: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT'] };
const reports = (mail: SentMail, reporting = all) =>
  reportsOf(mail, 'ses-1', reporting, now).map((event) => sesEvent.parse(event));
const kinds = (mail: SentMail, reporting = all) =>
  reports(mail, reporting).map(({ detail }) => detail.eventType);

describe('readSendRawEmail', () => {
  it('reads what the SDK sends', () => {
    expect(sent()).toEqual({
      source: '"Plenary" <plenary@example.org>',
      destination: ['one@example.org', 'two@example.org'],
      configurationSet: 'plenary',
      tags: { 'outbox-id': 'abc_-1', stage: 'local' },
    });
  });

  it('takes no other request for one', () => {
    expect(readSendRawEmail('Action=SendEmail')).toBeUndefined();
    expect(readSendRawEmail('{"Action":"SendRawEmail"}')).toBeUndefined();
  });
});

describe('reportsOf', () => {
  it('says what the feedback function understands, with the tags of the request', () => {
    const events = reportsOf(sent(), 'ses-1', all, now).map((event) => sesEvent.parse(event));
    expect(events.map(({ detail }) => detail.eventType)).toEqual(['Send', 'Delivery']);
    for (const { detail } of events) {
      expect(outboxIdOf(detail)).toBe('abc_-1');
      expect(detail.mail).toMatchObject({ messageId: 'ses-1', timestamp: now.toISOString() });
      expect(detail.mail.tags).toMatchObject({
        'ses:configuration-set': ['plenary'],
        'ses:from-domain': ['example.org'],
      });
    }
  });

  it('says only what the configuration set asks for', () => {
    expect(kinds(sent(), { configurationSet: 'plenary', events: ['DELIVERY'] })).toEqual([
      'Delivery',
    ]);
    expect(kinds(sent({ configurationSet: 'another' }))).toEqual([]);
    expect(kinds(sent({ configurationSet: undefined }))).toEqual([]);
  });

  it.each([
    ['success', ['Send', 'Delivery'], 'delivered', undefined],
    ['bounce', ['Send', 'Bounce'], 'bounced', 'hard-bounce'],
    ['complaint', ['Send', 'Delivery', 'Complaint'], 'complained', 'complaint'],
    ['ooto', ['Send', 'Delivery', 'Bounce'], 'delivered', undefined],
    ['suppressionlist', ['Send', 'Bounce'], 'bounced', 'account-list'],
    ['somebody', ['Send', 'Delivery'], 'delivered', undefined],
  ])('lets %s be tried as with the mailbox simulator of SES', (name, types, state, because) => {
    for (const address of [name, `${name}+label`, name.toUpperCase()]) {
      const mail = sent({ destination: [`${address}@simulator.amazonses.com`] });
      expect(kinds(mail)).toEqual(types);
      // What the feedback function makes of it, in any order.
      for (const events of [reports(mail), reports(mail).reverse()]) {
        const known = events.reduce<Delivery>((before, { detail, time }) => {
          const { address: told } = outcomeOf(detail, new Date(time));
          const { timestamp: sentAt } = detail.mail;
          return told ? afterReport(before, { ...told, sentAt, messageId: 'm' }) : before;
        }, {});
        expect(known.latest?.state).toBe(state);
        expect(suppressionOf(known)?.because).toBe(because);
      }
    }
  });

  it('treats nobody else’s address as that of the simulator', () => {
    for (const address of ['bounce@example.org', 'bounce@simulator.amazonses.com.example.org'])
      expect(kinds(sent({ destination: [address] }))).toEqual(['Send', 'Delivery']);
  });
});
