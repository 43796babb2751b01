import { describe, expect, it } from 'vitest';
import { compose } from '../../../functions/mail/compose.ts';
import type { MessageContent } from '../../../functions/mail/message.ts';
import { mimeOf } from '../../../functions/mail/ses/mime.ts';
import { EVERY_MESSAGE } from '../../support/every-message.ts';
import { confirmation, MANAGE_URL, messageOf } from '../../support/messages.ts';

async function rendered(content: MessageContent | undefined) {
  if (content === undefined) throw new Error('No such message');
  const { subject, text, html, calendar } = await compose(messageOf({ content }));
  return { subject, html, calendar, text: text.replace(/\s+/g, ' ') };
}
const named = (name: string) => rendered(EVERY_MESSAGE[name]);

describe('the reminder of nominations', () => {
  it('says until when, in the time zone of the meeting, and where', async () => {
    const { subject, text, html } = await named('nomination-reminder');
    expect(subject).toMatch(/^Nobody is registered yet \(Cambodia\): First Meeting/);
    for (const said of [
      'Registration closes: 21 February 2014 at 23:59 (GMT+7)',
      'https://plenary.example/delegations/bangkok-2014/KH/',
      'let meetings@example.org know',
      'Stop reminders about this meeting: https://plenary.example/unsubscribe/bangkok-2014/KH/',
    ])
      expect(text).toContain(said);
    expect(html).toContain('href="https://plenary.example/unsubscribe/bangkok-2014/KH/');
  });
});

describe('the reminder of the meeting', () => {
  it('has date, place, reference, the private link and each line of the organisers’', async () => {
    const { subject, text, html, calendar } = await named('meeting-reminder');
    expect(subject).toMatch(/^Reminder: First Meeting .*, 4\s*–\s*6 March 2014 \(BKK14-7F3K2\)$/);
    for (const said of [
      '6 March 2014',
      'UNESCO Bangkok Office, Bangkok, Thailand',
      'BKK14-7F3K2',
      MANAGE_URL,
      'Practical information from the organizers: Doors open at 8 a.m.',
    ])
      expect(text).toContain(said);
    expect(html).toMatch(/<p[^>]*>Bring your passport: [^<]*<\/p>/);
    expect(text).not.toContain('still missing');
    // It has come with the confirmation.
    expect(calendar).toBeUndefined();
  });

  it('says what is missing, and no heading over nothing', async () => {
    const { text } = await named('meeting-reminder, incomplete');
    expect(text).toContain('Some of your details are still missing');
    expect(text).toContain(`Complete my details: ${MANAGE_URL}`);
    expect(text).not.toContain('Practical information');
  });

  it('lets no markup of an organiser’s through', async () => {
    const organisersSay = ['<script>x</script>'];
    const content = { ...confirmation({ organisersSay }), kind: 'meeting-reminder' };
    expect((await rendered(content as MessageContent)).html).not.toContain('<script>');
  });
});

describe('thanks', () => {
  it('have the organisers’ words, where there are some', async () => {
    expect((await named('thank-you, with the organisers’ words')).text).toContain(
      'Thank you for taking part in it. The report follows in May.',
    );
    expect((await named('thank-you')).text).toContain(MANAGE_URL);
  });

  it('say what the link still does once the meeting is over', async () => {
    const text = (await named('thank-you')).text.replaceAll('\n', ' ');
    expect(text).toContain('anyone who has it can view, download and erase your data.');
    expect(text).not.toContain('withdraw');
  });
});

it('promises no one-click where there is no https', async () => {
  const unsubscribeUrl = 'http://127.0.0.1:3000/unsubscribe/x/y/z';
  const content = { ...confirmation({ unsubscribeUrl }), kind: 'thank-you' } as MessageContent;
  const message = messageOf({ content });
  const sender = { name: 'Plenary', address: 'plenary@example.org' };
  const raw = Buffer.from(await mimeOf(await compose(message), message, sender, new Date()));
  expect(raw.toString()).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
  expect(raw.toString()).not.toContain('One-Click');
});
