import type {
  Category,
  CategoryReason,
  OrganisationKind,
  Representation,
} from '../eligibility/category.ts';
import type { DelegationRole } from '../eligibility/delegation-role.ts';
import type { Answers } from '../meeting/question.ts';
import type { SeatRef } from '../seats/seats.ts';
import type { Language } from '../shared/languages.ts';
import type { PersonName } from './same-name.ts';

/** Where a person agrees to be listed: publicly, among participants, or nowhere. */
export const LIST_CONSENTS = ['public', 'participants', 'none'] as const;
export type ListConsent = (typeof LIST_CONSENTS)[number];

/** The statuses of a registration. transitions.ts has the transitions between them. */
export const STATUSES = [
  'pending',
  'waitlisted',
  'offered',
  'confirmed',
  'declined',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** True if a registration with this status holds a seat. An offered seat counts as taken. */
export const holdsSeat = (status: Status): boolean =>
  status === 'offered' || status === 'confirmed';

/** True if a registration has not ended. After it has ended, its address is free for a new registration. */
export const isLive = (status: Status): boolean => status !== 'declined' && status !== 'withdrawn';

/** Why a registration is withdrawn. */
const WITHDRAWN_BECAUSE = ['asked', 'offer-expired', 'replaced'] as const;

/** Who decides or asks for a transition. */
export type Actor = 'participant' | 'focal-point' | 'organiser' | 'service';

/** Where a part of the sensitive data is, and how long it is kept. The registration has one reference for each part. */
export type SensitiveDataRef = {
  /** `needs` for the needs in the form itself, `answers.id` for the answer to a question of the meeting. */
  readonly part: string;
  /** The last day on which it is kept, `YYYY-MM-DD`. */
  readonly keptUntil: string;
};

/** A registration as the registry stores it. Instants are ISO 8601 in UTC, with milliseconds. */
export type Registration = {
  readonly meetingId: string;
  /** For example `BKK14-7F3K2`: see reference.ts. */
  readonly reference: string;
  /** The secret in the private link. */
  readonly secret: string;
  readonly status: Status;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
  /** Increases with every change. A change names the version that it read. */
  readonly version: number;
  readonly representation: Representation;
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  readonly organisationKind?: OrganisationKind | undefined;
  readonly delegationRole: DelegationRole;
  /** The order among people with the same role in the delegation, from 1. People without it come last. */
  readonly order?: number | undefined;
  readonly title?: string | undefined;
  /** Only people from a roster have no names and no address. */
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly email?: string | undefined;
  readonly position?: string | undefined;
  readonly institution?: string | undefined;
  readonly phone?: string | undefined;
  readonly language: Language;
  readonly visaLetter: boolean;
  /** Answers to the meeting's questions that are not sensitive. */
  readonly answers?: Answers | undefined;
  /** Whether the person has needs that organisers must prepare for: see sensitive-data.ts. */
  readonly hasNeeds?: boolean | undefined;
  /** The parts of the sensitive data in the vault. */
  readonly sensitiveParts?: readonly SensitiveDataRef[] | undefined;
  readonly listConsent: ListConsent;
  readonly privacyNotice?: { readonly version: string; readonly acceptedAt: string } | undefined;
  /** The validated name, if its spelling has been corrected since: see readmission.ts. */
  readonly validatedName?: PersonName | undefined;
  /** The organisers' name for the code with which the person registered. */
  readonly codeLabel?: string | undefined;
  /** The shards that hold its seats, so that a withdrawal frees exactly these. */
  readonly seats: readonly SeatRef[];
  readonly registeredAt: string;
  readonly updatedAt: string;
  /** While `waitlisted`: since when. It gives the position on the waiting list. */
  readonly waitingSince?: string | undefined;
  /** While `offered`: until when the seat is kept. */
  readonly offeredUntil?: string | undefined;
  /** Who approved or declined the registration, when, and the reason they gave. */
  readonly decision?:
    | { readonly by: Actor; readonly at: string; readonly reason?: string | undefined }
    | undefined;
  readonly withdrawnAt?: string | undefined;
  readonly withdrawnBecause?: (typeof WITHDRAWN_BECAUSE)[number] | undefined;
  /** Whether a focal point nominated this person, and the name of that focal point. */
  readonly nominated?: true | undefined;
  readonly nominatedBy?: string | undefined;
  /** When the last message about its status was requested. A message is sent again at most once an hour. */
  readonly lastMessageAt?: string | undefined;
  /** Since when the participant wants no reminders. Messages about the registration itself still come. */
  readonly remindersStoppedAt?: string | undefined;
  /** Whether it comes from a roster. */
  readonly fromRoster?: true | undefined;
  /** When its participant had everything about themselves erased: see privacy/erase.ts. */
  readonly erasedAt?: string | undefined;
};
