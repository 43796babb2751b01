import { createHash } from 'node:crypto';
import type { CategoryDecision, OrganisationKind } from '../eligibility/category.ts';
import { categoryAt } from '../eligibility/category-at-meeting.ts';
import { delegationKey } from '../eligibility/delegation-key.ts';
import { admits, isOver, type Meeting, registrationWindow } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import type { Language } from '../shared/languages.ts';
import type { NoteFile } from './note-file.ts';

/** What identifies a delegation: a State, or an organisation with its kind. */
export type Delegated =
  | { readonly representation: 'state'; readonly state: string }
  | {
      readonly representation: 'organisation';
      readonly organisation: string;
      readonly organisationKind: OrganisationKind;
    };

/** The person who speaks for a delegation before the meeting. */
export type FocalPoint = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

/** The letter that nominates a delegation: its reference and its date (`YYYY-MM-DD`). */
export type NoteOfNomination = { readonly reference: string; readonly date: string };

/** A delegation with a focal point, as the registry stores it. Instants are ISO 8601 in UTC. */
export type Delegation = Delegated & {
  readonly meetingId: string;
  /** Its id in web addresses and commands: see `delegationId`. */
  readonly id: string;
  /** Without an address after the meeting's retention days for addresses. */
  readonly focalPoint: Omit<FocalPoint, 'email'> & Partial<Pick<FocalPoint, 'email'>>;
  /** The secret in the delegation link. */
  readonly secret: string;
  /** The number of the delegation link. It increases with every new secret. */
  readonly link: number;
  readonly note?: NoteOfNomination | undefined;
  readonly noteFile?: NoteFile | undefined;
  readonly invitedAt: string;
  /** Since when the focal point wants no reminders. */
  readonly remindersStoppedAt?: string | undefined;
  /** When the focal point last got a reminder to nominate. */
  readonly remindedAt?: string | undefined;
  /** Increases with every change. A change names the version that it read. */
  readonly version: number;
};

/** The id of a delegation: the code of the State, or 12 hexadecimal digits of a hash of the organisation. */
export function delegationId(of: Delegated): string {
  if (of.representation === 'state') return of.state;
  const name = `${of.organisationKind} ${delegationKey({ ...of, reference: '' })}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}

/** True if a text can be the id of a delegation. Nothing else needs a look-up. */
export function isDelegationId(text: string): boolean {
  return /^([A-Z]{2}|[0-9a-f]{12})$/.test(text);
}

/** The delegation of a person. Individuals have none. */
export function delegatedOf(one: Registration): Delegated | undefined {
  const { representation, state, organisation, organisationKind } = one;
  if (representation === 'state' && state) return { representation, state };
  if (representation === 'organisation' && organisation && organisationKind)
    return { representation, organisation, organisationKind };
  return undefined;
}

/** True if a person belongs to a delegation. */
export function belongsTo(delegation: Pick<Delegation, 'id' | 'meetingId'>, one: Registration) {
  const delegated = delegatedOf(one);
  return (
    one.meetingId === delegation.meetingId &&
    delegated !== undefined &&
    delegationId(delegated) === delegation.id
  );
}

/** The category of a delegation at a meeting, with the reason. */
export function categoryOfDelegation(meeting: Meeting, delegation: Delegated): CategoryDecision {
  return categoryAt(meeting, delegation);
}

/** Why a focal point cannot change a delegation in this way. */
export type DelegationRefusal =
  | 'meeting-over'
  | 'meeting-cancelled'
  | 'not-possible'
  /** A person without a seat cannot replace a head with a seat. */
  | 'head-seated'
  /** A new delegation link has replaced this one. */
  | 'link-ceased'
  | 'registration-not-open'
  | 'registration-closed'
  | 'category-not-admitted';

/**
 * Why a focal point cannot nominate. A nomination is a registration, so it is possible only while registration is open.
 */
export function nominationRefusal(
  meeting: Meeting,
  delegation: Delegated,
  now: Date,
): DelegationRefusal | undefined {
  if (meeting.cancelled) return 'meeting-cancelled';
  const window = registrationWindow(meeting, now);
  if (window === 'not-yet') return 'registration-not-open';
  if (window === 'closed') return 'registration-closed';
  return admits(meeting, categoryOfDelegation(meeting, delegation).category)
    ? undefined
    : 'category-not-admitted';
}

/** Why a person cannot be replaced. Only a confirmed person can be, until the last day of the meeting. */
export function replacementRefusal(
  meeting: Meeting,
  one: Registration,
  now: Date,
): DelegationRefusal | undefined {
  if (isOver(meeting, now)) return 'meeting-over';
  if (meeting.cancelled) return 'meeting-cancelled';
  return one.status === 'confirmed' ? undefined : 'not-possible';
}

/** The path of a delegation's page. Pages use the path, so that links stay on the same host. */
export function delegationPath({
  meetingId,
  id,
  secret,
}: Pick<Delegation, 'meetingId' | 'id' | 'secret'>): string {
  return `/delegations/${meetingId}/${id}/${secret}`;
}
