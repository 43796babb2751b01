import { addDays } from '../../domain/shared/day.ts';
import { offsetAt, transitions } from '../../domain/shared/time-zone.ts';
import { type Component, text } from './ical.ts';

/**
 * A time zone as a calendar must be told of it (RFC 5545 §3.6.5): every change of its clocks from a year before the
 * first day to a year after the last, as the time zone database has them. It is computed from what Node.js knows: a
 * library of zones would be another copy of the same database, to be kept as new as this one.
 *
 * @param timeZone IANA name.
 */
export function timeZoneComponent(timeZone: string, first: string, last: string): Component {
  const start = Date.parse(`${addDays(first, -366)}T00:00:00Z`);
  const end = Date.parse(`${addDays(last, 366)}T00:00:00Z`);
  const changes = transitions(timeZone, start, end);
  // What holds before the first change: of a zone that knows none, ever since.
  const at = changes.length > 0 ? start : 0;
  const offset = offsetAt(timeZone, start);
  return {
    name: 'VTIMEZONE',
    properties: [{ name: 'TZID', value: text(timeZone) }],
    components: [{ at, from: offset, to: offset, sample: start }, ...changes].map((change) =>
      observance(timeZone, change),
    ),
  };
}

function observance(
  timeZone: string,
  change: { readonly at: number; readonly from: number; readonly to: number; sample?: number },
): Component {
  const { at, from, to, sample = at } = change;
  const named = (locale: string, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style })
      .formatToParts(sample)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return {
    name: /summer|daylight/i.test(named('en-US', 'long')) ? 'DAYLIGHT' : 'STANDARD',
    properties: [
      // The change as clocks showed it that had not been changed yet.
      { name: 'DTSTART', value: localStamp(at + from * 1000) },
      { name: 'TZOFFSETFROM', value: offsetStamp(from) },
      { name: 'TZOFFSETTO', value: offsetStamp(to) },
      { name: 'TZNAME', value: text(named('en-GB', 'short')) },
    ],
  };
}

/** `20140304T093000`: epoch milliseconds as if the clocks were those of UTC. */
function localStamp(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** `+0545`; the seconds that some zones of the past have are written too. */
function offsetStamp(seconds: number): string {
  const two = (count: number) => String(Math.trunc(count)).padStart(2, '0');
  const size = Math.abs(seconds);
  const rest = size % 60;
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size % 3600) / 60)}${rest ? two(rest) : ''}`;
}
