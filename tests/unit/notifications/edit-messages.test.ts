import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EDIT_MESSAGES,
  type EditMessage,
  withinLimit,
} from '../../../functions/domain/notifications/edit-messages.ts';

const HOUR = 3_600_000;
let count = 0;
const to = (email: string) => {
  count += 1;
  return { id: `m${count}`, to: { email } };
};

describe('the messages of edits', () => {
  it.each([
    [false, EDIT_MESSAGES.toOne],
    [true, EDIT_MESSAGES.newsToOne],
  ])(
    'are no more than so many to one address and in all within any hour, and no fewer (news: %s)',
    (news, most) => {
      const edit = fc.record({
        minutes: fc.nat(25),
        addresses: fc.array(fc.nat(11), { maxLength: 4 }),
      });
      fc.assert(
        fc.property(fc.array(edit, { maxLength: 80 }), (edits) => {
          let now = Date.parse('2026-05-11T09:00:00Z');
          let earlier: readonly EditMessage[] = [];
          const log: { at: number; email: string }[] = [];
          for (const { minutes, addresses } of edits) {
            now += minutes * 60_000;
            const messages = addresses.map((n) => to(`p${n}@example.org`));
            const { sent, later, remembered } = withinLimit(
              earlier,
              messages,
              new Date(now),
              () => news,
            );
            earlier = remembered;
            for (const message of sent) log.push({ at: now, email: message.to.email });
            for (const { message, at } of later)
              log.push({ at: Date.parse(at), email: message.to.email });
            // News is never left out; of the rest nothing is put off.
            expect(news ? sent.length + later.length : later.length).toBe(
              news ? messages.length : 0,
            );
            const recent = log.filter(({ at }) => at > now - HOUR);
            const toOne = (email: string) => recent.filter((one) => one.email === email).length;
            for (const held of messages.filter((message) => !sent.includes(message)))
              expect(recent.length >= EDIT_MESSAGES.inAll || toOne(held.to.email) >= most).toBe(
                true,
              );
          }
          for (const { at } of log) {
            const hour = log.filter((one) => one.at > at - HOUR && one.at <= at);
            expect(hour.length).toBeLessThanOrEqual(EDIT_MESSAGES.inAll);
            for (const { email } of hour)
              expect(hour.filter((one) => one.email === email).length).toBeLessThanOrEqual(most);
          }
        }),
      );
    },
  );

  it('are counted together however an address is spelled, and remembered without it', () => {
    const now = new Date('2026-05-11T09:00:00Z');
    const messages = ['a@Example.org', 'A@example.org', ' a@EXAMPLE.org', 'a@example.org'].map(to);
    const { sent, remembered } = withinLimit([], messages, now, () => false);
    expect(sent).toHaveLength(3);
    expect(JSON.stringify(remembered)).not.toContain('xample');
    const later = new Date(now.getTime() + HOUR);
    expect(withinLimit(remembered, messages.slice(0, 1), later, () => false).sent).toHaveLength(1);
    // After corrections there is room for news, that a seat is gone for instance.
    expect(withinLimit(remembered, messages.slice(0, 1), now, () => true).sent).toHaveLength(1);
  });
});
