import { describe, expect, it } from 'vitest';
import type { Delegation } from '../../../functions/domain/delegation/delegation.ts';
import { arrangementsOf } from '../../../functions/domain/meeting/arrangements.ts';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import {
  decideForFocalPoint,
  type FocalPointNow,
  type FocalPointSaid,
  isWaitingFor,
  withoutBouncedQuestion,
} from '../../../functions/domain/notifications/decide-for-focal-point.ts';
import {
  accepted,
  bounced,
  type LastNotified,
  NEVER_NOTIFIED,
  takenOver,
} from '../../../functions/domain/notifications/last-notified.ts';
import type { NoticeEvent } from '../../../functions/domain/notifications/notice.ts';
import { STATUSES } from '../../../functions/domain/registration/registration.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';

type Last = LastNotified<FocalPointSaid>;
const NEVER: Last = NEVER_NOTIFIED;
const NOW = new Date('2026-05-12T09:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const MEETING: Meeting = {
  ...meetingOn('2026-05-10', { categories: { party: { admission: 'validated' } } }),
  link: 'https://meet.example.org/1',
};
const moved = (changes: Partial<Meeting>, calendarRevision = 2): Meeting => ({
  ...MEETING,
  calendarRevision,
  ...changes,
});
const ELSEWHERE = moved({ venue: { ...MEETING.venue, city: { en: 'Chiang Mai' } } });
const CANCELLED = moved({ cancelled: { at: NOW.toISOString(), reason: 'A cyclone.' } });
const DELEGATION: Delegation = {
  representation: 'state',
  state: 'KH',
  meetingId: MEETING.id,
  id: 'KH',
  focalPoint: { name: 'Dara Keo', email: 'focal.point@mfa.example', language: 'fr' },
  secret: 'secret',
  link: 1,
  invitedAt: '2026-05-01T09:00:00.000Z',
  version: 1,
};
const current = (changes: Partial<FocalPointNow> = {}): FocalPointNow => ({
  delegation: DELEGATION,
  meeting: MEETING,
  ...changes,
});
const RENEWED = { ...DELEGATION, link: 2 };
const REPLACED = {
  ...RENEWED,
  focalPoint: { name: 'Vuth Sar', email: 'other@mfa.example', language: 'en' },
} as const;

const INVITED: NoticeEvent = { kind: 'focal-point-invited' };
const MEETING_CHANGED: NoticeEvent = { kind: 'meeting-changed' };
const NOBODY: NoticeEvent = { kind: 'nomination-reminder', checkedAt: NOW.toISOString() };
const asking = (version = 1, reference = 'FP26-7F3K2'): NoticeEvent => ({
  kind: 'validation-wanted',
  reference,
  version,
});
const waiting = (version = 1, reference = 'FP26-7F3K2') =>
  person({ meetingId: MEETING.id, reference, status: 'pending', version });

/** Decides one notice as the notifier does; `told` is what is known once SES has accepted the message. */
function notify(
  now: FocalPointNow,
  last: Last,
  event: NoticeEvent,
  { noticeId = 'now', when = NOW }: { readonly noticeId?: string; readonly when?: Date } = {},
) {
  const flight = { noticeId, until: at(60).toISOString() };
  const taken = takenOver<FocalPointSaid>(last, flight);
  const decision = decideForFocalPoint(now, taken, event, {
    noticeId,
    now: when,
    arrangementsAt: (revision) =>
      [MEETING, ELSEWHERE]
        .filter(({ calendarRevision = 1 }) => calendarRevision === revision)
        .map(arrangementsOf)[0],
  });
  if (!('send' in decision)) return { decision, message: undefined, flying: last, told: last };
  const flying: Last = { ...taken, inFlight: { ...flight, saying: decision.send.says } };
  const told = accepted(flying, noticeId, when.toISOString());
  return { decision, message: decision.send, flying, told };
}
const back = (last: Last, noticeId: string) => bounced(last, noticeId, withoutBouncedQuestion);

const INVITATION = notify(current(), NEVER, INVITED, {
  noticeId: 'invitation',
  when: at(-600),
}).told;
const KNOWS_CANCELLED = notify(current({ meeting: CANCELLED }), INVITATION, MEETING_CHANGED, {
  noticeId: 'cancelled',
  when: at(-300),
}).told;
const KNOWS_MOVED = notify(current({ meeting: ELSEWHERE }), INVITATION, MEETING_CHANGED, {
  noticeId: 'moved',
  when: at(-300),
}).told;

describe('what a focal point is told, by what they were told last and how it is now', () => {
  const question = current({ registration: waiting() });
  const ASKED = notify(question, INVITATION, asking(), {
    noticeId: 'question',
    when: at(-300),
  }).told;

  const cells: readonly [string, Last, FocalPointNow, NoticeEvent, string | undefined][] = [
    ['an invitation: told nothing', NEVER, current(), INVITED, 'delegation-invitation'],
    ['an invitation: invited', INVITATION, current(), INVITED, undefined],
    [
      'an invitation: another link',
      INVITATION,
      current({ delegation: RENEWED }),
      INVITED,
      'delegation-invitation',
    ],
    [
      'an invitation: another focal point',
      INVITATION,
      current({ delegation: REPLACED }),
      INVITED,
      'delegation-invitation',
    ],
    [
      'an invitation: asked a question alone',
      notify(question, NEVER, asking()).told,
      current(),
      INVITED,
      'delegation-invitation',
    ],
    [
      'an invitation: the meeting cancelled',
      NEVER,
      current({ meeting: CANCELLED }),
      INVITED,
      undefined,
    ],
    [
      'another meeting: told nothing',
      NEVER,
      current({ meeting: ELSEWHERE }),
      MEETING_CHANGED,
      'delegation-invitation',
    ],
    [
      'another meeting: invited',
      INVITATION,
      current({ meeting: ELSEWHERE }),
      MEETING_CHANGED,
      'delegation-meeting-changed',
    ],
    [
      'another meeting: told so',
      KNOWS_MOVED,
      current({ meeting: ELSEWHERE }),
      MEETING_CHANGED,
      undefined,
    ],
    [
      'another meeting: moved and moved back',
      INVITATION,
      current({ meeting: moved({}, 3) }),
      MEETING_CHANGED,
      undefined,
    ],
    [
      'another meeting: another link alone',
      INVITATION,
      current({ meeting: moved({ link: 'https://meet.example.org/2' }) }),
      MEETING_CHANGED,
      undefined,
    ],
    [
      'another meeting: another focal point',
      INVITATION,
      current({ meeting: ELSEWHERE, delegation: REPLACED }),
      MEETING_CHANGED,
      'delegation-invitation',
    ],
    [
      'a cancelled meeting: told nothing',
      NEVER,
      current({ meeting: CANCELLED }),
      MEETING_CHANGED,
      'delegation-meeting-cancelled',
    ],
    [
      'a cancelled meeting: invited',
      INVITATION,
      current({ meeting: CANCELLED }),
      MEETING_CHANGED,
      'delegation-meeting-cancelled',
    ],
    [
      'a cancelled meeting: told so',
      KNOWS_CANCELLED,
      current({ meeting: CANCELLED }),
      MEETING_CHANGED,
      undefined,
    ],
    ['a question: told nothing', NEVER, question, asking(), 'validation-wanted'],
    ['a question: invited', INVITATION, question, asking(), 'validation-wanted'],
    ['a question: asked', ASKED, question, asking(), undefined],
    [
      'a question: asked of a former version',
      ASKED,
      current({ registration: waiting(2) }),
      asking(2),
      'validation-wanted',
    ],
    [
      'a question: asked with a former link',
      ASKED,
      { ...question, delegation: RENEWED },
      asking(),
      'validation-wanted',
    ],
    [
      'a question: asked about somebody else',
      ASKED,
      current({ registration: waiting(1, 'FP26-2Q9XM') }),
      asking(1, 'FP26-2Q9XM'),
      'validation-wanted',
    ],
    [
      'a question: the meeting cancelled',
      INVITATION,
      { ...question, meeting: CANCELLED },
      asking(),
      undefined,
    ],
    ['a question: about nobody', INVITATION, current(), asking(), undefined],
    ['a reminder: told nothing', NEVER, current(), NOBODY, 'nomination-reminder'],
    ['a reminder: invited', INVITATION, current(), NOBODY, 'nomination-reminder'],
    [
      'a reminder: reminders ended',
      INVITATION,
      current({ delegation: { ...DELEGATION, remindersStoppedAt: NOW.toISOString() } }),
      NOBODY,
      undefined,
    ],
    [
      'a reminder: somebody registered since',
      INVITATION,
      current({ presentSince: NOW.toISOString() }),
      NOBODY,
      undefined,
    ],
    [
      'a reminder: somebody registered long before',
      INVITATION,
      current({ presentSince: at(-1).toISOString() }),
      NOBODY,
      'nomination-reminder',
    ],
    [
      'a reminder: the meeting cancelled',
      INVITATION,
      current({ meeting: CANCELLED }),
      NOBODY,
      undefined,
    ],
    [
      'a reminder: the same last day',
      INVITATION,
      current(),
      { ...NOBODY, closesOn: MEETING.registration.closesOn } as NoticeEvent,
      'nomination-reminder',
    ],
    [
      'a reminder: another last day',
      INVITATION,
      current(),
      { ...NOBODY, closesOn: '2026-05-30' } as NoticeEvent,
      undefined,
    ],
    [
      'an event of a participant',
      INVITATION,
      current(),
      { kind: 'registration-changed' },
      undefined,
    ],
  ];

  it.each(cells)('%s', (_, last, now, event, kind) => {
    const { message, decision } = notify(now, last, event);
    expect(message?.kind).toBe(kind);
    if (kind === undefined) expect(decision).toHaveProperty('nothing');
    else
      expect(message).toMatchObject({
        to: now.delegation.focalPoint.email,
        says: { kind, language: now.delegation.focalPoint.language },
      });
  });

  it.each(cells.filter(([, , , , kind]) => kind !== undefined && kind !== 'nomination-reminder'))(
    'once, %s',
    (_, last, now, event) => {
      const { told } = notify(now, last, event);
      expect(
        notify(now, told, event, { noticeId: 'again', when: at(120) }).decision,
      ).toHaveProperty('nothing');
    },
  );

  it.each(cells.filter(([, , , , kind]) => kind !== undefined))(
    'again where the message bounced, %s',
    (_, last, now, event, kind) => {
      const { told, message } = notify(now, last, event);
      const again = notify(now, back(told, 'now'), event, { noticeId: 'again', when: at(120) });
      expect(again.message).toMatchObject({ kind, to: message?.to, renewed: message?.renewed });
      expect(again.message?.before).toEqual(message?.before);
    },
  );

  it('is nothing without an address', () => {
    const { email: _, ...focalPoint } = DELEGATION.focalPoint;
    const now = current({ delegation: { ...DELEGATION, focalPoint }, registration: waiting() });
    for (const event of [INVITED, MEETING_CHANGED, asking(), NOBODY])
      expect(notify(now, NEVER, event).decision).toHaveProperty('nothing');
  });
});

describe('an invitation', () => {
  it('is sent again where an organiser asks for it after the last message', () => {
    const again = (minutes: number): NoticeEvent => ({
      kind: 'focal-point-invited',
      requestedAt: at(minutes).toISOString(),
    });
    expect(notify(current(), INVITATION, again(-1)).message?.kind).toBe('delegation-invitation');
    expect(notify(current(), INVITATION, again(-601)).message).toBeUndefined();
  });

  it('says that an earlier link has ended, and nothing of what was before', () => {
    const now = current({ delegation: RENEWED, meeting: ELSEWHERE });
    const { message } = notify(now, INVITATION, INVITED);
    expect(message).toMatchObject({ renewed: true, before: undefined, says: { invitedWith: 2 } });
    expect(notify(current(), NEVER, INVITED).message?.renewed).toBe(false);
  });
});

describe('a change of the meeting', () => {
  it('is told with what was before, but for the online link, which is for participants', () => {
    const { message } = notify(current({ meeting: ELSEWHERE }), INVITATION, MEETING_CHANGED);
    expect(message?.before).toMatchObject({ venue: MEETING.venue });
    expect(message?.before).not.toHaveProperty('link');
  });

  it('is told with a question or a reminder that comes first, and then no more', () => {
    for (const event of [asking(), NOBODY]) {
      const now = current({ meeting: ELSEWHERE, registration: waiting() });
      const { message, told } = notify(now, INVITATION, event);
      expect(message?.before).toMatchObject({ venue: MEETING.venue });
      expect(notify(now, told, MEETING_CHANGED).message).toBeUndefined();
    }
  });

  it('is not told once the meeting is over', () => {
    const over = new Date('2026-07-12T12:00:00.000Z');
    const now = current({ meeting: ELSEWHERE });
    expect(notify(now, INVITATION, MEETING_CHANGED, { when: over }).message).toBeUndefined();
  });

  it('is told where the answer of SES to the message about it was lost and it was moved back', () => {
    const lost = notify(current({ meeting: ELSEWHERE }), INVITATION, MEETING_CHANGED).flying;
    const { message } = notify(current({ meeting: moved({}, 3) }), lost, MEETING_CHANGED, {
      noticeId: 'back',
    });
    expect(message?.kind).toBe('delegation-meeting-changed');
  });
});

describe('a question about somebody', () => {
  it('is asked while they wait, and while they belong to the delegation', () => {
    for (const status of STATUSES)
      expect(isWaitingFor(DELEGATION, { ...waiting(), status })).toBe(status === 'pending');
    expect(isWaitingFor(DELEGATION, { ...waiting(), state: 'VN' })).toBe(false);
    expect(isWaitingFor(DELEGATION, { ...waiting(), meetingId: 'another' })).toBe(false);
    expect(isWaitingFor(DELEGATION, { ...waiting(), erasedAt: NOW.toISOString() })).toBe(false);
  });

  it('is put off after six within an hour, each about another version', () => {
    let last = INVITATION;
    const kinds = Array.from({ length: 7 }, (_, index) => {
      const one = notify(current({ registration: waiting(index + 1) }), last, asking(index + 1), {
        noticeId: `n${index}`,
        when: at(index),
      });
      last = one.told;
      return 'later' in one.decision ? one.decision.later : one.message?.kind;
    });
    expect(kinds).toEqual([...Array(6).fill('validation-wanted'), at(60).toISOString()]);
    // About somebody else there is room.
    const other = current({ registration: waiting(1, 'FP26-2Q9XM') });
    expect(notify(other, last, asking(1, 'FP26-2Q9XM')).message?.kind).toBe('validation-wanted');
  });

  it('is forgotten after 200 others, and no sooner', () => {
    let last = INVITATION;
    const ask = (number: number) => {
      const reference = `FP26-${number}`;
      const now = current({ registration: waiting(1, reference) });
      return notify(now, last, asking(1, reference), { noticeId: `n${number}` });
    };
    for (let number = 0; number < 200; number++) last = ask(number).told;
    expect(ask(0).message).toBeUndefined();
    last = ask(200).told;
    expect(ask(1).message).toBeUndefined();
    expect(ask(0).message?.kind).toBe('validation-wanted');
  });

  it('is asked again where its own message bounced, although a newer one has arrived', () => {
    const now = current({ registration: waiting() });
    const first = notify(now, INVITATION, asking(), { noticeId: 'first', when: at(1) }).told;
    const other = current({ registration: waiting(1, 'FP26-2Q9XM') });
    const event = asking(1, 'FP26-2Q9XM');
    const second = notify(other, first, event, { noticeId: 'second', when: at(2) }).told;
    const after = back(second, 'first');
    expect(notify(now, after, asking()).message?.kind).toBe('validation-wanted');
    expect(notify(other, after, event).message).toBeUndefined();
  });
});

describe('an earlier message that bounced after a newer one arrived', () => {
  const question = current({ registration: waiting() });

  it('is told again: an invitation', () => {
    const { told } = notify(question, INVITATION, asking());
    expect(notify(current(), back(told, 'invitation'), INVITED).message?.kind).toBe(
      'delegation-invitation',
    );
    expect(notify(current(), told, INVITED).message).toBeUndefined();
  });

  it('is told again: another place', () => {
    const now = { ...question, meeting: ELSEWHERE };
    const { told } = notify(now, KNOWS_MOVED, asking());
    expect(notify(now, told, MEETING_CHANGED).message).toBeUndefined();
    expect(notify(now, back(told, 'moved'), MEETING_CHANGED).message?.kind).toBe(
      'delegation-meeting-changed',
    );
  });
});
