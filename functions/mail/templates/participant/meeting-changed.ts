import {
  type Arrangements,
  type ChangedArrangement,
  changedArrangements,
} from '../../../domain/meeting/arrangements.ts';
import type { ParticipantMessageKind } from '../../../domain/notifications/message-kinds.ts';
import type { Language } from '../../../domain/shared/languages.ts';
import { daysInWords } from '../../../language/day.ts';
import { t } from '../../../language/index.ts';
import { placeIn } from '../../../language/place.ts';
import { plainWithin, type Run } from '../../../language/run.ts';
import { sittingsInWords } from '../../../language/sittings.ts';
import { tWithOverrides } from '../../../language/text-overrides.ts';
import type { Block, Fact, Letter } from '../../render/letter.ts';
import {
  type About,
  allFacts,
  changedDetails,
  entriesNote,
  letter,
  manage,
  paragraph,
  reasonGiven,
  stillStands,
  takenBack,
} from './participant.ts';

/**
 * The message after a change of the meeting to people with a live registration: what is new, and what it was.
 *
 * @throws Error without former arrangements.
 */
export function meetingChanged(language: Language, about: About, before?: Arrangements): Letter {
  const { meeting, registration } = about;
  const { link, status } = registration;
  if (before === undefined) throw new Error('The former arrangements are missing');
  const confirmed = status === 'confirmed';
  const after: Arrangements = { ...meeting, link };
  const facts = changedFacts(language, before, after, confirmed);
  return letter(language, about, 'meeting-changed', {}, [
    paragraph(tWithOverrides(meeting, language, 'mail.meeting-changed.lead')),
    { kind: 'facts', facts },
    paragraph(stillStands(language, about)),
    { kind: 'facts', facts: notSaid(facts, allFacts(language, about)) },
    paragraph(t(language, 'mail.meeting-changed.cannot')),
    ...manage(language, about),
    ...entriesNote(about, t(language, 'mail.calendar.updated')),
  ]);
}

/**
 * Adds to a letter what else has changed since the participant was last notified: their details, or the arrangements.
 * It comes after the salutation and the lead. Letters that are only about a change are not extended with that change.
 */
export function withNews(
  language: Language,
  letter: Letter,
  { meeting, registration }: About,
  kind: ParticipantMessageKind,
  before: Arrangements | undefined,
): Letter {
  const { changed = [], link, status } = registration;
  const news: Block[] = [
    ...(changed.length > 0 && kind !== 'details-changed'
      ? [changedDetails(language, changed)]
      : []),
    ...(before && kind !== 'meeting-changed'
      ? [
          paragraph(tWithOverrides(meeting, language, 'mail.meeting-changed.lead')),
          {
            kind: 'facts',
            facts: changedFacts(language, before, { ...meeting, link }, status === 'confirmed'),
          } as const,
        ]
      : []),
  ];
  return { ...letter, blocks: letter.blocks.toSpliced(2, 0, ...news) };
}

/**
 * The changed arrangements, each with its former value.
 *
 * @throws Error if nothing has changed, because then there is no message.
 */
export function changedFacts(
  language: Language,
  before: Arrangements,
  after: Arrangements,
  confirmed: boolean,
): Fact[] {
  const changes = changedArrangements(before, after, { confirmed });
  if (changes.length === 0) throw new Error('Nothing about the meeting has changed');
  return changes.map((change) => changed(language, change, before, after));
}

/** Facts without those that another list already contains. */
export function notSaid(news: readonly Fact[], facts: readonly Fact[]): Fact[] {
  const said = new Set(news.map(({ label }) => label));
  return facts.filter(({ label }) => !said.has(label));
}

const LABELS = {
  dates: 'mail.when',
  sittings: 'meeting.sittings',
  place: 'mail.where',
  link: 'mail.link',
} as const satisfies Record<ChangedArrangement, string>;

function changed(
  language: Language,
  what: ChangedArrangement,
  before: Arrangements,
  after: Arrangements,
): Fact {
  const former = plainWithin(language, inWords(language, what, before));
  return {
    label: t(language, LABELS[what]),
    value: inWords(language, what, after),
    hint: t(language, 'mail.meeting-changed.before', { before: former }),
  };
}

function inWords(
  language: Language,
  what: ChangedArrangement,
  one: Arrangements,
): string | readonly Run[] {
  const { startsOn, endsOn, timeZone, sittings, link } = one;
  switch (what) {
    case 'dates':
      return daysInWords(language, startsOn, endsOn);
    case 'sittings':
      return sittings
        ? sittingsInWords(language, { sittings, timeZone })
        : t(language, 'mail.meeting-changed.no-sittings');
    case 'place':
      return placeIn(language, one);
    case 'link':
      return link ?? t(language, 'mail.meeting-changed.no-link');
  }
}

/** The message after the cancellation of a meeting to people with a live registration. */
export function meetingCancelled(language: Language, about: About): Letter {
  const { meeting, registration } = about;
  const { reason } = registration;
  return letter(language, about, 'meeting-cancelled', {}, [
    paragraph(tWithOverrides(meeting, language, 'mail.meeting-cancelled.lead')),
    {
      kind: 'facts',
      facts: [...reasonGiven(language, reason), ...allFacts(language, about)],
    },
    paragraph(tWithOverrides(meeting, language, 'mail.meeting-cancelled.travel')),
    ...takenBack(language, registration),
  ]);
}
