import { describe, expect, it } from 'vitest';
import { isSuperseded, type Standings } from '../../../functions/notifier/superseded.ts';
import {
  addressMark,
  representsMark,
  type Standing,
} from '../../../functions/store/notifications/standing.ts';
import type { MessageContent, NewMessage } from '../../../functions/store/outbox/message.ts';
import { EVERY_MESSAGE } from '../../support/every-message.ts';
import { confirmation, messageOf, participantList } from '../../support/messages.ts';

const NOW = new Date('2014-02-14T02:30:00.000Z');
const ADDRESS = 'sophea.chan@culture.example';

const standing = (changes: Partial<Standing> = {}): Standing => ({
  version: 2,
  status: 'confirmed',
  address: addressMark(ADDRESS),
  represents: representsMark({ state: 'KH' }),
  ...changes,
});
const of = (kind: string, registration: Record<string, unknown> = {}, bulk?: true): NewMessage => ({
  ...messageOf({
    content: { ...confirmation(registration), kind } as MessageContent,
  }),
  bulk,
});
const wanted = (): NewMessage =>
  messageOf({
    content: {
      kind: 'validation-wanted',
      delegation: {
        state: 'KH',
        category: 'party',
        categoryReason: { code: 'party-in-force', state: 'KH', deposited: '2007-09-19' },
      } as Extract<MessageContent, { kind: 'validation-wanted' }>['delegation'],
      reference: 'BKK14-7F3K2',
      name: 'Sophea Chan',
    },
  });

describe('a message is no longer true', () => {
  it.each<[string, NewMessage, Standing | undefined, boolean]>([
    ['of a registration that never changed', of('confirmation'), undefined, false],
    ['of the version that stands', of('withdrawal', { version: 2 }), standing(), false],
    ['of a later one', of('details-changed', { version: 3 }), standing(), false],
    ['of an earlier one', of('confirmation'), standing(), true],
    ['of an earlier one, once more', of('details-changed'), standing({ version: 3 }), true],
    [
      'an offer that is over, though nothing was written yet',
      of('offer', { offeredUntil: NOW.toISOString() }),
      undefined,
      true,
    ],
    [
      'an offer that is not over',
      of('offer', { offeredUntil: '2014-02-14T02:30:00.001Z' }),
      undefined,
      false,
    ],
    ['to an address left behind', of('address-changed'), standing({ address: 'x' }), false],
    ['to an address gone back to', of('address-changed'), standing({ version: 3 }), true],
    ['to many, of details that changed', of('confirmation', {}, true), standing(), false],
    [
      'to many, of somebody withdrawn',
      of('confirmation', {}, true),
      standing({ status: 'withdrawn' }),
      true,
    ],
    [
      'to many, at an address that is another’s now',
      of('confirmation', {}, true),
      standing({ address: addressMark('other@culture.example') }),
      true,
    ],
    [
      'to many, of an erased person',
      of('confirmation', {}, true),
      standing({ address: undefined }),
      true,
    ],
    [
      'to many, of those who stood elsewhere',
      of('confirmation', { status: 'waitlisted' }, true),
      standing(),
      true,
    ],
    ['that somebody waits, who does', wanted(), standing({ status: 'pending' }), false],
    ['that somebody waits, who was answered', wanted(), standing(), true],
    [
      'that somebody waits, who comes for others now',
      wanted(),
      standing({ status: 'pending', represents: representsMark({ state: 'VN' }) }),
      true,
    ],
    ['a list', messageOf({ content: participantList() }), standing({ version: 9 }), false],
  ])('%s', (_, message, now, superseded) => {
    expect(
      isSuperseded({ ...message, createdAt: NOW.toISOString() }, { registration: now }, NOW),
    ).toBe(superseded);
  });

  it('knows an address however it is written', () => {
    expect(addressMark(' Sophea.Chan@CULTURE.example ')).toBe(addressMark(ADDRESS));
  });
});

describe('once a meeting is cancelled', () => {
  const cancelled = {
    edition: 2,
    allTold: true,
    cancelled: true,
    closesAt: '2014-02-21T16:59:00.000Z',
  };
  const sent = Object.values(EVERY_MESSAGE)
    .filter((content) => {
      const message = { ...messageOf({ content }), createdAt: NOW.toISOString() };
      return !isSuperseded(message, { meeting: cancelled }, NOW);
    })
    .map(({ kind }) => kind);

  it('nothing is sent that says it is to come', () => {
    expect([...new Set(sent)].sort()).toEqual([
      'address-changed',
      'declined',
      'delegation-meeting-cancelled',
      'meeting-cancelled',
      'offer-expired',
      'participant-list',
      'replaced',
      'withdrawal',
    ]);
  });
});

describe('a reminder of nominations is no longer true', () => {
  const content = EVERY_MESSAGE['nomination-reminder'];
  if (content?.kind !== 'nomination-reminder') throw new Error('There is no such message');
  const reminder = (link?: number) => ({
    ...messageOf({ content: { ...content, delegation: { ...content.delegation, link } } }),
    createdAt: NOW.toISOString(),
  });
  const meeting = { edition: 1, allTold: true, cancelled: false, closesAt: content.closesAt };
  const before = new Date(NOW.getTime() - 1).toISOString();
  it.each<[string, Standings, boolean]>([
    ['as nothing has changed', {}, false],
    ['as its link is replaced', { delegation: { link: 3 } }, true],
    ['as an earlier link was', { delegation: { link: 2 } }, false],
    ['as somebody comes', { people: { since: NOW.toISOString() } }, true],
    ['as somebody came before it was written', { people: { since: before } }, false],
    ['as its reader has stopped it', { remindersStopped: true }, true],
    ['as the meeting closes as it says', { meeting }, false],
    ['as it closes otherwise', { meeting: { ...meeting, closesAt: before } }, true],
    ['as the meeting has moved', { meeting: { ...meeting, edition: 2 } }, true],
  ])('%s', (_, standings, superseded) => {
    expect(isSuperseded(reminder(2), standings, NOW)).toBe(superseded);
  });

  it('as registration has closed', () => {
    expect(isSuperseded(reminder(2), {}, new Date(content.closesAt))).toBe(true);
  });

  it('as it is of a release that named no link, by nothing of the link', () => {
    expect(isSuperseded(reminder(), { delegation: { link: 3 } }, NOW)).toBe(false);
  });
});
