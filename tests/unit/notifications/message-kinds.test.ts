import { describe, expect, it } from 'vitest';
import {
  kindsTo,
  MESSAGE_KINDS,
  type MessageKind,
  rowOf,
} from '../../../functions/domain/notifications/message-kinds.ts';
import { LANE_OF } from '../../../functions/domain/notifications/notice.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { EVERY_MESSAGE, everyMessage } from '../../support/every-message.ts';

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[];
const AUDIENCES = ['participant', 'focal-point', 'organiser'] as const;

describe('the table of message kinds', () => {
  it('has each kind once, for one audience', () => {
    expect(AUDIENCES.flatMap(kindsTo).sort()).toEqual([...KINDS].sort());
    for (const audience of AUDIENCES)
      for (const kind of kindsTo(audience)) expect(rowOf(kind).audience).toBe(audience);
  });

  it('brings no calendar entry to anybody but participants', () => {
    for (const kind of KINDS)
      if (rowOf(kind).audience !== 'participant') expect(rowOf(kind).calendar).toBe('never');
  });

  it.each(KINDS)('%s has a subject of its own, and a template in every language', async (kind) => {
    const subjects = Object.keys(en).filter((key) =>
      new RegExp(`^mail\\.${kind}\\.subject(\\.\\w+)?$`).test(key),
    );
    expect(subjects).not.toEqual([]);
    const names = Object.keys(EVERY_MESSAGE).filter((name) => EVERY_MESSAGE[name]?.kind === kind);
    expect(names).not.toEqual([]);
    for (const language of UN_LANGUAGES)
      for (const name of names) {
        const { subject, html, text } = await compose(everyMessage(name, language));
        for (const part of [subject, html, text]) expect(part.length).toBeGreaterThan(10);
      }
  });

  it('has the words of no kind that there is not', () => {
    const worded = Object.keys(en).flatMap((key) => /^mail\.(.+)\.subject/.exec(key)?.[1] ?? []);
    expect([...new Set(worded)].sort()).toEqual([...KINDS].sort());
  });

  it('has no two kinds with the same subject', async () => {
    const subjects = await Promise.all(
      KINDS.map(async (kind) => {
        const name = Object.keys(EVERY_MESSAGE).find((one) => EVERY_MESSAGE[one]?.kind === kind);
        return (await compose(everyMessage(name ?? ''))).subject;
      }),
    );
    expect(new Set(subjects).size).toBe(KINDS.length);
  });
});

describe('the lane of a notice', () => {
  it('is bulk for what many get at once, and prompt for what somebody waits for', () => {
    const bulk = Object.entries(LANE_OF).filter(([, lane]) => lane === 'bulk');
    expect(bulk.map(([event]) => event).sort()).toEqual([
      'meeting-changed',
      'meeting-reminder',
      'nomination-reminder',
      'thank-you',
    ]);
  });
});
