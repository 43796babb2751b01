import type { Meeting } from '../meeting/meeting.ts';
import { questionsOf } from '../meeting/meeting-questions.ts';
import { type Answer, type Answers, KEEP_DAYS_SENSITIVE } from '../meeting/question.ts';
import type { SetName } from '../meeting/question-set-names.ts';
import { addDays } from '../shared/day.ts';
import type { Registration, SensitiveDataRef } from './registration.ts';

/**
 * What a person submits about health or travel documents. It is stored in the vault, separate from the registration.
 */
export type Sensitive = {
  readonly dietary?: string | undefined;
  readonly accessibility?: string | undefined;
  readonly answers?: Answers | undefined;
};

/**
 * One part of the sensitive data: one answer, or the needs. Each part is a separate item, so that its retention day can
 * change without anybody reading its content.
 */
export type SensitivePart = Sensitive & SensitiveDataRef;

/** What a person submitted, split by where it is stored. */
export type SplitRequest = {
  /** What the registration itself stores: the other answers, whether there are needs, and where the parts are. */
  readonly forRegistration: Pick<Registration, 'answers' | 'hasNeeds' | 'sensitiveParts'>;
  readonly parts: readonly SensitivePart[];
};

/** The last day on which an answer is kept, `YYYY-MM-DD`. */
export function keptUntil({ endsOn }: Pick<Meeting, 'endsOn'>, keepDays: number): string {
  return addDays(endsOn, keepDays);
}

/**
 * When a part is deleted, in epoch seconds: at noon UTC on the following day, when the last day is over in every time
 * zone.
 */
export function deletedAt({ keptUntil }: Pick<SensitiveDataRef, 'keptUntil'>): number {
  return Date.parse(`${addDays(keptUntil, 1)}T12:00:00Z`) / 1000;
}

/** True if the retention of a part is over. From then on nobody can read it. */
export function isDeleted(part: Pick<SensitiveDataRef, 'keptUntil'>, now: Date): boolean {
  return deletedAt(part) * 1000 <= now.getTime();
}

/** The effects on a registration's sensitive data when the meeting's days or a question's retention change. */
export type RescheduledParts = {
  /** The parts that have another retention day, with the new day. */
  readonly moved: readonly SensitiveDataRef[];
  /** The parts to delete, because their old or their new day is over. */
  readonly over: readonly SensitiveDataRef[];
  /** The parts that remain, as the registration stores them. */
  readonly left: readonly SensitiveDataRef[];
};

/**
 * Reschedules the retention of sensitive data after a change of the meeting. A part that was over stays deleted,
 * because its owner was told so. The answer to a question that no longer exists has the default retention of sensitive
 * answers.
 *
 * @returns `undefined` if all days are right and no part is over.
 */
export function rescheduledParts(
  kept: readonly SensitiveDataRef[],
  meeting: Pick<Meeting, 'questions' | 'startsOn' | 'endsOn'>,
  now: Date,
): RescheduledParts | undefined {
  const keepDays = new Map(questionsOf(meeting).map((one) => [`answers.${one.id}`, one.keepDays]));
  const all = kept.map((was) => {
    const day = keptUntil(meeting, keepDays.get(was.part) ?? KEEP_DAYS_SENSITIVE);
    const is = { part: was.part, keptUntil: day };
    return { is, moved: day !== was.keptUntil, over: isDeleted(was, now) || isDeleted(is, now) };
  });
  const left = all.filter(({ over }) => !over);
  if (left.length === all.length && !all.some(({ moved }) => moved)) return undefined;
  return {
    moved: left.filter(({ moved }) => moved).map(({ is }) => is),
    over: all.filter(({ over }) => over).map(({ is }) => is),
    left: left.map(({ is }) => is),
  };
}

/** Separates sensitive data from the rest of what a person submitted, with one part for each answer. */
export function splitSensitive(
  meeting: Meeting,
  { dietary, accessibility, answers = {} }: Sensitive,
): SplitRequest {
  const open = new Map<string, Answer>();
  const parts: SensitivePart[] = [];
  let hasNeeds = Boolean(dietary || accessibility);
  if (hasNeeds) {
    const day = keptUntil(meeting, KEEP_DAYS_SENSITIVE);
    parts.push({ part: 'needs', keptUntil: day, dietary, accessibility });
  }
  for (const { id, sensitive, keepDays, set } of questionsOf(meeting)) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) continue;
    if (!sensitive) {
      open.set(id, answer);
      continue;
    }
    const day = keptUntil(meeting, keepDays);
    parts.push({ part: `answers.${id}`, keptUntil: day, answers: { [id]: answer } });
    if (isNeed(set, answer)) hasNeeds = true;
  }
  const kept = parts.map(({ part, keptUntil }) => ({ part, keptUntil }));
  return {
    forRegistration: {
      answers: open.size > 0 ? Object.fromEntries(open) : undefined,
      hasNeeds: hasNeeds || undefined,
      sensitiveParts: kept.length > 0 ? kept : undefined,
    },
    parts,
  };
}

/** True if a question is about travel documents. Those are not needs, and other organisers use them. */
export const isPaper = (set: SetName | undefined) => set === 'passport' || set === 'visa-letter';

/** The answer "no" is not a need. */
const isNeed = (set: SetName | undefined, answer: Answer) => !isPaper(set) && answer !== false;

/** Joins the parts of the sensitive data again. */
export function together(parts: readonly Sensitive[]): Sensitive {
  return parts.reduce<Sensitive>(
    (all, { dietary, accessibility, answers }) => ({
      ...((all.dietary ?? dietary) !== undefined && { dietary: all.dietary ?? dietary }),
      ...((all.accessibility ?? accessibility) !== undefined && {
        accessibility: all.accessibility ?? accessibility,
      }),
      ...((all.answers ?? answers) && { answers: { ...all.answers, ...answers } }),
    }),
    {},
  );
}
