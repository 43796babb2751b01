import type { Language } from '../../../domain/shared/languages.ts';
import { daysInWords } from '../../../language/day.ts';
import { t } from '../../../language/index.ts';
import { placeInWords } from '../../../language/place.ts';
import { tWithOverrides } from '../../../language/text-overrides.ts';
import type { Block, Letter } from '../../render/letter.ts';
import { type About, allFacts, letter, manage, paragraph } from './participant.ts';

/** The reminder some days before a meeting: when and where it is, what to know, and what is left to do. */
export function meetingReminder(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { manageUrl, incomplete, organisersSay } = registration;
  const dates = daysInWords(language, meeting.startsOn, meeting.endsOn);
  const place = placeInWords(language, meeting);
  return letter(language, about, 'meeting-reminder', { values: { dates, place } }, [
    paragraph(tWithOverrides(meeting, language, 'mail.meeting-reminder.lead')),
    ...(incomplete
      ? [
          paragraph(t(language, 'mail.meeting-reminder.incomplete')),
          action(t(language, 'mail.nomination.manage'), manageUrl),
        ]
      : []),
    { kind: 'facts', facts: allFacts(language, about) },
    ...(organisersSay
      ? [paragraph(t(language, 'mail.meeting-reminder.practical')), ...saidBy(organisersSay)]
      : []),
    ...(incomplete
      ? [{ kind: 'note', text: t(language, 'mail.confirmation.private') } as const]
      : manage(language, about)),
    paragraph(t(language, 'mail.meeting-reminder.cannot-come')),
  ]);
}

/** The message after a meeting to people who were confirmed. */
export function thankYou(language: Language, about: About): Letter {
  const { manageUrl, organisersSay } = about.registration;
  return letter(language, about, 'thank-you', {}, [
    paragraph(tWithOverrides(about.meeting, language, 'mail.thank-you.lead')),
    ...(organisersSay ? saidBy(organisersSay) : []),
    { kind: 'facts', facts: allFacts(language, about) },
    paragraph(t(language, 'mail.thank-you.data')),
    action(t(language, 'mail.withdrawal.manage'), manageUrl),
    { kind: 'note', text: t(language, 'mail.thank-you.private') },
  ]);
}

const action = (label: string, url: string) => ({ kind: 'action', label, url }) as const;

/**
 * The organisers' lines, one paragraph each, because mail programs join the lines of a paragraph. Paragraphs have space
 * between them, so empty lines are dropped.
 */
function saidBy(lines: readonly string[]): Block[] {
  const written = lines.filter((line) => line.trim() !== '');
  return written.map((text) => ({ kind: 'paragraph', text, dir: 'auto' }));
}
