import { categoryOfDelegation, type Delegation } from '../../domain/delegation/delegation.ts';
import { type DelegationSeats, delegationSeats } from '../../domain/delegation/delegation-seats.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Deliveries, troubleOf } from '../../domain/notifications/delivery.ts';
import { titledName } from '../../domain/registration/name.ts';
import { orderOfList } from '../../domain/registration/participant-list.ts';
import { holdsSeat, isLive, type Registration } from '../../domain/registration/registration.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { reasonInWords } from '../../language/reason.ts';
import { compareStates } from '../../language/states.ts';
import { readDeliveries } from '../../store/outbox/delivery.ts';
import { peopleOf } from '../../store/registration/registration.ts';
import { hasReservedSeats } from '../../store/seats/reserved-seats.ts';
import { readSeats } from '../../store/seats/seats.ts';
import type { DelegationContext } from './with-delegation.ts';

/** A delegation with its people, in the groups of the page, and its seats. */
export type DelegationView = {
  readonly people: readonly Registration[];
  /** People who wait for the focal point's answer, oldest first. */
  readonly pending: readonly Registration[];
  /** People with a seat, in the order of the list of participants. */
  readonly coming: readonly Registration[];
  /** People on the waiting list, in its order. */
  readonly waiting: readonly Registration[];
  /** People who do not come, latest first. */
  readonly ended: readonly Registration[];
  readonly seats: DelegationSeats;
  /** True if free seats are reserved for the waiting list. */
  readonly held: boolean;
  /** Delivery reports for the people with a live registration. */
  readonly deliveries: Deliveries;
};

/** Reads the delegation as it is now. */
export async function viewOf(
  { store, delegation, meeting }: Pick<DelegationContext, 'store' | 'delegation' | 'meeting'>,
  language: Language,
): Promise<DelegationView> {
  const [people, counters] = await Promise.all([
    peopleOf(store, delegation),
    readSeats(store, meeting.id),
  ]);
  const live = people.filter(({ status }) => isLive(status));
  const deliveries = await readDeliveries(
    store,
    live.map(({ email }) => email),
  );
  const by =
    (key: 'registeredAt' | 'updatedAt' | 'waitingSince') => (a: Registration, b: Registration) =>
      (a[key] ?? '') < (b[key] ?? '') ? -1 : 1;
  const inState = (is: (one: Registration) => boolean) => people.filter(is);
  return {
    people,
    pending: inState(({ status }) => status === 'pending').sort(by('registeredAt')),
    coming: inState(({ status }) => holdsSeat(status)).sort(
      orderOfList(language, compareStates(language)),
    ),
    waiting: inState(({ status }) => status === 'waitlisted').sort(by('waitingSince')),
    ended: inState(({ status }) => !isLive(status))
      .sort(by('updatedAt'))
      .reverse(),
    deliveries,
    seats: delegationSeats(meeting, delegation, people, counters),
    held: hasReservedSeats(meeting, counters),
  };
}

/** A delegation as JSON, for its focal point. */
export function publicDelegation(
  language: Language,
  meeting: Meeting,
  delegation: Delegation,
  view: DelegationView,
) {
  const { category, reason } = categoryOfDelegation(meeting, delegation);
  const { id, representation, focalPoint, note } = delegation;
  return {
    meeting: { id: meeting.id, title: inLanguage(meeting.title, language) },
    meetingCancelled: meeting.cancelled,
    id,
    name: delegationName(language, delegation),
    representation,
    category,
    categoryReason: reasonInWords(language, reason),
    focalPoint,
    noteOfNomination: note,
    seats: view.seats,
    people: [...view.pending, ...view.coming, ...view.waiting, ...view.ended].map((one) => ({
      ...publicPerson(one),
      // Since when messages do not reach this person. The reason is for the person and the organisers only.
      undeliveredSince: troubleOf(view.deliveries(one.email))?.since,
    })),
  };
}

/** What a focal point may know about a person: identity and status, but no sensitive data. */
export function publicPerson(one: Registration) {
  const { reference, version, status, delegationRole, order, title, givenName, familyName } = one;
  const { position, institution, email, nominated = false, registeredAt, waitingSince } = one;
  const { offeredUntil, decision, withdrawnAt, withdrawnBecause } = one;
  return {
    reference,
    version,
    status,
    delegationRole,
    order,
    title,
    givenName,
    familyName,
    position,
    institution,
    email,
    nominated,
    detailsCompleted: isComplete(one),
    registeredAt,
    waitingSince,
    offeredUntil,
    decision,
    withdrawnAt,
    withdrawnBecause,
  };
}

/**
 * True if the details are complete. A registration by the form is; a nomination, once the person has added the rest.
 */
export const isComplete = ({ nominated, privacyNotice }: Registration): boolean =>
  nominated !== true || privacyNotice !== undefined;

/** The name of a person on the page. */
export const nameOf = ({ title, givenName, familyName, reference }: Registration): string =>
  titledName({ title, givenName, familyName }) || reference;
