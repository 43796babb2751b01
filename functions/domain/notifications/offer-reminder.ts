import type { Meeting } from '../meeting/meeting-definition.ts';

const HOUR_MS = 3_600_000;

/** No reminder comes earlier than this before the end, in hours. */
const MOST_HOURS = 24;

/** An offer that is kept for fewer hours than this is too short: its own message has hardly been read. */
const SHORTEST_OFFER_HOURS = 8;

/**
 * From when on somebody is reminded of an offer: once a quarter of its time is left, or a day if that is less.
 *
 * @param until the instant at which the offer ends.
 * @returns nothing for offers too short to remind of.
 */
export function offerRemindedFrom(
  { offerHours }: Pick<Meeting, 'offerHours'>,
  until: string,
): string | undefined {
  if (offerHours < SHORTEST_OFFER_HOURS) return undefined;
  const left = Math.min(MOST_HOURS, offerHours / 4) * HOUR_MS;
  return new Date(Date.parse(until) - left).toISOString();
}
