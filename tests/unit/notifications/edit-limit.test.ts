import { describe, expect, it } from 'vitest';
import {
  EDIT_LIMIT,
  roomAt,
  roomForMessage,
} from '../../../functions/domain/notifications/edit-limit.ts';

const NOW = new Date('2026-05-12T09:00:00.000Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const inMinutes = (minutes: number) => ago(-minutes);
const to = (address: string, ...minutes: number[]) =>
  minutes.map((one) => ({ to: address, at: ago(one) }));

describe('room for another message', () => {
  it('is there while fewer were sent in the last hour', () => {
    expect(roomAt([], 3, NOW)).toBeUndefined();
    expect(roomAt([ago(1), ago(2)], 3, NOW)).toBeUndefined();
    expect(roomAt([ago(1), ago(2), ago(60), ago(90)], 3, NOW)).toBeUndefined();
  });

  it('is there again an hour after the oldest that takes it', () => {
    expect(roomAt([ago(1), ago(50), ago(20)], 3, NOW)).toBe(inMinutes(10));
    // Of more than the limit, as many must be an hour old as are too many.
    expect(roomAt([ago(1), ago(20), ago(50), ago(55)], 3, NOW)).toBe(inMinutes(10));
  });

  it('has come when it says so, and not before', () => {
    const sent = [ago(1), ago(50), ago(20)];
    const at = Date.parse(roomAt(sent, 3, NOW) ?? '');
    expect(roomAt(sent, 3, new Date(at))).toBeUndefined();
    expect(roomAt(sent, 3, new Date(at - 1))).toBeDefined();
  });
});

describe('the limit on messages that edits cause', () => {
  it('is counted for each address, without regard to case', () => {
    const recent = to('a@example.org', 1, 2, 3);
    expect(recent).toHaveLength(EDIT_LIMIT.toOne);
    expect(roomForMessage(recent, 'A@Example.org', false, NOW)).toBe(inMinutes(57));
    expect(roomForMessage(recent, 'b@example.org', false, NOW)).toBeUndefined();
  });

  it('leaves more room for messages of another state', () => {
    const three = to('a@example.org', 1, 2, 3);
    expect(roomForMessage(three, 'a@example.org', true, NOW)).toBeUndefined();
    const six = to('a@example.org', 1, 2, 3, 4, 5, 6);
    expect(six).toHaveLength(EDIT_LIMIT.statesToOne);
    expect(roomForMessage(six, 'a@example.org', true, NOW)).toBe(inMinutes(54));
  });

  it('is counted over all addresses too, as somebody can type any', () => {
    const recent = Array.from({ length: EDIT_LIMIT.inAll }, (_, number) =>
      to(`a${number}@example.org`, number + 1),
    ).flat();
    for (const isState of [true, false])
      expect(roomForMessage(recent, 'new@example.org', isState, NOW)).toBe(inMinutes(40));
    expect(roomForMessage(recent.slice(1), 'new@example.org', false, NOW)).toBeUndefined();
  });

  it('is as late as the later of the two says', () => {
    const others = Array.from({ length: 18 }, () => to('b@example.org', 59)).flat();
    const recent = [...others, ...to('a@example.org', 1, 2, 3)];
    expect(roomForMessage(recent, 'a@example.org', false, NOW)).toBe(inMinutes(57));
  });

  it('is no limit on somebody who was told nothing', () => {
    expect(roomForMessage(undefined, 'a@example.org', false, NOW)).toBeUndefined();
  });
});
