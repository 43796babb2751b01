import type { Language } from '../../../domain/shared/languages.ts';
import { instantInWords } from '../../../language/day.ts';
import { type TextKey, t } from '../../../language/index.ts';
import { itemsInWords } from '../../../language/list.ts';
import { apart, runOf } from '../../../language/run.ts';
import { CATEGORY_HEADINGS, CATEGORY_TEXTS } from '../../../language/text-keys.ts';
import type { Attachment } from '../../../store/outbox/notice.ts';
import type { Message, MessageContent, MessageDuplicate } from '../../message.ts';
import type { Block, Figures, Letter } from '../../render/letter.ts';
import { shortTitle } from '../../render/short-title.ts';
import { ofMeeting } from '../participant/participant.ts';

/**
 * The maximum number of possible duplicates in one message. More of them are not simple mistakes, and a message is the
 * wrong place to check them.
 */
const MOST_DUPLICATES = 20;

type ListContent = Extract<MessageContent, { kind: 'participant-list' }>;

const SUBJECTS = {
  daily: 'mail.participant-list.subject.daily',
  closing: 'mail.participant-list.subject.closing',
  requested: 'mail.participant-list.subject.requested',
} as const satisfies Record<ListContent['occasion'], TextKey>;

const LEADS = {
  daily: 'mail.participant-list.lead.daily',
  closing: 'mail.participant-list.lead.closing',
  requested: 'mail.participant-list.lead.requested',
} as const satisfies Record<ListContent['occasion'], TextKey>;

/** The message that brings an organiser the list of participants: the numbers in the text, the names in the file. */
export function participantList(
  language: Language,
  { meeting, to }: Pick<Message, 'meeting' | 'to'>,
  { occasion, listedAt: instant, totals, undelivered = 0, duplicates = [] }: ListContent,
  attachments: readonly Attachment[],
): Letter {
  const title = shortTitle(language, meeting);
  const listedAt = instantInWords(language, instant, meeting.timeZone);
  const { people, delegations, needs } = totals;
  const note = (text: string): Block => ({ kind: 'note', text });
  return {
    language,
    subject: t(language, SUBJECTS[occasion], { title }),
    preheader: t(language, 'mail.preheader.participant-list', { people }),
    eyebrow: t(language, 'mail.participant-list.eyebrow'),
    heading: runOf(meeting.title, language),
    blocks: [
      { kind: 'paragraph', text: t(language, 'mail.dear', { name: to.name }) },
      {
        kind: 'paragraph',
        text: t(language, LEADS[occasion], { listedAt }),
      },
      ...(people === 0
        ? [{ kind: 'paragraph', text: t(language, 'mail.participant-list.none') } as const]
        : [
            {
              kind: 'statement',
              text: t(language, 'mail.participant-list.totals', { people, delegations }),
            } as const,
            { kind: 'figures', figures: figuresOf(language, totals) } as const,
          ]),
      { kind: 'facts', facts: ofMeeting(language, meeting) },
      ...attachments.map(({ fileName }) =>
        note(t(language, 'mail.participant-list.attached', { fileName })),
      ),
      ...(needs > 0 ? [note(t(language, 'mail.participant-list.needs', { needs }))] : []),
      ...(undelivered > 0
        ? [note(t(language, 'mail.participant-list.undelivered', { count: undelivered }))]
        : []),
      ...duplicatesIn(language, duplicates),
      note(t(language, 'mail.participant-list.personal')),
    ],
    footer: [t(language, 'mail.participant-list.why')],
  };
}

/** Possible duplicates, by reference. The attached list has the names. */
function duplicatesIn(
  language: Language,
  duplicates: readonly MessageDuplicate[],
): readonly Block[] {
  if (duplicates.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: t(language, 'mail.participant-list.duplicates', { count: duplicates.length }),
    },
    {
      kind: 'facts',
      facts: duplicates.slice(0, MOST_DUPLICATES).map(({ references, categories }) => ({
        label: itemsInWords(
          language,
          references.map((reference) => apart(language, reference)),
        ),
        value: itemsInWords(
          language,
          categories.map((category) => t(language, CATEGORY_TEXTS[category])),
        ),
      })),
    },
  ];
}

function figuresOf(language: Language, totals: ListContent['totals']): Figures {
  const { format } = new Intl.NumberFormat(language);
  return {
    header: [
      t(language, 'mail.category'),
      t(language, 'mail.participant-list.people'),
      t(language, 'mail.participant-list.delegations'),
    ],
    rows: totals.categories.map(({ category, people, delegations }) => [
      t(language, CATEGORY_HEADINGS[category]),
      format(people),
      format(delegations),
    ]),
    total: [
      t(language, 'mail.participant-list.total'),
      format(totals.people),
      format(totals.delegations),
    ],
  };
}
