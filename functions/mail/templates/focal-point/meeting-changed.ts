import type { Language } from '../../../domain/shared/languages.ts';
import { t } from '../../../language/index.ts';
import { tWithOverrides } from '../../../language/text-overrides.ts';
import type { Letter } from '../../render/letter.ts';
import { shortTitle } from '../../render/short-title.ts';
import { changedFacts, notSaid } from '../participant/meeting-changed.ts';
import { ofMeeting, reasonGiven } from '../participant/participant.ts';
import { footing, letter, nameOf, type Of, pageOf, paragraph, type To } from './delegation.ts';

/**
 * The message to a focal point after a change of the meeting: what is new, what it was, and that the delegation is
 * notified too.
 */
export function delegationMeetingChanged(
  language: Language,
  { meeting, to }: To,
  { delegation, url, before }: Of<'delegation-meeting-changed'>,
): Letter {
  const title = shortTitle(language, meeting);
  const name = nameOf(language, delegation);
  const facts = changedFacts(language, before, meeting, false);
  const others = [...ofMeeting(language, meeting), ...footing(language, delegation)];
  return letter(
    language,
    { meeting, to },
    {
      subject: t(language, 'mail.delegation-meeting-changed.subject', { title, name }),
      preheader: t(language, 'mail.preheader.delegation-meeting-changed'),
      eyebrow: t(language, 'mail.meeting-changed.eyebrow'),
      blocks: [
        paragraph(tWithOverrides(meeting, language, 'mail.meeting-changed.lead')),
        { kind: 'facts', facts },
        paragraph(t(language, 'mail.delegation-meeting-changed.people', { name })),
        { kind: 'facts', facts: notSaid(facts, others) },
        ...pageOf(language, url),
      ],
    },
  );
}

/** The message to a focal point after the cancellation of a meeting. */
export function delegationMeetingCancelled(
  language: Language,
  { meeting, to }: To,
  { delegation, reason }: Of<'delegation-meeting-cancelled'>,
): Letter {
  const title = shortTitle(language, meeting);
  const name = nameOf(language, delegation);
  return letter(
    language,
    { meeting, to },
    {
      subject: t(language, 'mail.delegation-meeting-cancelled.subject', { title, name }),
      preheader: t(language, 'mail.preheader.delegation-meeting-cancelled'),
      eyebrow: t(language, 'mail.meeting-cancelled.eyebrow'),
      blocks: [
        paragraph(
          tWithOverrides(meeting, language, 'mail.delegation-meeting-cancelled.lead', { name }),
        ),
        {
          kind: 'facts',
          facts: [
            ...reasonGiven(language, reason),
            ...ofMeeting(language, meeting),
            ...footing(language, delegation),
          ],
        },
      ],
    },
  );
}
