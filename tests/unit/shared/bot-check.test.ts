import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  BOT_CHECK,
  judgeAnswer,
  newChallenge,
} from '../../../functions/domain/shared/bot-check.ts';
import { WORK_SCRIPT } from '../../../functions/web/work-script.ts';
import { solve } from '../../support/bot-check.ts';

const issuer = { secret: 'of the stage', meetingId: 'bangkok-2014' };
const nonce = 'abcdefghijklmnopqrstu_';
const given = new Date('2026-03-04T05:06:07.089Z');
const later = (seconds: number) => new Date(Math.floor(given.getTime() / 1000 + seconds) * 1000);
const challenge = newChallenge(issuer, nonce, given);
const solved = solve(challenge);
const expires = later(BOT_CHECK.validSeconds).getTime() / 1000;

describe('the answer to a challenge', () => {
  it('counts at once with a proof', () => {
    expect(judgeAnswer(issuer, solved, given)).toEqual({ answer: 'solved', nonce, expires });
  });

  it('counts without one, or with a wrong one, when the wait is over and no sooner', () => {
    for (const text of [challenge, `${challenge}:1`, `${challenge}:`, `${challenge}:-1`]) {
      expect(judgeAnswer(issuer, text, given)).toEqual({ answer: 'early', challenge, seconds: 20 });
      expect(judgeAnswer(issuer, text, later(19))).toMatchObject({ answer: 'early', seconds: 1 });
      expect(judgeAnswer(issuer, text, later(20))).toEqual({ answer: 'waited', nonce, expires });
    }
  });

  it('counts for a day', () => {
    expect(judgeAnswer(issuer, solved, later(86_399)).answer).toBe('solved');
    expect(judgeAnswer(issuer, solved, later(86_400))).toEqual({ answer: 'none' });
    expect(judgeAnswer(issuer, challenge, later(86_400))).toEqual({ answer: 'none' });
  });

  it('counts for one meeting and one secret', () => {
    const other = { ...issuer, meetingId: 'bangkok-2015' };
    expect(judgeAnswer(other, solved, given)).toEqual({ answer: 'none' });
    expect(judgeAnswer({ ...issuer, secret: 'x' }, solved, given)).toEqual({ answer: 'none' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a text', 'let me in'],
    ['easier work', challenge.replace('.17.', '.01.')],
    ['an earlier date', challenge.replace(/\.[^.]+\.17/, '.1.17')],
    ['another nonce', challenge.replace('abc', 'abd')],
    ['no signature', challenge.slice(0, challenge.lastIndexOf('.') + 1)],
    ['another signature', challenge.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))],
    ['letters of many bytes', challenge.replace(/.{43}$/, 'é'.repeat(43))],
    ['a heap of text', '.'.repeat(60_000)],
  ])('is none with %s', (_, text) => {
    expect(text).not.toBe(challenge);
    expect(judgeAnswer(issuer, text, later(60))).toEqual({ answer: 'none' });
  });
});

describe('the script that works on a challenge', () => {
  const page = createContext({ document: { querySelectorAll: () => [] } });
  runInContext(WORK_SCRIPT, page);
  const firstBits = (text: string): number =>
    runInContext(`firstBits(${JSON.stringify(text)})`, page) as number;

  it('computes SHA-256 as others do, for every length that fits one block', () => {
    for (let length = 0; length <= 55; length++) {
      const text = 'nonce:0123456789'.repeat(4).slice(0, length);
      const expected = createHash('sha256').update(text).digest().readUInt32BE();
      expect(firstBits(text), `${length} characters`).toBe(expected);
    }
    for (let proof = 0; proof < 500; proof++) {
      const text = `${nonce}:${proof ** 4}`;
      expect(firstBits(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE());
    }
  });

  it('is no longer than one block with the largest proof there can be', () => {
    expect(`${nonce}:${'9'.repeat(15)}`.length).toBeLessThanOrEqual(55);
  });
});
