import type { Registration } from '../../functions/domain/registration/registration.ts';

let count = 0;

/** A confirmed registration, as the store keeps it, with what a test says of it. */
export function person(what: Partial<Registration> = {}): Registration {
  count += 1;
  const number = String(count).padStart(5, '0');
  return {
    meetingId: 'test-meeting',
    reference: `TEST-${number}`,
    secret: 'secret',
    status: 'confirmed',
    category: 'party',
    categoryReason: { code: 'individual' },
    version: 1,
    representation: 'state',
    ...(what.representation === undefined && { state: 'KH' }),
    delegationRole: 'delegate',
    givenName: 'Ada',
    familyName: 'Example',
    email: `person${number}@example.org`,
    language: 'en',
    visaLetter: false,
    listConsent: 'public',
    privacyNotice: { version: '1', acceptedAt: '2026-01-05T02:30:00.000Z' },
    seats: [],
    registeredAt: '2026-01-05T02:30:00.000Z',
    updatedAt: '2026-01-05T02:30:00.000Z',
    ...what,
  };
}
