import { describe, expect, it } from 'vitest';
import { outboxIdOf, sesEvent } from '../../functions/feedback/event.ts';
import { readSendRawEmail, reportsOf, type SentMail } from '../../infra/local/events/ses-events.ts';

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
const all = [{ configurationSet: 'plenary', events: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT'] }];
const kinds = (mail: SentMail, definitions = all) =>
  reportsOf(mail, 'ses-1', definitions, now).map((event) => sesEvent.parse(event).detail.eventType);

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
    expect(kinds(sent(), [{ configurationSet: 'plenary', events: ['DELIVERY'] }])).toEqual([
      'Delivery',
    ]);
    expect(kinds(sent({ configurationSet: 'another' }))).toEqual([]);
    expect(kinds(sent({ configurationSet: undefined }))).toEqual([]);
  });

  it('lets the bad cases be tried with the addresses that SES has for them', () => {
    expect(kinds(sent({ destination: ['bounce@simulator.amazonses.com'] }))).toEqual([
      'Send',
      'Bounce',
    ]);
    expect(kinds(sent({ destination: ['complaint@simulator.amazonses.com'] }))).toEqual([
      'Send',
      'Delivery',
      'Complaint',
    ]);
  });
});
