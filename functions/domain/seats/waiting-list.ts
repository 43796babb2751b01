/** A place in the line. */
export type InLine = { readonly reference: string; readonly since: string };

/**
 * The first in the line who could sit down. Somebody whose own delegation or category is
 * full is passed over and keeps the place: they hold up nobody, and whoever comes after them and is offered
 * a seat takes none that they could have had.
 *
 * @param line in any order: it is served by `since`, and by reference within one instant.
 * @param hasSeat whether a seat is free for somebody on all of their counters.
 */
export function nextInLine<Place extends InLine>(
  line: readonly Place[],
  hasSeat: (place: Place) => boolean,
): Place | undefined {
  return line
    .filter(hasSeat)
    .reduce<Place | undefined>(
      (best, one) => (best && isBefore(best, one) ? best : one),
      undefined,
    );
}

const isBefore = (a: InLine, b: InLine) =>
  a.since < b.since || (a.since === b.since && a.reference < b.reference);
