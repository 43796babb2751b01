import {
  type Meeting,
  meetingDefinition,
} from '../../functions/domain/meeting/meeting-definition.ts';
import { addDays } from '../../functions/domain/shared/day.ts';

/** A meeting open for registration on `today`; what a test is about it says in `changes`. */
export function meetingOn(today: string, changes: Record<string, unknown> = {}): Meeting {
  return meetingDefinition.parse({
    id: 'focal-points',
    referencePrefix: 'FP26',
    convention: 'diversity-2005',
    title: { en: 'Meeting of Focal Points' },
    venue: {
      name: { en: 'Conference Centre' },
      city: { en: 'Bangkok' },
      country: 'TH',
    },
    timeZone: 'Asia/Bangkok',
    startsOn: addDays(today, 60),
    endsOn: addDays(today, 62),
    registration: { opensOn: addDays(today, -7), closesOn: addDays(today, 40) },
    categories: {
      party: { admission: 'open' },
      'observer-state': { admission: 'open' },
      igo: { admission: 'open' },
      ngo: { admission: 'open' },
      guest: { admission: 'open' },
    },
    waitingList: false,
    organisers: [{ name: 'Secretariat', email: 'secretariat@example.org' }],
    contactEmail: 'meetings@example.org',
    privacyNotice: { version: '2026-1', text: { en: 'Your data is used for this meeting only.' } },
    ...changes,
  });
}

/** A registration that is right in every field; what a test is about it says in `changes`. */
export function registrationOf(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    representation: 'state',
    state: 'KH',
    delegationRole: 'focal-point',
    title: 'Ms',
    givenName: 'Sophea',
    familyName: 'Chan',
    position: 'Director of Cultural Policy',
    institution: 'Ministry of Culture and Fine Arts',
    email: 'sophea.chan@culture.example',
    phone: '+855 23 000 000',
    language: 'en',
    listConsent: 'participants',
    privacyNotice: true,
    ...changes,
  };
}
