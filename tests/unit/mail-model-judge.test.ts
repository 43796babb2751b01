import { beforeAll, describe, expect, it } from 'vitest';
import { daysInWords } from '../../functions/language/day.ts';
import { placeInWords } from '../../functions/language/place.ts';
import { sittingsInWords } from '../../functions/language/sittings.ts';
import {
  type Accepted,
  calendarAfter,
  judge,
  RULE_NAMES,
  type Rule,
  type Story,
} from '../integration/notifications/mail-model/judge.ts';
import { plain, readLanguages } from '../integration/notifications/mail-model/mail.ts';
import { meetingOn } from '../support/fixtures.ts';

beforeAll(readLanguages);

const MEETING = meetingOn('2026-03-02');
const URL = 'https://plenary.example/registrations/FP26-00001/secret';
const PAGE = 'https://plenary.example/delegations/focal-points/KH/secret';
const ELSEWHERE = { name: { en: 'Fort' }, city: { en: 'Phuket' }, country: 'TH' };

const factsOf = (meeting = MEETING): Accepted['facts'] => ({
  when: { value: plain(daysInWords('en', meeting.startsOn, meeting.endsOn)) },
  where: { value: plain(placeInWords('en', meeting)) },
  ...(meeting.sittings && {
    sittings: { value: plain(sittingsInWords('en', { ...meeting, sittings: meeting.sittings })) },
  }),
  delegation: { value: 'Cambodia' },
});
const entry = (changes: Partial<Accepted['events'][number]> = {}) => ({
  uid: 'FP26-00001@plenary',
  sequence: 0,
  cancelled: false,
  times: '2026-05-01/2026-05-04',
  place: 'Conference Centre, Bangkok, Thailand',
  ...changes,
});

/** A confirmation that arrived and is right in every part. */
const mail = (changes: Partial<Accepted> = {}): Accepted => ({
  at: 1,
  to: 'ada@example.org',
  kind: 'confirmation',
  language: 'en',
  wanted: 'en',
  reference: 'FP26-00001',
  status: 'confirmed',
  name: 'Ms Ada Example',
  facts: factsOf(),
  links: [URL],
  deadLinks: [],
  events: [entry()],
  fate: 'delivered',
  unclear: false,
  reportedAt: (changes.at ?? 1) + 0.5,
  ...changes,
});
const question = (changes: Partial<Accepted> = {}): Accepted => ({
  ...toFocalPoint({ kind: 'validation-wanted', facts: {}, reference: 'FP26-00002', waits: true }),
  ...changes,
});
const toFocalPoint = (changes: Partial<Accepted> = {}): Accepted =>
  mail({
    at: 2,
    to: 'focal@mfa.example',
    kind: 'delegation-invitation',
    reference: undefined,
    status: undefined,
    name: 'Dara Keo',
    links: [PAGE],
    events: [],
    ...changes,
  });

const ADA = {
  reference: 'FP26-00001',
  status: 'confirmed',
  email: 'ada@example.org',
  name: 'Ms Ada Example',
  state: 'KH',
  url: URL,
} as const;
const FOCAL_POINT = {
  delegation: 'KH',
  email: 'focal@mfa.example',
  name: 'Dara Keo',
  url: PAGE,
  pending: [] as string[],
};

/** A story in which all is well. */
const story = (changes: Partial<Story> = {}): Story => ({
  mails: [mail(), toFocalPoint()],
  unanswered: [],
  asked: [],
  changed: [],
  suppressed: [],
  people: [ADA],
  focalPoints: [FOCAL_POINT],
  meeting: MEETING,
  ...changes,
});
const withMails = (...mails: Accepted[]) => story({ mails: [toFocalPoint({ at: 0 }), ...mails] });
const moved = { ...MEETING, venue: ELSEWHERE };
const movedFacts = (before: string) => {
  const facts = factsOf(moved);
  return { ...facts, where: { value: facts.where?.value ?? '', before } };
};
const movedEntry = [entry({ sequence: 1, place: 'Fort, Phuket, Thailand' })];
const ended = { people: [{ ...ADA, status: 'withdrawn' as const }] };
const goodbye = (changes: Partial<Accepted> = {}) =>
  mail({ at: 3, kind: 'withdrawal', status: 'withdrawn', events: [], ...changes });
const cancelled = { ...MEETING, cancelled: { at: '2026-03-03T00:00:00Z', reason: 'A cyclone' } };
const calledOff = (changes: Partial<Accepted> = {}) =>
  mail({
    at: 3,
    kind: 'meeting-cancelled',
    status: 'cancelled',
    links: [],
    events: [entry({ cancelled: true, sequence: 1 })],
    ...changes,
  });
const sitting = (start: string, end: string) => ({ day: MEETING.startsOn, start, end });
const satMeeting = { ...MEETING, sittings: [sitting('09:00', '10:30')] };
const two = [
  entry({ times: '2026-05-01T09:00:00/2026-05-01T10:30:00' }),
  entry({ uid: 'FP26-00001-2@plenary', times: '2026-05-01T14:00:00/2026-05-01T15:30:00' }),
];

/** For each rule a story that breaks it, and no other rule. */
const BROKEN: Readonly<Record<Rule, () => Story>> = {
  'the last mail is true': () => withMails(mail({ name: 'Ms Ada Other' })),
  'links work': () => withMails(mail({ deadLinks: [URL] })),
  'the language is the one chosen': () => withMails(mail({ wanted: 'fr' })),
  'nothing is said twice': () => withMails(mail(), mail({ at: 3 })),
  'asking again while mail waits gives one mail': () => ({
    ...withMails(mail(), mail({ at: 3 })),
    asked: [{ who: 'FP26-00001', at: 0.5 }],
  }),
  'a change is told in one mail': () => withMails(mail(), mail({ at: 3, kind: 'details-changed' })),
  'what is taken back is not told': () => ({
    ...withMails(mail(), mail({ at: 3 })),
    changed: [{ who: 'FP26-00001', at: 2 }],
  }),
  'a late report keeps a second copy back': () =>
    withMails(mail({ unclear: true, reportedAt: 2 }), mail({ at: 3 })),
  'the calendar has every sitting': () => withMails(mail({ events: [] })),
  'a reminder brings the calendar that was not read': () =>
    withMails(
      mail({ fate: 'soft-bounce', reportedAt: 2 }),
      mail({ at: 3, kind: 'meeting-reminder', events: [] }),
    ),
  'the calendar ends with the seat': () => ({ ...withMails(mail(), goodbye()), ...ended }),
  'removed sittings leave the calendar': () => {
    const before = factsOf({
      ...MEETING,
      sittings: [...satMeeting.sittings, sitting('14:00', '15:30')],
    });
    const after = factsOf(satMeeting);
    const sittings = { value: after.sittings?.value ?? '', before: before.sittings?.value };
    return {
      ...withMails(
        mail({ facts: before, events: two }),
        mail({ at: 3, facts: { ...after, sittings }, events: two.slice(0, 1) }),
      ),
      meeting: satMeeting,
      focalPoints: [],
    };
  },
  'only what was sent is cancelled': () => ({
    ...withMails(goodbye({ events: [entry({ cancelled: true })] })),
    ...ended,
  }),
  'details that changed are named until they are read': () => ({
    ...withMails(
      mail(),
      mail({ at: 3, kind: 'details-changed', name: 'Ms Ada New', changed: 'whom you represent' }),
    ),
    people: [{ ...ADA, name: 'Ms Ada New' }],
  }),
  'changes of the meeting are marked until they are read': () => ({
    ...withMails(
      mail(),
      mail({ at: 3, kind: 'meeting-changed', facts: movedFacts('Somewhere'), events: movedEntry }),
    ),
    meeting: moved,
    focalPoints: [],
  }),
  'a cancelled meeting is told once': () => ({
    ...withMails(mail(), calledOff(), calledOff({ at: 4, links: [URL] })),
    meeting: cancelled,
    focalPoints: [],
  }),
  'nothing goes to a suppressed address': () => ({
    ...withMails(mail({ at: 3 })),
    suppressed: [{ address: 'ada@example.org', from: 2 }],
  }),
  'the focal point has the link': () =>
    story({ mails: [mail(), toFocalPoint({ links: [`${PAGE}-former`] })] }),
  'only those who wait are asked about': () =>
    story({ mails: [mail(), toFocalPoint(), question({ at: 3, waits: false })] }),
  'everybody who waits is asked about': () =>
    story({ focalPoints: [{ ...FOCAL_POINT, pending: ['FP26-00002'] }] }),
  'a question is asked until it is read': () =>
    story({
      mails: [
        mail(),
        question({ at: 2, fate: 'soft-bounce', reportedAt: 2.5 }),
        toFocalPoint({ at: 3 }),
      ],
      focalPoints: [{ ...FOCAL_POINT, pending: ['FP26-00002'] }],
    }),
  'a new focal point is asked about those who wait': () =>
    story({
      mails: [
        mail(),
        toFocalPoint(),
        question({ at: 3, to: 'secretariat@example.org', links: [] }),
      ],
      focalPoints: [{ ...FOCAL_POINT, pending: ['FP26-00002'] }],
    }),
};

describe('the judge of the mail model', () => {
  it('finds nothing in a story in which all is well', () => {
    expect(judge(story())).toEqual([]);
  });

  it('has a story that breaks each rule', () => {
    expect(Object.keys(BROKEN).sort()).toEqual([...RULE_NAMES].sort());
  });

  it.each(RULE_NAMES)('finds a story in which this does not hold: %s', (rule) => {
    expect([...new Set(judge(BROKEN[rule]()).map((finding) => finding.rule))]).toEqual([rule]);
  });
});

describe('the judge does not blame the service', () => {
  it.each<[string, () => Story]>([
    [
      'for a mail that bounced at last',
      () => withMails(mail({ name: 'Ms New', fate: 'soft-bounce' })),
    ],
    [
      'for a bounce that was reported after the last mail',
      () =>
        withMails(
          mail({ fate: 'soft-bounce', reportedAt: 5 }),
          mail({ at: 3, kind: 'meeting-reminder', events: [] }),
        ),
    ],
    [
      'for silence to an address that is suppressed',
      () => ({
        ...withMails(mail({ name: 'Ms Former' })),
        suppressed: [{ address: 'ada@example.org', from: 2 }],
      }),
    ],
    [
      'for silence after a suppression was lifted',
      () => ({
        ...withMails(mail({ name: 'Ms Former' })),
        suppressed: [{ address: 'ada@example.org', from: 2, until: 3 }],
      }),
    ],
    [
      'for a copy of a mail that SES never reported',
      () => withMails(mail({ unclear: true, reportedAt: undefined }), mail({ at: 3 })),
    ],
    [
      'for a copy that was asked for',
      () => ({ ...withMails(mail(), mail({ at: 3 })), asked: [{ who: 'FP26-00001', at: 2 }] }),
    ],
    [
      'for a copy of a mail that bounced',
      () => withMails(mail({ fate: 'soft-bounce' }), mail({ at: 3 })),
    ],
  ])('%s', (_, broken) => {
    expect(judge(broken())).toEqual([]);
  });
});

describe('a calendar after mails', () => {
  it('ignores what has a lower sequence than it knows', () => {
    const mails = [
      mail({ events: [entry({ sequence: 2, place: 'New' })] }),
      mail({ events: [entry({ sequence: 1, place: 'Old' })] }),
    ];
    expect([...calendarAfter(mails).values()].map(({ place }) => place)).toEqual(['New']);
  });

  it('knows nothing of mails that bounced', () => {
    expect(calendarAfter([mail({ fate: 'hard-bounce' })]).size).toBe(0);
  });

  it('loses what is cancelled', () => {
    const mails = [mail(), mail({ events: [entry({ sequence: 1, cancelled: true })] })];
    expect(calendarAfter(mails).size).toBe(0);
  });
});
