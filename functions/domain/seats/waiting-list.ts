/** A place in the waiting list. */
export type WaitingListPosition = { readonly reference: string; readonly since: string };

/**
 * The first in the waiting list who could sit down. Somebody whose own delegation or category is
 * full is passed over and keeps the place: they hold up nobody, and whoever comes after them and is offered
 * a seat takes none that they could have had.
 *
 * @param waitingList in any order: it is served by `since`, and by reference within one instant.
 * @param hasSeat whether a seat is free for somebody on all of their counters.
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
