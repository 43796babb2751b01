import type { Arrangements } from '../../../domain/meeting/arrangements.ts';
import type { Language } from '../../../domain/shared/languages.ts';
import { instantInWords } from '../../../language/day.ts';
import { say } from '../../../language/index.ts';
import { sayOwn } from '../../../language/own-texts.ts';
import { reasonInWords } from '../../../language/reason.ts';
import { runOf } from '../../../language/run.ts';
import { stateName } from '../../../language/states.ts';
import type { Message, MessageContent, MessageDelegation } from '../../message.ts';
import type { Block, Fact, Letter } from '../../render/letter.ts';
import { shortTitle } from '../../render/short-title.ts';
import { changedFacts } from '../participant/meeting-changed.ts';
import { ofMeeting } from '../participant/participant.ts';

export type Of<Kind> = Extract<MessageContent, { kind: Kind }>;
export type To = Pick<Message, 'meeting' | 'to'>;

/** The message that brings a focal point the private link of the delegation. */
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
      subject: say(language, 'mail.delegation-invitation.subject', { name, title }),
      preheader: say(language, 'mail.preheader.delegation-invitation', { name }),
      eyebrow: say(language, 'mail.delegation-invitation.eyebrow'),
      blocks: [
        paragraph(sayOwn(meeting, language, 'mail.delegation-invitation.lead', { name })),
        ...(renewed ? [paragraph(say(language, 'mail.delegation-invitation.renewed'))] : []),
        ...pageOf(language, url),
        {
          kind: 'facts',
          facts: [...ofMeeting(language, meeting), ...footing(language, delegation)],
        },
      ],
    },
  );
}

/** The message that reminds a focal point of whose delegation nobody is registered that time runs out. */
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
      subject: say(language, 'mail.nomination-reminder.subject', { name, title }),
      preheader: say(language, 'mail.preheader.nomination-reminder', { closes }),
      eyebrow: say(language, 'mail.nomination-reminder.eyebrow'),
      blocks: [
        paragraph(sayOwn(meeting, language, 'mail.nomination-reminder.lead', { name })),
        ...changedMeeting(language, meeting, before),
        {
          kind: 'statement',
          label: say(language, 'mail.nomination-reminder.closes'),
          text: closes,
        },
        paragraph(say(language, 'mail.nomination-reminder.what', { contact })),
        ...pageOf(language, url),
        {
          kind: 'facts',
          facts: [...ofMeeting(language, meeting), ...footing(language, delegation)],
        },
      ],
    },
  );
}

/** The message that asks whether somebody belongs to a delegation. */
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
      subject: say(language, 'mail.validation-wanted.subject', { reference, title }),
      preheader: say(language, 'mail.preheader.validation-wanted', { reference }),
      eyebrow: say(language, 'mail.validation-wanted.eyebrow'),
      blocks: [
        paragraph(
          url === undefined
            ? say(language, 'mail.validation-wanted.organiser')
            : say(language, 'mail.validation-wanted.focal-point'),
        ),
        ...changedMeeting(language, meeting, before),
        {
          kind: 'facts',
          facts: [
            { label: say(language, 'mail.reference'), value: reference },
            { label: say(language, 'registration.name'), value: name },
            ...footing(language, delegation),
          ],
        },
        url === undefined
          ? {
              kind: 'note',
              text: say(language, 'mail.validation-wanted.command', { reference }),
            }
          : { kind: 'action', label: say(language, 'mail.delegation-invitation.open'), url },
      ],
    },
  );
}

/** What has changed of the meeting since a focal point was last told; nothing where they know it. */
const changedMeeting = (
  language: Language,
  meeting: Message['meeting'],
  before: Arrangements | undefined,
): Block[] =>
  before
    ? [
        paragraph(sayOwn(meeting, language, 'mail.meeting-changed.lead')),
        { kind: 'facts', facts: changedFacts(language, before, meeting, false) },
      ]
    : [];

/** What every letter to a focal point or organiser has. */
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
    blocks: [paragraph(say(language, 'mail.dear', { name: to.name })), ...said.blocks],
    footer: [
      say(language, 'mail.questions', { contact }),
      say(language, 'mail.delegation-invitation.why', { contact }),
    ],
  };
}

/** The link of the delegation page, and that it is private. */
export const pageOf = (language: Language, url: string): Block[] => [
  { kind: 'action', label: say(language, 'mail.delegation-invitation.open'), url },
  { kind: 'note', text: say(language, 'mail.delegation-invitation.private') },
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
    ...(name === '' ? [] : [{ label: say(language, 'mail.delegation'), value: name }]),
    {
      label: say(language, 'mail.category'),
      value: say(language, `category.${category}`),
      hint: reasonInWords(language, categoryReason),
    },
  ];
}
