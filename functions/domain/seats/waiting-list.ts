/** An entry of the waiting list. `since` is an instant. */
export type WaitingListPosition = { readonly reference: string; readonly since: string };

/**
 * The first person on the waiting list for whom a seat is free. A person whose delegation or category is full is
 * skipped and keeps the position. A seat that goes to a later person is never one that a skipped person could have had.
 *
 * @param waitingList in any order. The order of service is `since`, then the reference.
 * @param hasSeat true if all counters of a person have a free seat.
 */
export function nextInWaitingList<Entry extends WaitingListPosition>(
  waitingList: readonly Entry[],
  hasSeat: (entry: Entry) => boolean,
): Entry | undefined {
  return waitingList
    .filter(hasSeat)
    .reduce<Entry | undefined>(
      (best, one) => (best && isBefore(best, one) ? best : one),
      undefined,
    );
}

const isBefore = (a: WaitingListPosition, b: WaitingListPosition) =>
  a.since < b.since || (a.since === b.since && a.reference < b.reference);
