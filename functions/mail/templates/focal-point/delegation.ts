import type { Arrangements } from '../../../domain/meeting/arrangements.ts';
import type { Language } from '../../../domain/shared/languages.ts';
import { instantInWords } from '../../../language/day.ts';
import { t } from '../../../language/index.ts';
import { reasonInWords } from '../../../language/reason.ts';
import { runOf } from '../../../language/run.ts';
import { stateName } from '../../../language/states.ts';
import { CATEGORY_TEXTS } from '../../../language/text-keys.ts';
import { tWithOverrides } from '../../../language/text-overrides.ts';
import type { Message, MessageContent, MessageDelegation } from '../../message.ts';
import type { Block, Fact, Letter } from '../../render/letter.ts';
import { shortTitle } from '../../render/short-title.ts';
import { changedFacts } from '../participant/meeting-changed.ts';
import { ofMeeting } from '../participant/participant.ts';

export type Of<Kind> = Extract<MessageContent, { kind: Kind }>;
export type To = Pick<Message, 'meeting' | 'to'>;

/** The message that brings a focal point the delegation link. */
export function delegationInvitation(
  language: Language,
  { meeting, to }: To,
  { delegation, url, renewed }: Of<'delegation-invitation'>,
): Letter {
  const title = shortTitle(language, meeting);
  const name = nameOf(language, delegation);
  return letter(
    language,
    { meeting, to },
    {
      subject: t(language, 'mail.delegation-invitation.subject', { name, title }),
      preheader: t(language, 'mail.preheader.delegation-invitation', { name }),
      eyebrow: t(language, 'mail.delegation-invitation.eyebrow'),
      blocks: [
        paragraph(tWithOverrides(meeting, language, 'mail.delegation-invitation.lead', { name })),
        ...(renewed ? [paragraph(t(language, 'mail.delegation-invitation.renewed'))] : []),
        ...pageOf(language, url),
        {
          kind: 'facts',
          facts: [...ofMeeting(language, meeting), ...footing(language, delegation)],
        },
      ],
    },
  );
}

/** The reminder to nominate, for a focal point without a registered person. */
export function nominationReminder(
  language: Language,
  { meeting, to }: To,
  { delegation, url, closesAt, before }: Of<'nomination-reminder'>,
): Letter {
  const title = shortTitle(language, meeting);
  const name = nameOf(language, delegation);
  const closes = instantInWords(language, closesAt, meeting.timeZone);
  const contact = meeting.contactEmail;
  return letter(
    language,
    { meeting, to },
    {
      subject: t(language, 'mail.nomination-reminder.subject', { name, title }),
      preheader: t(language, 'mail.preheader.nomination-reminder', { closes }),
      eyebrow: t(language, 'mail.nomination-reminder.eyebrow'),
      blocks: [
        paragraph(tWithOverrides(meeting, language, 'mail.nomination-reminder.lead', { name })),
        ...changedMeeting(language, meeting, before),
        {
          kind: 'statement',
          label: t(language, 'mail.nomination-reminder.closes'),
          text: closes,
        },
        paragraph(t(language, 'mail.nomination-reminder.what', { contact })),
        ...pageOf(language, url),
        {
          kind: 'facts',
          facts: [...ofMeeting(language, meeting), ...footing(language, delegation)],
        },
      ],
    },
  );
}

/** The message that asks a focal point or an organiser to validate a person. */
export function validationWanted(
  language: Language,
  { meeting, to }: To,
  content: Of<'validation-wanted'>,
): Letter {
  const { delegation, reference, name, url, before } = content;
  const title = shortTitle(language, meeting);
  return letter(
    language,
    { meeting, to },
    {
      subject: t(language, 'mail.validation-wanted.subject', { reference, title }),
      preheader: t(language, 'mail.preheader.validation-wanted', { reference }),
      eyebrow: t(language, 'mail.validation-wanted.eyebrow'),
      blocks: [
        paragraph(
          url === undefined
            ? t(language, 'mail.validation-wanted.organiser')
            : t(language, 'mail.validation-wanted.focal-point'),
        ),
        ...changedMeeting(language, meeting, before),
        {
          kind: 'facts',
          facts: [
            { label: t(language, 'mail.reference'), value: reference },
            { label: t(language, 'registration.name'), value: name },
            ...footing(language, delegation),
          ],
        },
        url === undefined
          ? {
              kind: 'note',
              text: t(language, 'mail.validation-wanted.command', { reference }),
            }
          : { kind: 'action', label: t(language, 'mail.delegation-invitation.open'), url },
      ],
    },
  );
}

/** The changes of the meeting since the focal point was last notified, if any. */
const changedMeeting = (
  language: Language,
  meeting: Message['meeting'],
  before: Arrangements | undefined,
): Block[] =>
  before
    ? [
        paragraph(tWithOverrides(meeting, language, 'mail.meeting-changed.lead')),
        { kind: 'facts', facts: changedFacts(language, before, meeting, false) },
      ]
    : [];

/** The frame of every letter to a focal point, and of the questions to organisers. */
export function letter(
  language: Language,
  { meeting, to }: To,
  said: Pick<Letter, 'subject' | 'preheader' | 'eyebrow' | 'blocks'>,
): Letter {
  const contact = meeting.contactEmail;
  return {
    ...said,
    language,
    heading: runOf(meeting.title, language),
    blocks: [paragraph(t(language, 'mail.dear', { name: to.name })), ...said.blocks],
    footer: [
      t(language, 'mail.questions', { contact }),
      t(language, 'mail.delegation-invitation.why', { contact }),
    ],
  };
}

/** The delegation link, with a note that it is private. */
export const pageOf = (language: Language, url: string): Block[] => [
  { kind: 'action', label: t(language, 'mail.delegation-invitation.open'), url },
  { kind: 'note', text: t(language, 'mail.delegation-invitation.private') },
];

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export function nameOf(
  language: Language,
  { state, organisation = '' }: MessageDelegation,
): string {
  return state === undefined ? organisation : stateName(state, language);
}

export function footing(language: Language, delegation: MessageDelegation): Fact[] {
  const { category, categoryReason } = delegation;
  const name = nameOf(language, delegation);
  return [
    ...(name === '' ? [] : [{ label: t(language, 'mail.delegation'), value: name }]),
    {
      label: t(language, 'mail.category'),
      value: t(language, CATEGORY_TEXTS[category]),
      hint: reasonInWords(language, categoryReason),
    },
  ];
}
