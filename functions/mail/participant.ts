import { inLanguage, type Language } from '../domain/languages.ts';
import { daysInWords } from '../language/day.ts';
import { say } from '../language/index.ts';
import { placeInWords } from '../language/place.ts';
import { reasonInWords } from '../language/reason.ts';
import { stateName } from '../language/states.ts';
import type { MessageMeeting, MessageRegistration } from '../store/message.ts';
import type { Fact, Letter } from './letter.ts';

/** A registration, and the meeting it is for. */
type About = { readonly meeting: MessageMeeting; readonly registration: MessageRegistration };

/** The message to somebody who has registered: all that a calendar, a visa officer or a colleague would ask. */
export function confirmation(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reference, manageUrl } = registration;
  const title = inLanguage(meeting.title, language);
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  const place = placeInWords(language, meeting);
  return {
    language,
    subject: say(language, 'mail.confirmation.subject', { title, reference }),
    preheader: say(language, 'mail.preheader.confirmation', { reference, dates, place }),
    eyebrow: say(language, 'mail.confirmation.eyebrow'),
    heading: title,
    blocks: [
      { kind: 'paragraph', text: salutation(language, registration) },
      { kind: 'paragraph', text: say(language, 'mail.confirmation.lead') },
      { kind: 'statement', label: say(language, 'mail.reference'), text: reference },
      { kind: 'facts', facts: [...ofMeeting(language, meeting), ...standing(language, about)] },
      { kind: 'action', label: say(language, 'mail.confirmation.manage'), url: manageUrl },
      { kind: 'note', text: say(language, 'mail.confirmation.private') },
      { kind: 'note', text: say(language, 'mail.confirmation.calendar') },
    ],
    footer: footer(language, meeting),
  };
}

/** The message to somebody whose registration has been withdrawn. */
export function withdrawal(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reference, manageUrl } = registration;
  const title = inLanguage(meeting.title, language);
  const contact = meeting.contactEmail;
  return {
    language,
    subject: say(language, 'mail.withdrawal.subject', { title, reference }),
    preheader: say(language, 'mail.preheader.withdrawal', { reference }),
    eyebrow: say(language, 'mail.withdrawal.eyebrow'),
    heading: title,
    blocks: [
      { kind: 'paragraph', text: salutation(language, registration) },
      { kind: 'paragraph', text: say(language, 'mail.withdrawal.lead') },
      {
        kind: 'facts',
        facts: [
          { label: say(language, 'mail.reference'), value: reference },
          ...ofMeeting(language, meeting),
          ...delegation(language, registration),
        ],
      },
      { kind: 'paragraph', text: say(language, 'mail.withdrawal.again') },
      { kind: 'paragraph', text: say(language, 'mail.withdrawal.calendar') },
      { kind: 'action', label: say(language, 'mail.withdrawal.manage'), url: manageUrl },
      { kind: 'note', text: say(language, 'mail.withdrawal.not-you', { contact }) },
    ],
    footer: footer(language, meeting),
  };
}

function salutation(language: Language, registration: MessageRegistration): string {
  const { title, givenName, familyName } = registration;
  const name = [title, givenName, familyName].filter(Boolean).join(' ');
  return say(language, 'mail.dear', { name });
}

/** When and where a meeting is. */
export function ofMeeting(language: Language, meeting: MessageMeeting): Fact[] {
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  return [
    { label: say(language, 'mail.when'), value: dates },
    { label: say(language, 'mail.where'), value: placeInWords(language, meeting) },
  ];
}

function standing(language: Language, { registration }: About): Fact[] {
  const { category, categoryReason } = registration;
  return [
    ...delegation(language, registration),
    {
      label: say(language, 'mail.category'),
      value: say(language, `category.${category}`),
      hint: reasonInWords(language, categoryReason),
    },
  ];
}

/** The State or organisation somebody comes for; individuals come for none. */
function delegation(language: Language, { state, organisation }: MessageRegistration): Fact[] {
  const value = state === undefined ? organisation : stateName(state, language);
  return value === undefined ? [] : [{ label: say(language, 'mail.delegation'), value }];
}

function footer(language: Language, { contactEmail: contact }: MessageMeeting): string[] {
  return [
    say(language, 'mail.questions', { contact }),
    say(language, 'mail.why.participant', { contact }),
  ];
}
