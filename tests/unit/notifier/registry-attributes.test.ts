import { describe, expect, it } from 'vitest';
import type { Delegation } from '../../../functions/domain/delegation/delegation.ts';
import { arrangementsOf } from '../../../functions/domain/meeting/arrangements.ts';
import { decideForFocalPoint } from '../../../functions/domain/notifications/decide-for-focal-point.ts';
import { decideForParticipant } from '../../../functions/domain/notifications/decide-for-participant.ts';
import type { NoticeEvent } from '../../../functions/domain/notifications/notice.ts';
import { participantSubscriber } from '../../../functions/domain/notifications/unsubscribe.ts';
import {
  type Registration,
  STATUSES,
} from '../../../functions/domain/registration/registration.ts';
import {
  focalPointMessage,
  organiserQuestion,
} from '../../../functions/mail/content/focal-point.ts';
import { participantMessage } from '../../../functions/mail/content/participant.ts';
import { REGISTRY_ATTRIBUTES } from '../../../functions/notifier/registry-attributes.ts';
import { arrangementsWrites } from '../../../functions/store/meeting/calendar-revision.ts';
import type { StoredMeeting } from '../../../functions/store/meeting/meeting.ts';
import { meetingWrite } from '../../../functions/store/meeting/meeting-writes.ts';
import { fromItem } from '../../../functions/store/platform/client.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';

// The compiler checks that every attribute exists.
type KeyOfEach<T> = T extends unknown ? keyof T : never;
const REGISTRATION: readonly (keyof Registration)[] = REGISTRY_ATTRIBUTES.registration;
const DELEGATION: readonly KeyOfEach<Delegation>[] = REGISTRY_ATTRIBUTES.delegation;

const NOW = new Date('2026-05-12T09:00:00.000Z');
const meeting = meetingOn('2026-05-10', { practicalInformation: { en: 'Bring your passport.' } });
const links = { publicUrl: 'https://plenary.example', unsubscribeUrl: 'https://plenary.example/u' };
const CONTEXT = { noticeId: 'n1', now: NOW, arrangementsAt: () => arrangementsOf(meeting) };

/** Allows reading only the named attributes of a value. The last test shows that it refuses others. */
const only = <T extends object>(value: T, attributes: readonly string[]): T =>
  new Proxy(value, {
    get(target, name) {
      if (typeof name === 'string' && !attributes.includes(name))
        throw new Error(`The notifier reads no ${name}`);
      return Reflect.get(target, name);
    },
  });

/** A registration that has every field. */
const full = (what: Partial<Registration>) =>
  person({
    meetingId: meeting.id,
    title: 'Ms',
    phone: '+855 23 000 000',
    position: 'Director',
    institution: 'Ministry of Culture',
    answers: { topic: 'Film' },
    hasNeeds: true,
    offeredUntil: '2026-05-20T09:00:00.000Z',
    decision: { by: 'organiser', at: NOW.toISOString(), reason: 'Of many.' },
    ...what,
  });
const EVENTS: readonly [NoticeEvent, ...NoticeEvent[]] = [
  { kind: 'registration-changed' },
  { kind: 'address-changed' },
  { kind: 'meeting-changed' },
  { kind: 'resend-requested', requestedAt: NOW.toISOString() },
  { kind: 'offer-expiring', offeredUntil: '2026-05-20T09:00:00.000Z' },
  { kind: 'meeting-reminder' },
  { kind: 'thank-you' },
];

const NOMINATED = { nominated: true, nominatedBy: 'Dara Keo', privacyNotice: undefined } as const;
/** Every state of a registration and a meeting, and every event. */
const CASES = STATUSES.flatMap((status) =>
  [{}, NOMINATED].flatMap((what) =>
    [undefined, { at: NOW.toISOString(), reason: 'A cyclone.' }].flatMap((cancelled) =>
      EVENTS.map((event) => ({
        registration: only(full({ status, ...what }), REGISTRATION),
        at: { ...meeting, cancelled },
        event,
      })),
    ),
  ),
);

/** What somebody who was told they wait is told, and somebody who was told nothing; both messages are composed. */
function composedKinds({ registration, at, event }: (typeof CASES)[number]): string[] {
  const pending = only(full({ status: 'pending' }), REGISTRATION);
  const before = { registration: pending, meeting, link: 'link-1' };
  const told = decideForParticipant(before, { said: [] }, EVENTS[0], CONTEXT);
  const says = 'send' in told ? told.send.says : undefined;
  const now = { registration, meeting: at, link: 'link-1' };
  return [[], says ? [says] : expect.fail('Nothing was told')].flatMap((said) => {
    const decision = decideForParticipant(now, { said }, event, CONTEXT);
    if (!('send' in decision)) return [];
    participantSubscriber(registration);
    participantMessage('n1', at, registration, decision.send, links);
    return [decision.send.kind];
  });
}

describe('what the notifier reads of the registry', () => {
  it('names no attribute twice, and nothing that no message says', () => {
    for (const attributes of Object.values(REGISTRY_ATTRIBUTES))
      expect(new Set(attributes).size).toBe(attributes.length);
    const named: readonly string[] = Object.values(REGISTRY_ATTRIBUTES).flat();
    for (const kept of [
      ...[
        'answers',
        'phone',
        'position',
        'institution',
        'visaLetter',
        'hasNeeds',
        'sensitiveParts',
      ],
      ...['note', 'noteFile', 'validatedName', 'codeLabel', 'dietary', 'accessibility'],
    ])
      expect(named).not.toContain(kept);
  });

  it('is all that a message to a participant is decided and composed from', () => {
    const kinds = new Set(CASES.flatMap(composedKinds));
    expect(kinds.size).toBeGreaterThanOrEqual(10);
  });

  it('is all that a message to a focal point or an organiser is decided and composed from', () => {
    const delegation = only<Delegation>(
      {
        representation: 'state',
        state: 'KH',
        meetingId: meeting.id,
        id: 'KH',
        focalPoint: { name: 'Dara Keo', email: 'focal.point@mfa.example', language: 'en' },
        secret: 'secret',
        link: 1,
        note: { reference: 'NV 1/2026', date: '2026-05-01' },
        invitedAt: NOW.toISOString(),
        version: 1,
      },
      DELEGATION,
    );
    const registration = only(full({ status: 'pending', reference: 'FP26-7F3K2' }), REGISTRATION);
    for (const event of [
      { kind: 'focal-point-invited' },
      { kind: 'validation-wanted', reference: 'FP26-7F3K2', version: 1 },
      { kind: 'nomination-reminder', checkedAt: NOW.toISOString() },
    ] as const) {
      const now = { delegation, meeting, registration };
      const decision = decideForFocalPoint(now, { said: [] }, event, CONTEXT);
      if (!('send' in decision)) expect.fail(JSON.stringify(decision));
      else focalPointMessage('n1', meeting, delegation, decision.send, registration, links);
    }
    const [organiser] = meeting.organisers;
    if (organiser) organiserQuestion('n1', meeting, organiser, registration);
  });

  it('is there in the items of a meeting and of its arrangements', () => {
    const store = { registry: 'registry' } as Parameters<typeof meetingWrite>[0];
    const stored: StoredMeeting = {
      meeting,
      shards: {},
      revision: 1,
      updatedAt: NOW.toISOString(),
    };
    const items = [
      meetingWrite(store, stored, undefined),
      ...arrangementsWrites(store, undefined, stored),
    ];
    const attributes = [REGISTRY_ATTRIBUTES.meeting, REGISTRY_ATTRIBUTES.arrangements];
    expect(items).toHaveLength(attributes.length);
    items.forEach(({ Put }, index) => {
      const item = fromItem<Record<string, unknown>>(Put?.Item ?? {});
      for (const name of attributes[index] ?? []) expect(item).toHaveProperty(name);
    });
  });

  it('is all that these tests let it read', () => {
    expect(() => only(full({}), REGISTRATION).phone).toThrow('reads no phone');
    expect(only(full({ title: 'Ms' }), REGISTRATION).title).toBe('Ms');
  });
});
