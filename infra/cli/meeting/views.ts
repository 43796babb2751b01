import { CATEGORIES } from '../../../functions/domain/eligibility/category.ts';
import { type Meeting, registrationWindow } from '../../../functions/domain/meeting/meeting.ts';
import { questionsOf } from '../../../functions/domain/meeting/meeting-questions.ts';
import { duplicatesOf } from '../../../functions/domain/registration/duplicates.ts';
import { fullName } from '../../../functions/domain/registration/name.ts';
import { participants, totalsOf } from '../../../functions/domain/registration/participant-list.ts';
import type { Registration, Status } from '../../../functions/domain/registration/registration.ts';
import { isPaper, type Sensitive } from '../../../functions/domain/registration/sensitive-data.ts';
import { ceilingOf, type SeatScope } from '../../../functions/domain/seats/seats.ts';
import { inLanguage } from '../../../functions/domain/shared/languages.ts';
import { t } from '../../../functions/language/index.ts';
import { answerInWords, labelOf } from '../../../functions/language/question.ts';
import { compareStates, stateName } from '../../../functions/language/states.ts';
import type { SeatShard } from '../../../functions/store/seats/seats.ts';

/** Lists meetings, one in a line: id, first and last day, registration, city, title. */
export function meetingLines(meetings: readonly Meeting[], now: Date): string[] {
  return meetings.map((meeting) => {
    const { id, startsOn, endsOn, venue, title } = meeting;
    const open = meeting.cancelled ? 'cancelled' : registrationWindow(meeting, now).padEnd(7);
    return `${id.padEnd(20)} ${startsOn} – ${endsOn}  ${open}  ${inLanguage(venue.city, 'en')}: ${inLanguage(title, 'en')}`;
  });
}

/** Shows a meeting, its seats and who has registered, as lines for an operator. */
export function meetingView(
  meeting: Meeting,
  seats: readonly SeatShard[],
  registrations: readonly Registration[],
  now: Date,
): string[] {
  const { registration: window, venue, organisers } = meeting;
  const { people, delegations } = totalsOf(listOf(registrations));
  const are = (wanted: Status) => registrations.filter(({ status }) => status === wanted).length;
  const taken = (scope: SeatScope) => {
    const sum = seats.reduce((all, one) => all + (one.scope === scope ? one.taken : 0), 0);
    const ceiling = ceilingOf(meeting, scope);
    return ceiling === undefined ? `${sum}` : `${sum} of ${ceiling}`;
  };
  return [
    `${meeting.id} (${meeting.referencePrefix})`,
    inLanguage(meeting.title, 'en'),
    `${meeting.startsOn} – ${meeting.endsOn}, ${inLanguage(venue.name, 'en')}, ${inLanguage(venue.city, 'en')}, ${stateName(venue.country, 'en')} (${meeting.timeZone})`,
    ...(meeting.cancelled
      ? [`cancelled since ${meeting.cancelled.at}: ${meeting.cancelled.reason}`]
      : []),
    `registration: ${registrationWindow(meeting, now)} (${window.opensOn} – ${window.closesOn})`,
    `organisers: ${organisers.map(({ name, email, language }) => `${name} <${email}> (${language})`).join(', ')}`,
    `confirmed: ${t('en', 'mail.participant-list.totals', { people, delegations })}`,
    `pending: ${are('pending')}; waiting list: ${are('waitlisted')}; offered a seat: ${are('offered')}; declined: ${are('declined')}; withdrawn: ${are('withdrawn')}`,
    `seats taken: ${taken('meeting')}`,
    ...CATEGORIES.flatMap((category) => {
      const admission = meeting.categories[category]?.admission;
      return admission === undefined
        ? []
        : [`  ${category.padEnd(17)} ${taken(`category:${category}`)} (${admission})`];
    }),
  ];
}

/**
 * Shows the sensitive data of people on the list, for those who need it: their needs, or the details of their papers.
 *
 * @param kept by reference, as `listVault` of store/registration/sensitive-data.ts returns it.
 */
export function sensitiveView(
  meeting: Meeting,
  registrations: readonly Registration[],
  kept: ReadonlyMap<string, Sensitive>,
  what: 'needs' | 'papers',
): string[] {
  const questions = questionsOf(meeting).filter(
    ({ sensitive, set }) => sensitive && isPaper(set) === (what === 'papers'),
  );
  return listOf(registrations).flatMap((one) => {
    const { dietary, accessibility, answers = {} } = kept.get(one.reference) ?? {};
    const fields = [
      [t('en', 'field.dietary'), dietary],
      [t('en', 'field.accessibility'), accessibility],
    ] as const;
    const lines = [
      ...(what === 'needs' ? fields : []),
      ...questions.map((question) => {
        const answer = answers[question.id];
        return [
          labelOf('en', question),
          answer === undefined ? undefined : answerInWords('en', question, answer),
        ];
      }),
    ].flatMap(([label, text]) => (text ? [`  ${label}: ${text.replaceAll('\n', '\n    ')}`] : []));
    const name = [one.givenName, one.familyName].filter(Boolean).join(' ');
    const delegation = one.state === undefined ? one.organisation : stateName(one.state, 'en');
    const who = [one.reference, name, delegation].filter(Boolean).join(', ');
    return lines.length === 0 ? [] : [who, ...lines];
  });
}

const listOf = (registrations: readonly Registration[]) =>
  participants(registrations, 'en', compareStates('en'));

/**
 * Lists people who may be registered more than once, as lines for an operator. Those in different categories come
 * first.
 */
export function duplicatesView(registrations: readonly Registration[]): string[] {
  return duplicatesOf(registrations).flatMap(({ people, by, acrossCategories }) => [
    `the same ${by === 'name' ? 'name' : 'telephone number'}${acrossCategories ? ', in different categories' : ''}:`,
    ...people.map(({ reference, givenName, familyName, category, state, organisation, status }) =>
      [
        `  ${reference}`,
        fullName({ givenName, familyName }),
        state === undefined ? organisation : stateName(state, 'en'),
        category,
        status,
      ]
        .filter(Boolean)
        .join(', '),
    ),
  ]);
}
