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

/** The message to everybody who takes part, or may yet, when a meeting changes: what is new, and what it was. */
export function meetingChanged(language: Language, about: About, before?: Arrangements): Letter {
  const { meeting, registration } = about;
  const { link, status } = registration;
  if (before === undefined) throw new Error('A meeting has changed from nothing');
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
 * A letter to a participant with what else has changed since they were last told: their details, or the meeting. It stands
 * behind the salutation and the lead. Letters that are about nothing else say it by themselves.
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
 * What has changed of a meeting, each with what it was before.
 *
 * @throws where nothing has, as then there is no message.
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

/** Facts without those that have just been said as what is new. */
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

/** The message to everybody who would have taken part in a meeting that does not take place. */
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
