import { createHash } from 'node:crypto';
import type { CategoryDecision, OrganisationKind } from '../eligibility/category.ts';
import { categoryAt } from '../eligibility/category-at.ts';
import { delegationKey } from '../eligibility/delegation-key.ts';
import { admits, isOver, type Meeting, registrationWindow } from '../meeting/meeting.ts';
import type { Registration } from '../registration/registration.ts';
import type { Language } from '../shared/languages.ts';
import type { NoteFile } from './note-file.ts';

/** A delegation as somebody names it: a State, or an organisation of a kind. */
export type Delegated =
  | { readonly representation: 'state'; readonly state: string }
  | {
      readonly representation: 'organisation';
      readonly organisation: string;
      readonly organisationKind: OrganisationKind;
    };

/** Who answers for a delegation. */
export type FocalPoint = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

/** The letter by which a delegation was nominated: its reference, and its date (`YYYY-MM-DD`). */
export type NoteOfNomination = { readonly reference: string; readonly date: string };

/** A delegation that has a focal point, as it is kept. Instants are ISO 8601 in UTC. */
export type Delegation = Delegated & {
  readonly meetingId: string;
  /** What its address and its commands call it: see delegationId. */
  readonly id: string;
  /** Without an address once the meeting's days for addresses are over. */
  readonly focalPoint: Omit<FocalPoint, 'email'> & Partial<Pick<FocalPoint, 'email'>>;
  /** What the focal point's link carries. */
  readonly secret: string;
  /** Which link this is; counts up with every new secret. */
  readonly link: number;
  readonly note?: NoteOfNomination | undefined;
  readonly noteFile?: NoteFile | undefined;
  readonly invitedAt: string;
  /** Since when its focal point wants no reminders. */
  readonly remindersStoppedAt?: string | undefined;
  /** When its focal point was last reminded that nobody is registered. */
  readonly remindedAt?: string | undefined;
  /** Counts up with every change; a change names the version that it saw. */
  readonly version: number;
};

/** What addresses call a delegation: the code of the State, or a short name made of that of the organisation. */
export function delegationId(of: Delegated): string {
  if (of.representation === 'state') return of.state;
  const name = `${of.organisationKind} ${delegationKey({ ...of, reference: '' })}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 12);
}

/** Whether a text can be the id of a delegation. Nothing else is worth looking up. */
export function isDelegationId(text: string): boolean {
  return /^([A-Z]{2}|[0-9a-f]{12})$/.test(text);
}

/** The delegation somebody belongs to; individuals belong to none. */
export function delegatedOf(one: Registration): Delegated | undefined {
  const { representation, state, organisation, organisationKind } = one;
  if (representation === 'state' && state) return { representation, state };
  if (representation === 'organisation' && organisation && organisationKind)
    return { representation, organisation, organisationKind };
  return undefined;
}

/** Whether somebody is one of a delegation's people. */
export function belongsTo(delegation: Pick<Delegation, 'id' | 'meetingId'>, one: Registration) {
  const delegated = delegatedOf(one);
  return (
    one.meetingId === delegation.meetingId &&
    delegated !== undefined &&
    delegationId(delegated) === delegation.id
  );
}

/** On which footing a delegation attends, and why. */
export function footingOf(meeting: Meeting, delegation: Delegated): CategoryDecision {
  return categoryAt(meeting, delegation);
}

/** Why a delegation's people cannot be changed as asked. */
export type DelegationRefusal =
  | 'meeting-over'
  | 'meeting-cancelled'
  | 'not-possible'
  /** Somebody without a seat was named head where the head has one. */
  | 'head-seated'
  /** The link that opened it has been replaced meanwhile. */
  | 'link-ceased'
  | 'registration-not-open'
  | 'registration-closed'
  | 'category-not-admitted';

/** Why nobody can be nominated: a nomination is a registration, and comes while registrations are taken. */
export function nominationRefusal(
  meeting: Meeting,
  delegation: Delegated,
  now: Date,
): DelegationRefusal | undefined {
  if (meeting.cancelled) return 'meeting-cancelled';
  const window = registrationWindow(meeting, now);
  if (window === 'not-yet') return 'registration-not-open';
  if (window === 'closed') return 'registration-closed';
  return admits(meeting, footingOf(meeting, delegation).category)
    ? undefined
    : 'category-not-admitted';
}

/** Why somebody cannot be replaced: only a seat can be handed on, and until the last day of the meeting. */
export function replacementRefusal(
  meeting: Meeting,
  one: Registration,
  now: Date,
): DelegationRefusal | undefined {
  if (isOver(meeting, now)) return 'meeting-over';
  if (meeting.cancelled) return 'meeting-cancelled';
  return one.status === 'confirmed' ? undefined : 'not-possible';
}

/** The path of a delegation's page. Pages use it, so that they stay on the host they came from. */
export function delegationPath({
  meetingId,
  id,
  secret,
}: Pick<Delegation, 'meetingId' | 'id' | 'secret'>): string {
  return `/delegations/${meetingId}/${id}/${secret}`;
}
