import * as z from 'zod';
import {
  type Category,
  type CategoryReason,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type Representation,
} from './category.ts';
import { email } from './email.ts';
import { type Language, UN_LANGUAGES } from './languages.ts';
import { type DelegationRole, ROLES_OF } from './roles.ts';
import { STATE_CODES } from './states.ts';
import { line, lines, personName } from './text.ts';

/** Where somebody agrees to be listed: published, only among participants, or nowhere. */
export const LIST_CONSENTS = ['public', 'participants', 'none'] as const;
export type ListConsent = (typeof LIST_CONSENTS)[number];

const person = {
  title: line(40).optional(),
  givenName: personName(),
  familyName: personName(),
  position: line(200).optional(),
  institution: line(200).optional(),
  email,
  phone: line(40)
    .regex(/^\+?[0-9][0-9 ()./-]{3,28}[0-9]$/, { error: 'phone' })
    .optional(),
  /** The language in which Plenary writes to this person. */
  language: z.enum(UN_LANGUAGES, { error: 'choose' }),
  dietary: lines(500).optional(),
  accessibility: lines(500).optional(),
  visaLetter: z.boolean({ error: 'yes-or-no' }).default(false),
  listConsent: z.enum(LIST_CONSENTS, { error: 'choose' }),
  privacyNotice: z.literal(true, { error: 'accept' }),
};

const role = (representation: Representation) =>
  z.enum(ROLES_OF[representation], { error: 'choose' });

const ofState = {
  representation: z.literal('state'),
  state: z.enum(STATE_CODES, { error: 'choose' }),
};
const ofOrganisation = {
  representation: z.literal('organisation'),
  organisation: line(200),
  organisationKind: z.enum(ORGANISATION_KINDS, { error: 'choose' }),
};
const ofIndividual = { representation: z.literal('individual') };

/** Whom somebody represents: the first question of the form, on which the category depends. */
export const representedRequest = z.discriminatedUnion(
  'representation',
  [z.strictObject(ofState), z.strictObject(ofOrganisation), z.strictObject(ofIndividual)],
  { error: 'choose' },
);
export type RepresentedRequest = z.infer<typeof representedRequest>;

/**
 * What a participant sends: the same fields in JSON and in the form. Parsed once, at the edge.
 * Errors carry a code (`required`, `too-long`, `choose` …) as their message; the catalogue has the
 * wording of each for its field.
 */
export const registrationRequest = z.discriminatedUnion(
  'representation',
  [
    z.strictObject({ ...ofState, delegationRole: role('state'), ...person }),
    z.strictObject({ ...ofOrganisation, delegationRole: role('organisation'), ...person }),
    z.strictObject({ ...ofIndividual, delegationRole: role('individual'), ...person }),
  ],
  { error: 'choose' },
);
export type RegistrationRequest = z.infer<typeof registrationRequest>;

/** `confirmed` holds a seat; `withdrawn` has given it back. */
export const STATUSES = ['confirmed', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** A registration as it is kept. Instants are ISO 8601 in UTC, with milliseconds. */
export type Registration = {
  readonly meetingId: string;
  /** e.g. `BKK14-7F3K2`: see domain/reference.ts. */
  readonly reference: string;
  /** What the private link carries beside the reference. */
  readonly secret: string;
  readonly status: Status;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
  /** Counts up with every change; a change names the version that it saw. */
  readonly version: number;
  readonly representation: Representation;
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  readonly organisationKind?: OrganisationKind | undefined;
  readonly delegationRole: DelegationRole;
  readonly title?: string | undefined;
  /** The names and the address are missing only for people loaded from a roster. */
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly email?: string | undefined;
  readonly position?: string | undefined;
  readonly institution?: string | undefined;
  readonly phone?: string | undefined;
  readonly language: Language;
  readonly dietary?: string | undefined;
  readonly accessibility?: string | undefined;
  readonly visaLetter: boolean;
  readonly listConsent: ListConsent;
  readonly privacyNotice?: { readonly version: string; readonly acceptedAt: string } | undefined;
  /** The counters that hold its seat, so that withdrawing gives back exactly these. */
  readonly seats: readonly SeatRef[];
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly withdrawnAt?: string | undefined;
  /** When the last message about it was asked for: messages are re-sent at most once an hour. */
  readonly lastMessageAt?: string | undefined;
};

/** One part of a seat counter: see domain/seats.ts. */
export type SeatRef = { readonly scope: string; readonly shard: number };

/** The delegation somebody belongs to, as a key: one State, one organisation, or oneself. */
export function delegationKey(
  who: Pick<Registration, 'representation' | 'state' | 'organisation' | 'reference'>,
): string {
  if (who.representation === 'state') return `state:${who.state}`;
  if (who.representation === 'organisation')
    return `organisation:${who.organisation?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
  return `individual:${who.reference}`;
}
