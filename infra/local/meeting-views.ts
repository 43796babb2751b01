import { inLanguage } from '../../functions/domain/languages.ts';
import { hasNeeds, participants, totalsOf } from '../../functions/domain/list.ts';
import { type Meeting, registrationWindow } from '../../functions/domain/meeting.ts';
import type { Registration } from '../../functions/domain/registration.ts';
import { ceilingOf, type SeatScope } from '../../functions/domain/seats.ts';
import { say } from '../../functions/language/index.ts';
import { compareStates, stateName } from '../../functions/language/states.ts';
import type { SeatShard } from '../../functions/store/seats.ts';

/** Meetings, one a line: id, first and last day, registration, city, title. */
export function meetingLines(meetings: readonly Meeting[], now: Date): string[] {
  return meetings.map((meeting) => {
    const { id, startsOn, endsOn, venue, title } = meeting;
    const open = registrationWindow(meeting, now).padEnd(7);
    return `${id.padEnd(20)} ${startsOn} – ${endsOn}  ${open}  ${inLanguage(venue.city, 'en')}: ${inLanguage(title, 'en')}`;
  });
}

/** A meeting, its seats and who has registered: lines for an operator. */
export function meetingView(
  meeting: Meeting,
  seats: readonly SeatShard[],
  registrations: readonly Registration[],
  now: Date,
): string[] {
  const { registration: window, venue, organisers } = meeting;
  const { people, delegations } = totalsOf(listOf(registrations));
  const withdrawn = registrations.filter(({ status }) => status === 'withdrawn').length;
  const taken = (scope: SeatScope) => {
    const sum = seats.reduce((all, one) => all + (one.scope === scope ? one.taken : 0), 0);
    const ceiling = ceilingOf(meeting, scope);
    return ceiling === undefined ? `${sum}` : `${sum} of ${ceiling}`;
  };
  return [
    `${meeting.id} (${meeting.referencePrefix})`,
    inLanguage(meeting.title, 'en'),
    `${meeting.startsOn} – ${meeting.endsOn}, ${inLanguage(venue.name, 'en')}, ${inLanguage(venue.city, 'en')}, ${stateName(venue.country, 'en')} (${meeting.timeZone})`,
    `registration: ${registrationWindow(meeting, now)} (${window.opensOn} – ${window.closesOn})`,
    `organisers: ${organisers.map(({ name, email, language }) => `${name} <${email}> (${language})`).join(', ')}`,
    `confirmed: ${say('en', 'mail.participant-list.totals', { people, delegations })}; withdrawn: ${withdrawn}`,
    `seats taken: ${taken('meeting')}`,
    ...Object.entries(meeting.categories).map(
      ([category, { admission }]) =>
        `  ${category.padEnd(17)} ${taken(`category:${category}` as SeatScope)} (${admission})`,
    ),
  ];
}

/** Who has stated dietary or accessibility needs, and which: for those who see to them alone. */
export function needsView(registrations: readonly Registration[]): string[] {
  const stated = listOf(registrations).filter(hasNeeds);
  return stated.flatMap((one) => {
    const { reference, givenName, familyName, state, organisation, dietary, accessibility } = one;
    const name = [givenName, familyName].filter(Boolean).join(' ');
    const delegation = state === undefined ? organisation : stateName(state, 'en');
    const needs = {
      [say('en', 'field.dietary')]: dietary,
      [say('en', 'field.accessibility')]: accessibility,
    };
    return [
      [reference, name, delegation].filter(Boolean).join(', '),
      ...Object.entries(needs).flatMap(([what, text]) =>
        text ? [`  ${what}: ${text.replaceAll('\n', '\n    ')}`] : [],
      ),
    ];
  });
}

const listOf = (registrations: readonly Registration[]) =>
  participants(registrations, 'en', compareStates('en'));
