import { describe, expect, it } from 'vitest';
import {
  decideForOrganiser,
  type OrganiserNow,
  type OrganiserSaid,
  withoutBouncedOrganiserQuestion,
} from '../../../functions/domain/notifications/decide-for-organiser.ts';
import {
  accepted,
  bounced,
  type LastNotified,
  NEVER_NOTIFIED,
} from '../../../functions/domain/notifications/last-notified.ts';
import type { NoticeEvent } from '../../../functions/domain/notifications/notice.ts';
import { STATUSES } from '../../../functions/domain/registration/registration.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';

type Last = LastNotified<OrganiserSaid>;
const NEVER: Last = NEVER_NOTIFIED;
const NOW = new Date('2026-05-12T09:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const MEETING = meetingOn('2026-05-10');
const ORGANISER = {
  name: 'Secretariat',
  email: 'secretariat@example.org',
  language: 'fr',
} as const;
const REFERENCE = 'FP26-7F3K2';

const waiting = (version = 1, reference = REFERENCE) =>
  person({ meetingId: MEETING.id, reference, status: 'pending', version });
const current = (changes: Partial<OrganiserNow> = {}): OrganiserNow => ({
  organiser: ORGANISER,
  meeting: MEETING,
  registration: waiting(),
  ...changes,
});
const asking = (version = 1, reference = REFERENCE): NoticeEvent => ({
  kind: 'validation-wanted',
  reference,
  version,
});

function notify(now: OrganiserNow, last: Last, event = asking(), noticeId = 'now', when = NOW) {
  const decision = decideForOrganiser(now, last, event, { noticeId, now: when });
  if (!('send' in decision)) return { decision, message: undefined, told: last };
  const inFlight = { noticeId, until: at(60).toISOString(), saying: decision.send.says };
  const told: Last = accepted({ ...last, inFlight }, noticeId, when.toISOString());
  return { decision, message: decision.send, told };
}

describe('a question to an organiser', () => {
  it('is about somebody who waits, in the language of the organiser, and once', () => {
    const { message, told } = notify(current(), NEVER);
    expect(message).toMatchObject({
      kind: 'validation-wanted',
      registration: { reference: REFERENCE },
      says: { address: ORGANISER.email, language: 'fr', noticeId: 'now' },
    });
    expect(notify(current(), told).decision).toHaveProperty('nothing');
  });

  it('is not asked about anybody who waits no more, or who is gone', () => {
    for (const status of STATUSES) {
      const now = current({ registration: { ...waiting(), status } });
      expect(notify(now, NEVER).message !== undefined, status).toBe(status === 'pending');
    }
    expect(notify(current({ registration: undefined }), NEVER).message).toBeUndefined();
  });

  it('is not asked where the meeting is cancelled', () => {
    const cancelled = { at: NOW.toISOString(), reason: 'A cyclone.' };
    expect(notify(current({ meeting: { ...MEETING, cancelled } }), NEVER).message).toBeUndefined();
  });

  it('is asked again about a newer version, and of an organiser at another address', () => {
    const { told } = notify(current(), NEVER);
    const newer = current({ registration: waiting(2) });
    expect(notify(newer, told, asking(2)).message).toBeDefined();
    // A notice of an earlier version that comes late asks nothing more.
    const late = notify(newer, told, asking(2)).told;
    expect(notify(newer, late, asking(1)).message).toBeUndefined();
    const other = { ...ORGANISER, email: 'other@example.org' };
    expect(notify(current({ organiser: other }), told).message).toBeDefined();
  });

  it('is put off after six about one person within an hour', () => {
    let last = NEVER;
    const decisions = Array.from({ length: 7 }, (_, index) => {
      const version = index + 1;
      const now = current({ registration: waiting(version) });
      const one = notify(now, last, asking(version), `n${index}`, at(index));
      last = one.told;
      return 'later' in one.decision ? one.decision.later : one.message?.kind;
    });
    expect(decisions).toEqual([...Array(6).fill('validation-wanted'), at(60).toISOString()]);
  });

  it('is asked again where its message bounced, and no other with it', () => {
    const first = notify(current(), NEVER, asking(), 'first').told;
    const other = current({ registration: waiting(1, 'FP26-2Q9XM') });
    const event = asking(1, 'FP26-2Q9XM');
    const second = notify(other, first, event, 'second', at(1)).told;
    const after = bounced(second, 'first', withoutBouncedOrganiserQuestion);
    expect(notify(current(), after).message).toBeDefined();
    expect(notify(other, after, event).message).toBeUndefined();
  });

  it('is the only thing that an organiser is asked by a notice', () => {
    for (const kind of ['registration-changed', 'meeting-changed', 'thank-you'] as const)
      expect(notify(current(), NEVER, { kind }).decision).toHaveProperty('nothing');
  });
});
