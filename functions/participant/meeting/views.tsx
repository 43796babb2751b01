import { CATEGORIES, type Category } from '../../domain/eligibility/category.ts';
import type { Convention } from '../../domain/eligibility/convention.ts';
import { conventions } from '../../domain/eligibility/convention.ts';
import {
  admissionOf,
  admits,
  type Meeting,
  registrationWindow,
} from '../../domain/meeting/meeting.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { dayInWords, daysInWords } from '../../language/day.ts';
import { t } from '../../language/index.ts';
import { placeIn } from '../../language/place.ts';
import { sittingsInWords } from '../../language/sittings.ts';
import { CATEGORY_HEADINGS } from '../../language/text-keys.ts';
import { Words } from '../../language/words.tsx';
import { Summary } from '../../web/controls.tsx';

function conventionOf(meeting: Meeting): Convention {
  return conventions[meeting.convention];
}

/** When registration opens, closes or has closed. */
export function windowInWords(language: Language, meeting: Meeting, now: Date): string {
  if (meeting.cancelled) return t(language, 'meeting.cancelled');
  const window = registrationWindow(meeting, now);
  const { opensOn, closesOn } = meeting.registration;
  if (window === 'not-yet')
    return t(language, 'meeting.registration.not-yet', {
      opensOn: dayInWords(language, opensOn),
    });
  const key = window === 'open' ? 'meeting.registration.open' : 'meeting.registration.closed';
  return t(language, key, { closesOn: dayInWords(language, closesOn) });
}

/** The details of a meeting on its public page. */
export function MeetingDetails({
  language,
  meeting,
  now,
}: {
  readonly language: Language;
  readonly meeting: Meeting;
  readonly now: Date;
}) {
  const { sittings, timeZone } = meeting;
  const admitted = CATEGORIES.filter((category) => admits(meeting, category));
  return (
    <Summary
      rows={[
        {
          term: t(language, 'meeting.when'),
          value: daysInWords(language, meeting.startsOn, meeting.endsOn),
        },
        {
          term: t(language, 'meeting.sittings'),
          value: sittings && sittingsInWords(language, { sittings, timeZone }),
        },
        {
          term: t(language, 'meeting.where'),
          value: <Words of={placeIn(language, meeting)} />,
        },
        {
          term: t(language, 'meeting.registration'),
          value: windowInWords(language, meeting, now),
        },
        {
          term: t(language, 'meeting.convention'),
          value: inLanguage(conventionOf(meeting).title, language),
        },
        {
          term: t(language, 'meeting.admits'),
          value: admitted
            .map((category) => admittedInWords(language, meeting, category))
            .join('\n'),
        },
        {
          term: t(language, 'meeting.contact'),
          value: <a href={`mailto:${meeting.contactEmail}`}>{meeting.contactEmail}</a>,
        },
      ]}
    />
  );
}

/** A category that the meeting admits, with its condition. */
function admittedInWords(language: Language, meeting: Meeting, category: Category): string {
  const heading = t(language, CATEGORY_HEADINGS[category]);
  const admission = admissionOf(meeting, category);
  if (admission === 'validated')
    return t(language, 'meeting.admits.validated', { category: heading });
  if (admission === 'invited') return t(language, 'meeting.admits.invited', { category: heading });
  return heading;
}

/** The public data of a meeting, as JSON, in the reader's language. */
export function publicMeeting(language: Language, meeting: Meeting, now: Date, publicUrl: string) {
  const { id, timeZone, startsOn, endsOn, registration, venue, contactEmail } = meeting;
  const self = `${publicUrl}/meetings/${id}`;
  return {
    id,
    title: inLanguage(meeting.title, language),
    ...(meeting.summary && { summary: inLanguage(meeting.summary, language) }),
    convention: {
      id: meeting.convention,
      title: inLanguage(conventionOf(meeting).title, language),
    },
    startsOn,
    endsOn,
    timeZone,
    ...(meeting.cancelled && { cancelled: meeting.cancelled }),
    ...(meeting.sittings && {
      sittings: meeting.sittings.map(({ title, ...times }) => ({
        ...times,
        ...(title && { title: inLanguage(title, language) }),
      })),
    }),
    venue: {
      name: inLanguage(venue.name, language),
      city: inLanguage(venue.city, language),
      country: venue.country,
    },
    registration: { ...registration, status: registrationWindow(meeting, now) },
    categories: CATEGORIES.filter((category) => admits(meeting, category)),
    admission: Object.fromEntries(
      CATEGORIES.map((category) => [category, admissionOf(meeting, category)]),
    ),
    waitingList: meeting.waitingList,
    contactEmail,
    privacyNotice: {
      version: meeting.privacyNotice.version,
      text: inLanguage(meeting.privacyNotice.text, language),
    },
    links: { self, register: `${self}/register`, registrations: `${self}/registrations` },
  };
}
