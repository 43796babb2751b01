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

/** Where somebody agrees to be listed: published, only among participants, or nowhere. */
export const LIST_CONSENTS = ['public', 'participants', 'none'] as const;
export type ListConsent = (typeof LIST_CONSENTS)[number];

/** Where a registration can stand: see moves.ts for what leads from one to another. */
export const STATUSES = [
  'pending',
  'waitlisted',
  'offered',
  'confirmed',
  'declined',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** Whether somebody in this state has a seat. An offered seat counts as taken. */
export const holdsSeat = (status: Status): boolean =>
  status === 'offered' || status === 'confirmed';

/** Whether a registration still leads somewhere; the others have ended, and their address is free again. */
export const isLive = (status: Status): boolean => status !== 'declined' && status !== 'withdrawn';

/** Why a registration has ended as withdrawn. */
export const WITHDRAWN_BECAUSE = ['asked', 'offer-expired', 'replaced'] as const;

/** Who makes a move. */
export type Actor = 'participant' | 'focal-point' | 'organiser' | 'service';

/** That something is kept apart: which, and until when. A registration remembers this of each of its parts. */
export type SensitiveDataRef = {
  /** `needs` for what the form itself asks, `answers.id` for the answer to a question of the meeting. */
  readonly part: string;
  /** The last day on which it is kept, `YYYY-MM-DD`. */
  readonly keptUntil: string;
};

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
  /** The place among those of the same role in the delegation, 1 first; without one after those that have one. */
  readonly order?: number | undefined;
  readonly title?: string | undefined;
  /** The names and the address are missing only for people loaded from a roster. */
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly email?: string | undefined;
  readonly position?: string | undefined;
  readonly institution?: string | undefined;
  readonly phone?: string | undefined;
  readonly language: Language;
  readonly visaLetter: boolean;
  /** Answers to the meeting's own questions, but for those that are sensitive. */
  readonly answers?: Answers | undefined;
  /** Whether something is kept apart that whoever arranges the meeting must see to: see apart.ts. */
  readonly hasNeeds?: boolean | undefined;
  /** What is kept apart, by which it is found, and until when. */
  readonly keptApart?: readonly SensitiveDataRef[] | undefined;
  readonly listConsent: ListConsent;
  readonly privacyNotice?: { readonly version: string; readonly acceptedAt: string } | undefined;
  /** The name that was validated, where its spelling has been corrected since: see entering.ts. */
  readonly validatedName?: PersonName | undefined;
  /** What organisers call the code that it came with. */
  readonly codeLabel?: string | undefined;
  /** The counters that hold its seat, so that withdrawing gives back exactly these. */
  readonly seats: readonly SeatRef[];
  readonly registeredAt: string;
  readonly updatedAt: string;
  /** While `waitlisted`: since when, which is its place in the waiting list. */
  readonly waitingSince?: string | undefined;
  /** While `offered`: until when the seat is kept. */
  readonly offeredUntil?: string | undefined;
  /** Of whoever was approved or declined: by whom and when, and the reason that was given. */
  readonly decision?:
    | { readonly by: Actor; readonly at: string; readonly reason?: string | undefined }
    | undefined;
  readonly withdrawnAt?: string | undefined;
  readonly withdrawnBecause?: (typeof WITHDRAWN_BECAUSE)[number] | undefined;
  /** Whether the focal point named this person, and the name of the focal point who did. */
  readonly nominated?: true | undefined;
  readonly nominatedBy?: string | undefined;
  /** When a message was last asked for that says where it stands: it is sent again at most once an hour. */
  readonly lastMessageAt?: string | undefined;
  /** Since when its participant wants no reminders. What it says of the registration itself still comes. */
  readonly remindersStoppedAt?: string | undefined;
  /** Whether it was loaded from a roster. */
  readonly fromRoster?: true | undefined;
  /** When its participant had everything about themselves erased: see erase.ts. */
  readonly erasedAt?: string | undefined;
};
