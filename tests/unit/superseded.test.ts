import { describe, expect, it } from 'vitest';
import { isSuperseded } from '../../functions/notifier/superseded.ts';
import type { MessageContent, NewMessage } from '../../functions/store/message.ts';
import { addressMark, representsMark, type Standing } from '../../functions/store/standing.ts';
import { confirmation, messageOf, participantList } from '../support/messages.ts';

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
