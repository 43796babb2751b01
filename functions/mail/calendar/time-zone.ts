import { addDays } from '../../domain/shared/day.ts';
import { offsetAt, transitions } from '../../domain/shared/time-zone.ts';
import { type Component, text } from './ical.ts';

/**
 * A time zone as a component of a calendar (RFC 5545 §3.6.5): every change of its clocks from one year before the first
 * day to one year after the last. It comes from the time zone database of Node.js. A library would be a second copy of
 * that database, which would need its own updates.
 *
 * @param timeZone IANA name.
 * @param first the first day, `YYYY-MM-DD`.
 * @param last the last day, `YYYY-MM-DD`.
 */
export function timeZoneComponent(timeZone: string, first: string, last: string): Component {
  const start = Date.parse(`${addDays(first, -366)}T00:00:00Z`);
  const end = Date.parse(`${addDays(last, 366)}T00:00:00Z`);
  const changes = transitions(timeZone, start, end);
  // The start of the offset before the first change. A zone without changes has it since the epoch.
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
      // The local time of the change, by the clock before the change.
      { name: 'DTSTART', value: localStamp(at + from * 1000) },
      { name: 'TZOFFSETFROM', value: offsetStamp(from) },
      { name: 'TZOFFSETTO', value: offsetStamp(to) },
      { name: 'TZNAME', value: text(named('en-GB', 'short')) },
    ],
  };
}

/** `20140304T093000`, from epoch milliseconds in local time. */
function localStamp(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** An offset such as `+0545`. Some zones of the past also have seconds. */
function offsetStamp(seconds: number): string {
  const two = (count: number) => String(Math.trunc(count)).padStart(2, '0');
  const size = Math.abs(seconds);
  const rest = size % 60;
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size % 3600) / 60)}${rest ? two(rest) : ''}`;
}
