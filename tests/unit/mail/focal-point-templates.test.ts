import { describe, expect, it } from 'vitest';
import { compose } from '../../../functions/mail/compose.ts';
import type { MessageContent } from '../../../functions/mail/message.ts';
import { confirmation, MANAGE_URL, messageOf } from '../../support/messages.ts';

const URL = 'https://plenary.example/delegations/bangkok-2014/KH/AAECAwQFBgcICQoLDA0ODw';
const delegation = {
  state: 'KH',
  category: 'party',
  categoryReason: {
    code: 'party-in-force',
    state: 'KH',
    date: '2014-03-04',
    deposited: '2007-09-19',
    inForceFrom: '2007-12-19',
  },
} as const;

/** A message in one line of text, and its HTML. */
async function rendered(content: MessageContent) {
  const { subject, text, html, calendar } = await compose(messageOf({ content }));
  return { subject, html, calendar, text: text.replace(/\s+/g, ' ') };
}

describe('an invitation of a focal point', () => {
  const invitation = (renewed: boolean) =>
    rendered({ kind: 'delegation-invitation', delegation, url: URL, renewed });

  it('says for whom, brings the link, and says that it is private', async () => {
    const { subject, text, html } = await invitation(false);
    expect(subject).toMatch(/^Delegation \(Cambodia\): First Meeting/);
    for (const said of [
      'focal point of this delegation for this meeting: Cambodia.',
      URL,
      'do not forward',
      'Cambodia: Party since 19 September 2007.',
    ])
      expect(text).toContain(said);
    expect(html).toContain(`href="${URL}"`);
    expect(text).not.toContain('no longer work');
  });

  it('says that an earlier link has ceased, where it has', async () => {
    expect((await invitation(true)).text).toContain(
      'Links that were sent before it no longer work.',
    );
  });
});

describe('a message that asks for an answer', () => {
  const wanted = (url?: string) =>
    rendered({
      kind: 'validation-wanted',
      delegation,
      reference: 'BKK14-7F3K2',
      name: '<b>Sophea</b> Chan',
      url,
    });

  it('leads a focal point to the page', async () => {
    const { subject, text, html } = await wanted(URL);
    expect(subject).toMatch(/^Your answer is needed: BKK14-7F3K2, First Meeting/);
    expect(text).toContain(URL);
    expect(text).not.toContain('npm run');
    expect(html).toContain('&lt;b&gt;Sophea');
  });

  it('tells organisers the command, and no link', async () => {
    const { text } = await wanted();
    expect(text).toContain('npm run meeting -- approve BKK14-7F3K2');
    expect(text).not.toContain('/delegations/');
  });
});

describe('a nomination', () => {
  const nomination = (confirmed: boolean) =>
    rendered({
      ...confirmation({ nomination: { by: 'Dara Keo', confirmed } }),
      kind: 'nomination',
    } as MessageContent);

  it('says by whom, where it stands and what is left to do, with the calendar of a seat', async () => {
    const { subject, text, calendar } = await nomination(true);
    expect(subject).toMatch(/^Nomination: First Meeting/);
    for (const said of ['Dara Keo, the focal point', 'You have a seat', 'complete', MANAGE_URL])
      expect(text).toContain(said);
    expect(calendar).toContain('BEGIN:VEVENT');
  });

  it('promises no seat that is not there', async () => {
    const { text, calendar } = await nomination(false);
    expect(text).toContain('you are on the waiting list');
    expect(text).not.toContain('You have a seat');
    expect(calendar).toBeUndefined();
  });
});

describe('the message to whoever was replaced', () => {
  it('says by whom, and does not ask whether they have withdrawn', async () => {
    const { text, calendar } = await rendered({
      ...confirmation(),
      kind: 'replaced',
    } as MessageContent);
    expect(text).toContain('has nominated another person in your place');
    expect(text).not.toContain('withdraw');
    expect(calendar).toBeUndefined();
  });
});
