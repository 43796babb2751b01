import type { Meeting } from '../meeting/meeting-definition.ts';

const HOUR_MS = 3_600_000;

/** A reminder comes at most this long before the end of an offer, in hours. */
const MOST_HOURS = 24;

/** Shorter offers get no reminder, in hours: people have hardly had time to read the offer itself. */
const SHORTEST_OFFER_HOURS = 8;

/**
 * When to remind a person of an offer: when a quarter of its time is left, or one day if that is less.
 *
 * @param until the end of the offer, an instant.
 * @returns an instant, or `undefined` if the offer is too short.
 */
export function offerRemindedFrom(
  { offerHours }: Pick<Meeting, 'offerHours'>,
  until: string,
): string | undefined {
  if (offerHours < SHORTEST_OFFER_HOURS) return undefined;
  const left = Math.min(MOST_HOURS, offerHours / 4) * HOUR_MS;
  return new Date(Date.parse(until) - left).toISOString();
}
