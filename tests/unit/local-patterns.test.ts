import { describe, expect, it } from 'vitest';
import { matches, type Pattern } from '../../infra/local/events/patterns.ts';

const insert = {
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: 'MESSAGE#1' }, sk: { S: 'MESSAGE' } }, SizeBytes: 120 },
};

describe('matches', () => {
  it('wants every member, each with one of its values', () => {
    const pattern: Pattern = {
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { Keys: { sk: { S: ['MESSAGE'] } } },
    };
    expect(matches(pattern, insert)).toBe(true);
    expect(matches(pattern, { ...insert, eventName: 'REMOVE' })).toBe(false);
    const part = { ...insert, dynamodb: { Keys: { sk: { S: 'PART#0000' } } } };
    expect(matches(pattern, part)).toBe(false);
    expect(matches(pattern, { eventName: 'INSERT' })).toBe(false);
    expect(matches({}, insert)).toBe(true);
  });

  it('takes a list when one of its elements matches', () => {
    const pattern: Pattern = {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': ['plenary'] } } },
    };
    const event = (...sets: string[]) => ({
      source: 'aws.ses',
      detail: { mail: { tags: { 'ses:configuration-set': sets } } },
    });
    expect(matches(pattern, event('other', 'plenary'))).toBe(true);
    expect(matches(pattern, event('other'))).toBe(false);
    expect(matches(pattern, event())).toBe(false);
    expect(matches({ list: { a: [1] } }, { list: [{ a: 2 }, { a: 1 }] })).toBe(true);
  });

  it.each<[string, Pattern, boolean]>([
    ['exists', { eventName: [{ exists: true }] }, true],
    ['does not exist', { userIdentity: [{ exists: false }] }, true],
    ['exists, but is not there', { userIdentity: [{ exists: true }] }, false],
    ['prefix', { eventName: [{ prefix: 'INS' }] }, true],
    ['prefix of something else', { eventName: [{ prefix: 'ins' }] }, false],
    ['suffix', { eventName: [{ suffix: 'ERT' }] }, true],
    ['regardless of case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    ['anything but', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }, true],
    ['anything but this', { eventName: [{ 'anything-but': 'INSERT' }] }, false],
    ['anything but a prefix', { eventName: [{ 'anything-but': { prefix: 'INS' } }] }, false],
    ['anything but, of nothing', { other: [{ 'anything-but': 'INSERT' }] }, false],
    ['within a range', { dynamodb: { SizeBytes: [{ numeric: ['>', 100, '<=', 120] }] } }, true],
    ['out of a range', { dynamodb: { SizeBytes: [{ numeric: ['>=', 0, '<', 120] }] } }, false],
    ['a number that is no text', { dynamodb: { SizeBytes: ['120'] } }, false],
    [
      'one of two patterns',
      { $or: [{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }] } as never,
      true,
    ],
  ])('compares: %s', (_, pattern, expected) => {
    expect(matches(pattern, insert)).toBe(expected);
  });

  it('refuses a comparison that it does not know', () => {
    expect(() => matches({ eventName: [{ wildcard: 'I*' }] }, insert)).toThrow('wildcard');
  });
});
